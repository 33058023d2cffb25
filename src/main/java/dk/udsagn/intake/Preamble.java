package dk.udsagn.intake;

import java.util.HashMap;
import java.util.List;

/**
 * The head of a transcript file: title, date, who was there. "Interviewer: Anne Hansen" under a date is no turn, though it
 * looks like one.
 */
final class Preamble {
    private static final int LONGEST = 40;

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
            boolean brief = to - from <= 15 && to < labels.length;
            for (int n = from; n < to; n++) {
                if (words.isHeading(heads.get(n).head().label()) && labels[n] == null) {
                    lastHeading = n;
                }
                brief &= isBrief(source, content.get(n));
            }
            if (lastHeading < 0 && !(brief && onlyOnce(labels, from, to))) {
                break;
            }
            length = brief ? to : Math.min(lastHeading + 1, LONGEST);
            from = to;
        }
        return length;
    }

    private static boolean isBrief(SourceText source, int line) {
        String words = Characters.squeeze(source.words(source.lines().get(line)));
        return words.length() <= 80 && !words.matches(".*[.?!\u2026)]$");
    }

    /** Whether a block names "Interviewer" and "Informant" as no other line does, while other labels come again and again. */
    private static boolean onlyOnce(String[] labels, int from, int to) {
        var counts = new HashMap<String, Integer>();
        for (String label : labels) {
            if (label != null) {
                counts.merge(label, 1, Integer::sum);
            }
        }
        int named = 0;
        for (int n = from; n < to; n++) {
            named += labels[n] != null ? 1 : 0;
            if (labels[n] != null && (counts.get(labels[n]) > 1 || labels[n].length() < 4 || labels[n].indexOf(' ') > 0)) {
                return false;
            }
        }
        return counts.values().stream().filter(c -> c > 1).count() >= 2 && (named >= 2 || named == 0 && from == 0);
    }
}
