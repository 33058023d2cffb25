package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Text with a label before each turn, as people type it and as it comes out of a PDF. Any text is of this kind. */
final class PlainTextReader implements TranscriptReader {
    private final Wording wording;

    PlainTextReader(Wording wording) {
        this.wording = wording;
    }

    @Override public Optional<Reading> read(Source file) {
        var losses = new Losses(wording.language());
        Decoded decoded = file.decoded(losses);
        Columns.Righted righted = Columns.of(decoded.source(), losses);
        SideBySide.tell(righted.source(), losses);
        PageFurniture.Found paged = PageFurniture.in(LineNumbers.without(righted.source(), losses), wording.labels());
        Reading reading = read(file, paged, righted.origin(), "plain text, " + decoded.encoding() + ", " + LineEnds.of(decoded.source().text()), losses);
        CutOff.tellLastWords(decoded.source(), reading.transcript(), losses);
        return Optional.of(losses.reading(reading.transcript(), reading.format()));
    }

    /** Reads text whose pages and furniture are known; {@code origin} says where its characters stand in the file. */
    Reading read(Source file, PageFurniture.Found paged, IntUnaryOperator origin, String format, Losses losses) {
        LabelWords words = wording.labels();
        SourceText source = paged.source();
        Headroom.check(source, source.lines().stream().filter(l -> l.end() > l.start()).count());
        List<LabelledText.Cut> notes = Footnotes.in(source, paged.lines(), losses);
        LabelledText found = LabelledText.of(source, paged.lines(), n -> Optional.empty(), n -> 0, true, wording, losses).without(notes);
        if (found.turns().isEmpty()) {
            found = Unnamed.lines(source, losses).orElseThrow(() -> noSpeaker(source));
        }
        var canonical = new Canonical(source, origin);
        List<Draft> drafts = write(canonical, source, found);
        var turns = Roles.give(drafts, canonical.text(), Map.of(), words, losses);
        return losses.reading(new Transcript(file.id(), canonical.text(), turns, canonical.map()), format);
    }

    /** Copies the source, the cuts left out; gives the turns their places in the copy. */
    private static List<Draft> write(Canonical canonical, SourceText source, LabelledText found) {
        var drafts = new ArrayList<Draft>(found.turns().size());
        var writer = new CutCopy(canonical, source.text().startsWith("\uFEFF") ? 1 : 0, found.cuts());
        for (LabelledText.Turn turn : found.turns()) {
            writer.upTo(turn.start());
            int start = canonical.length();
            writer.upTo(turn.end());
            drafts.add(new Draft(turn.label(), start, canonical.length(), turn.times()));
        }
        writer.upTo(source.text().length());
        return drafts;
    }

    static FormatException noSpeaker(SourceText source) {
        String name = source.name().toLowerCase(Locale.ROOT);
        boolean table = name.endsWith(".csv") || name.endsWith(".tsv");
        String mend = table ? "a table needs columns named \"Speaker\" (\"Taler\") and \"Text\" (\"Tekst\")" : "a turn needs a speaker and a colon, as in \"I: Hvordan ...\"";
        for (SourceText.Line line : source.lines()) {
            if (!source.isBlank(line)) {
                String words = Characters.squeeze(source.words(line));
                return new FormatException(source.name(), line.place().line().orElse(0), "no line names a speaker; found \""
                    + (words.length() > 40 ? words.substring(0, 40) + "..." : words) + "\"", mend);
            }
        }
        return new FormatException(source.name(), 0, "there are no words in the file", "a turn needs a speaker and a colon, as in \"I: Hvordan ...\"");
    }
}
