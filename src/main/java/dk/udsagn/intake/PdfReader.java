package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.SourcePlace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** PDF, by way of PDFBox if it is there. The text is then read as text from PDF is, with pages in its map. */
final class PdfReader implements TranscriptReader {
    private final Wording wording;

    PdfReader(Wording wording) {
        this.wording = wording;
    }

    /**
     * A line of a page.
     *
     * @param words what it says
     * @param page  1-based
     * @param aside whether it is a footnote at the page's foot
     */
    record Line(String words, int page, boolean aside) {
    }

    @Override public Optional<Reading> read(Source file) {
        if (!isPdf(file)) {
            return Optional.empty();
        }
        var losses = new Losses(wording.language());
        List<Line> lines;
        try {
            lines = new PdfText(losses).lines(file);
        } catch (NoClassDefFoundError e) {
            throw new FormatException(file.name(), 0, "reading PDF needs PDFBox, which is not on the class path",
                "add org.apache.pdfbox:pdfbox:3.0.7, or turn the file into text with pdftotext");
        }
        if (lines.stream().allMatch(l -> Characters.trim(l.words()).isEmpty())) {
            throw new FormatException(file.name(), 0, "the PDF has no text; it is probably scanned", "run text recognition (OCR) on it first");
        }
        PageFurniture.Found paged = furniture(LineNumbers.without(source(file, lines), losses), lines);
        return Optional.of(new PlainTextReader(wording).read(file, paged, at -> at, "PDF", losses));
    }

    /** A PDF may have a little before its mark. */
    private static boolean isPdf(Source file) {
        byte[] raw = file.raw();
        for (int i = 0; i + 5 <= Math.min(raw.length, 1024); i++) {
            if (raw[i] == '%' && raw[i + 1] == 'P' && raw[i + 2] == 'D' && raw[i + 3] == 'F' && raw[i + 4] == '-') {
                return i == 0 || raw[0] < ' ' || i < 20;
            }
        }
        return false;
    }

    /** One text of all pages, a form feed between them; a place is a page. */
    private static SourceText source(Source file, List<Line> lines) {
        var text = new StringBuilder();
        var out = new ArrayList<SourceText.Line>();
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i + 1 < lines.size() && lines.get(i + 1).page() > lines.get(i).page();
            int start = text.length();
            text.append(lines.get(i).words());
            int end = text.length();
            text.append(last ? '\f' : '\n');
            out.add(new SourceText.Line(start, end, text.length(), SourcePlace.UNKNOWN.onPage(lines.get(i).page())));
        }
        return new SourceText(file.name(), text.toString(), List.copyOf(out));
    }

    private PageFurniture.Found furniture(SourceText source, List<Line> lines) {
        PageFurniture.Found found = PageFurniture.in(source, wording.labels());
        if (found.source() != source) {
            return found;
        }
        var all = (BitSet) found.lines().clone();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).aside()) {
                all.set(i);
            }
        }
        return new PageFurniture.Found(source, all);
    }
}
