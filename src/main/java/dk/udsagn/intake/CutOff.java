package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What shows at the end of a file of lines that it was cut off there. What is there is kept; a whole file shows none of this. */
final class CutOff {
    private static final int FEWEST = 8;
    /** One turn in so many may stop without a sign, and the last one's lack of it still means something. */
    private static final int ALMOST_ALL = 50;
    private static final Pattern OPEN_MARK = Pattern.compile("[\\[(#{]\\d[\\d:.,-]*$");

    private static final Pattern TORN_TAG = Pattern.compile("<(?:/?[vcibu]?|v[ .][^<>]*|\\d[\\d:.]*)$");

    private CutOff() {
    }

    /** Tells what the end of a file lacks. */
    static void tell(String lack, String example, SourcePlace place, Losses losses) {
        losses.guessed("end of the file", lack + "; the file may have been cut off", example, place);
    }

    /** Whether the file's last line has its end. */
    static boolean hasLastLineEnd(SourceText source) {
        return !source.text().isEmpty() && "\n\r\f\u0085\u2028\u2029".indexOf(source.text().charAt(source.text().length() - 1)) >= 0;
    }

    /** Whether nothing but empty lines follow a line. */
    static boolean isLast(SourceText source, int line) {
        for (int i = line + 1; i < source.lines().size(); i++) {
            if (!source.isBlank(source.lines().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A subtitle file without the tag it stops amid. */
    static SourceText withoutTornTag(SourceText source, Losses losses) {
        if (source.lines().isEmpty() || hasLastLineEnd(source)) {
            return source;
        }
        SourceText.Line line = source.lines().getLast();
        Matcher torn = TORN_TAG.matcher(source.words(line));
        if (!torn.find()) {
            return source;
        }
        tell("the last line stops amid a tag", torn.group(), line.place(), losses);
        var lines = new ArrayList<>(source.lines());
        lines.set(lines.size() - 1, new SourceText.Line(line.start(), line.start() + torn.start(), line.next(), line.place()));
        return new SourceText(source.name(), source.text(), List.copyOf(lines));
    }

    /** Tells a last line that breaks off: in a label or a time mark, or amid a sentence in a talk whose turns all end with a sign. */
    static void tellLastWords(SourceText source, Transcript transcript, Losses losses) {
        if (source.lines().isEmpty() || transcript.turns().isEmpty() || hasLastLineEnd(source)) {
            return;
        }
        SourceText.Line line = source.lines().getLast();
        String words = Characters.squeeze(source.words(line));
        String example = words.length() > 60 ? "..." + words.substring(words.length() - 57) : words;
        Head head = Head.of(source.text(), line.start(), line.end(), true);
        boolean named = transcript.turns().stream().anyMatch(t -> t.speaker().label().equals(head.label()));
        if (OPEN_MARK.matcher(words).find()) {
            tell("the last line stops amid a time mark", example, line.place(), losses);
        } else if (named && head.mark() == Head.Mark.COLON && head.text() >= line.end()) {
            tell("the last line names a speaker and has no words", example, line.place(), losses);
        } else if (endsIn(line, transcript) && stopsAmidASentence(transcript)) {
            tell("the last line has no end and stops amid a sentence, as hardly any other turn does", example, line.place(), losses);
        }
    }

    /** Whether the talk ends in a line, and no page number or the like stands below it. */
    private static boolean endsIn(SourceText.Line line, Transcript transcript) {
        return transcript.source().sourceOffset(transcript.turns().getLast().span().end() - 1).orElse(-1) >= line.start();
    }

    private static boolean stopsAmidASentence(Transcript transcript) {
        int open = 0;
        for (Turn turn : transcript.turns()) {
            open += isOpen(transcript.text().charAt(turn.span().end() - 1)) ? 1 : 0;
        }
        int others = transcript.turns().size() - 1;
        return others >= FEWEST && isOpen(transcript.text().charAt(transcript.turns().getLast().span().end() - 1)) && (open - 1) * ALMOST_ALL <= others;
    }

    /** Whether a sentence would not end with it. */
    private static boolean isOpen(char last) {
        return Character.isLetterOrDigit(last) || last == ',';
    }
}
