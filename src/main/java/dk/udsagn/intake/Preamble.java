package dk.udsagn.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * The head of a transcript file: title, date, who was there. "Interviewer: Anne Hansen" under a date is no turn, though it
 * looks like one.
 */
final class Preamble {
    private static final int LONGEST = 40;
    /** With so many labels above it, a word such as "Slut" alone on a line is no heading of the file. */
    private static final int FEW = 3;

    private Preamble() {
    }

    /** How many of the content lines, from the top, are no talk although a label may stand in them. */
    static int length(SourceText source, List<Integer> content, List<Labels.Line> heads, String[] labels, LabelWords words) {
        int length = 0;
        for (int from = 0; from < Math.min(LONGEST, labels.length); ) {
            int to = from + 1;
            while (to < labels.length && content.get(to) == content.get(to - 1) + 1) {
                to++;
            }
            int lastHeading = -1;
            int talk = 0;
            boolean brief = to - from <= 15 && to < labels.length;
            for (int n = from; n < to; n++) {
                talk += labels[n] == null ? 0 : 1;
                boolean heading = words.isHeading(heads.get(n).head().label()) && labels[n] == null && (talk < FEW || heads.get(n).head().mark() == Head.Mark.COLON);
                if (heading || talk <= FEW && labels[n] != null && declares(source, content.get(n), heads.get(n).head(), labels, n)) {
                    lastHeading = n;
                }
                brief &= isBrief(source, content.get(n));
            }
            if (lastHeading < 0 && !(brief && (onlyOnce(heads, labels, from, to, words) || from == 0 && isForm(heads, labels, to)))) {
                break;
            }
            while (lastHeading >= 0 && lastHeading + 1 < to && to < labels.length && isOnce(labels, lastHeading + 1) && isBrief(source, content.get(lastHeading + 1))) {
                lastHeading++;                    // "Deltagere: ..." and below it "Moderator: Mette"
            }
            length = brief ? to : Math.min(lastHeading + 1, LONGEST);
            from = to;
        }
        return length;
    }

    /** Whether a line says who is who, "Interviewer: Line", with a label that comes but once and the name of one that comes again. */
    private static boolean declares(SourceText source, int line, Head head, String[] labels, int n) {
        String name = Characters.squeeze(source.text().substring(head.text(), Math.max(head.text(), source.lines().get(line).end()))).replaceFirst(" ?\\(.*", "");
        return isOnce(labels, n) && head.mark() == Head.Mark.COLON && Arrays.stream(labels).filter(name::equalsIgnoreCase).limit(2).count() == 2;
    }

    private static boolean isOnce(String[] labels, int n) {
        int count = 0;
        for (String label : labels) {
            count += labels[n] != null && labels[n].equals(label) ? 1 : 0;
        }
        return count == 1 && labels[n].length() > 2;
    }

    /** Whether a line is short and no sentence. */
    static boolean isBrief(SourceText source, int line) {
        String words = Characters.squeeze(source.words(source.lines().get(line)));
        return words.length() <= 80 && (!words.matches(".*[.?!\u2026)]$") || words.matches(".*\\(\\d{1,3}[^()]{0,12}\\)"));      // "Deltager: Ulla (62)"
    }

    /** Whether every line of the first block is "Something: value", and not every something is a speaker of the talk. */
    private static boolean isForm(List<Labels.Line> heads, String[] labels, int to) {
        boolean others = false;
        for (int n = 0; n < to; n++) {
            if (heads.get(n).head().mark() != Head.Mark.COLON) {
                return false;
            }
            others |= labels[n] == null;
        }
        return others && to >= 2;
    }

    /** Whether a block names "Interviewer" and "Informant" as no other line does, while other labels come again and again. */
    private static boolean onlyOnce(List<Labels.Line> heads, String[] labels, int from, int to, LabelWords words) {
        var counts = new HashMap<String, Integer>();
        for (String label : labels) {
            if (label != null) {
                counts.merge(label, 1, Integer::sum);
            }
        }
        int named = 0;
        for (int n = from; n < to; n++) {
            named += labels[n] != null || heads.get(n).head().mark() == Head.Mark.COLON && words.knows(heads.get(n).head().label()) ? 1 : 0;
            if (labels[n] != null && (counts.get(labels[n]) > 1 || labels[n].length() < 4 || labels[n].indexOf(' ') > 0)) {
                return false;
            }
        }
        return counts.values().stream().filter(c -> c > 1).count() >= 2 && (named >= 2 || named == 0 && from == 0);
    }
}
