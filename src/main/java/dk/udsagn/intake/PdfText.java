package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.SourcePlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The lines of a PDF's pages, an empty one where paragraphs stand apart, without raised footnote marks. */
final class PdfText {
    private static final long MOST_MEMORY = 256L << 20;
    private static final int MOST_PAGES = 5_000;
    private static final double SMALL = 0.8;
    /** In letter sizes: a space is about a quarter, more in justified lines. */
    private static final double WIDE = 0.9;
    private final Losses losses;

    PdfText(Losses losses) {
        this.losses = losses;
    }

    record Run(String words, float size, float top, float left, float right) {
    }

    static final class Row {
        final int page;
        final List<Run> runs = new ArrayList<>();

        private Row(int page) {
            this.page = page;
        }

        private float size() {
            return (float) runs.stream().filter(r -> !r.words.isBlank()).mapToDouble(Run::size).max().orElse(0);
        }

        private float top() {
            return (float) runs.stream().filter(r -> !r.words.isBlank()).mapToDouble(Run::top).max().orElse(0);
        }

        String words() {
            return words(Map.of());
        }

        /** The row's words, a tab in place of the space where one begins at the edge of a column; {@code columns} says how wide the space must be, in letter sizes. */
        private String words(Map<Integer, Double> columns) {
            var out = new StringBuilder();
            for (int i = 0; i < runs.size(); i++) {
                boolean tab = runs.get(i).words.equals(" ") && i + 1 < runs.size() && isGap(i, columns.getOrDefault(Math.round(runs.get(i + 1).left), Double.MAX_VALUE));
                out.append(tab ? "\t" : runs.get(i).words);
            }
            return out.toString();
        }

        /** Whether a space is far wider than one. */
        private boolean isGap(int i, double wide) {
            return i > 0 && i + 1 < runs.size() && runs.get(i).words.equals(" ") && runs.get(i + 1).left - runs.get(i - 1).right > wide * runs.get(i + 1).size;
        }
    }

    List<PdfReader.Line> lines(Source file) {
        try (PDDocument document = Loader.loadPDF(file.raw(), "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new FormatException(file.name(), 0, "the PDF has " + document.getNumberOfPages() + " pages", "an interview has far fewer; cut it out");
            }
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                losses.guessed("permission", "the PDF asks programs not to take out its text; it was read all the same", "", SourcePlace.UNKNOWN);
            }
            var stripper = new Stripper();
            stripper.getText(document);
            return finish(stripper.rows);
        } catch (InvalidPasswordException e) {
            throw new FormatException(file.name(), 0, "the PDF is locked with a password", "save it without");
        } catch (FormatException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {       // PDFBox meets broken files with any of these
            throw new FormatException(file.name(), 0, "the PDF is broken: " + Characters.squeeze(String.valueOf(e.getMessage())), "is it whole?");
        }
    }

    /** Sets raised marks aside, finds footnotes by their size, and puts empty lines between paragraphs. */
    private List<PdfReader.Line> finish(List<Row> rows) {
        MarginNumbers.drop(rows, losses);
        float body = bodySize(rows);
        float spacing = spacing(rows);
        Map<Integer, Double> columns = columns(rows);
        var out = new ArrayList<PdfReader.Line>();
        var foot = footnotes(rows, body);
        Row before = null;
        for (Row row : rows) {
            if (before != null && before.page == row.page && row.top() - before.top() > 1.35 * spacing && spacing > 0) {
                out.add(new PdfReader.Line("", row.page, false));
            }
            dropMarks(row);
            out.add(new PdfReader.Line(row.words(columns), row.page, foot.contains(row)));
            before = row;
        }
        return out;
    }

    /** The size most letters have. */
    private static float bodySize(List<Row> rows) {
        Map<Float, Integer> letters = new HashMap<>();
        rows.forEach(row -> row.runs.forEach(r -> letters.merge(r.size, r.words.length(), Integer::sum)));
        return letters.entrySet().stream().max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse(0f);
    }

    /**
     * Where words begin after a wide gap in many rows: the edges of a table's columns, and of words that hang from their label. With
     * them stands how wide a gap before them has to be, in letter sizes: any, where nearly every row has a word that begins there.
     */
    private static Map<Integer, Double> columns(List<Row> rows) {
        Map<Integer, Integer> edges = new HashMap<>();
        for (Row row : rows) {
            for (int i = 0; i < row.runs.size(); i++) {
                if (row.isGap(i, WIDE)) {
                    edges.merge(Math.round(row.runs.get(i + 1).left), 1, Integer::sum);
                }
            }
        }
        var columns = new HashMap<Integer, Double>();
        edges.forEach((left, count) -> {
            if (count >= 3 && count * 10 >= rows.size()) {
                long there = rows.stream().filter(row -> row.runs.stream().anyMatch(r -> Math.abs(Math.round(r.left) - left) <= 1)).count();
                List.of(left - 1, left, left + 1).forEach(edge -> columns.merge(edge, there * 10 >= rows.size() * 8L ? 0.0 : WIDE, Math::min));
            }
        });
        return columns;
    }

    /** The commonest distance between lines. */
    private static float spacing(List<Row> rows) {
        Map<Integer, Integer> distances = new HashMap<>();
        for (int i = 1; i < rows.size(); i++) {
            int distance = Math.round(rows.get(i).top() - rows.get(i - 1).top());
            if (rows.get(i).page == rows.get(i - 1).page && distance > 0) {
                distances.merge(distance, 1, Integer::sum);
            }
        }
        return distances.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey).orElse(0);
    }

    /** Rows of small print from the foot of a page up, if the topmost begins with a number. */
    private static List<Row> footnotes(List<Row> rows, float body) {
        var all = new ArrayList<Row>();
        var here = new ArrayList<Row>();
        for (int i = rows.size() - 1; i >= -1; i--) {
            Row row = i < 0 ? null : rows.get(i);
            boolean turns = row == null || i + 1 < rows.size() && rows.get(i + 1).page != row.page;
            if (turns) {
                all.addAll(upToNumber(here));
                here.clear();
            }
            if (row != null && (here.isEmpty() || here.getLast().page == row.page)) {
                boolean small = row.size() < 0.93 * body;
                boolean number = row.words().strip().length() < 12;
                if (small || number && here.isEmpty()) {
                    here.add(row);
                } else {
                    here.add(new Row(-1));        // talk: nothing above it is a footnote
                }
            }
        }
        return all;
    }

    /** Rows below the first talk, from the foot up to the uppermost that begins with a digit. */
    private static List<Row> upToNumber(List<Row> fromFoot) {
        int uppermost = -1;
        for (int i = 0; i < fromFoot.size() && fromFoot.get(i).page >= 0; i++) {
            if (fromFoot.get(i).words().strip().matches("\\d{1,3}\\D.*")) {
                uppermost = i;
            }
        }
        return fromFoot.subList(0, uppermost + 1);
    }

    private void dropMarks(Row row) {
        float size = row.size();
        row.runs.removeIf(r -> {
            boolean mark = r.size < SMALL * size && !r.words.isEmpty() && r.words.chars().allMatch(c -> Character.isDigit(c) || c == '*' || c == '\u2020');
            if (mark) {
                losses.setAside("footnote mark", "it is raised beside the words", r.words, SourcePlace.UNKNOWN.onPage(row.page));
            }
            return mark;
        });
    }

    /** Gathers what PDFBox finds, a row a line. */
    private static final class Stripper extends PDFTextStripper {
        private final List<Row> rows = new ArrayList<>();
        private Row row;

        private Stripper() throws IOException {
            setSuppressDuplicateOverlappingText(true);
        }

        @Override protected void writeString(String words, List<TextPosition> positions) {
            if (row == null) {
                row = new Row(getCurrentPageNo());
            }
            StringBuilder run = new StringBuilder();
            float size = -1;
            float top = 0;
            float left = positions.isEmpty() ? 0 : positions.getFirst().getXDirAdj();
            float right = left;
            for (TextPosition position : positions) {
                float here = Math.round(position.getFontSizeInPt() * 2) / 2f;
                if (here != size && !run.isEmpty()) {
                    row.runs.add(new Run(run.toString(), size, top, left, right));
                    run.setLength(0);
                    left = position.getXDirAdj();
                }
                right = position.getXDirAdj() + position.getWidthDirAdj();
                size = here;
                top = position.getYDirAdj();
                run.append(position.getUnicode());
            }
            row.runs.add(new Run(positions.isEmpty() ? words : normalised(run.toString()), size, top, left, right));
        }

        /** Ligatures as letters: what a font draws as one is not one in the words. */
        private static String normalised(String words) {
            return words.replace("\ufb01", "fi").replace("\ufb02", "fl").replace("\ufb00", "ff").replace("\ufb03", "ffi").replace("\ufb04", "ffl");
        }

        @Override protected void writeWordSeparator() {
            if (row != null && !row.runs.isEmpty()) {
                Run last = row.runs.getLast();
                row.runs.add(new Run(" ", last.size, last.top, last.right, last.right));
            }
        }

        @Override protected void writeLineSeparator() {
            endRow();
        }

        @Override protected void writePageEnd() {
            endRow();
        }

        @Override protected void endArticle() {
            endRow();
        }

        private void endRow() {
            if (row != null && !row.words().isBlank()) {
                rows.add(row);
            }
            row = null;
        }
    }
}
