package dk.udsagn.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether a hyphen at a line's end was set by the typesetter (join the halves) or belongs to the word. The rules were found
 * on Danish text from PDF; the document's own words decide before the last rule.
 */
final class LineBreakHyphens {
    /** What becomes of a hyphen and the line end after it. */
    enum Act { JOIN, KEEP_HYPHEN, LEAVE }

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final Set<String> suspending;

    LineBreakHyphens(SourceText source, Set<String> suspending) {
        this.suspending = suspending;
        for (SourceText.Line line : source.lines()) {
            String[] words = source.words(line).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+");
            for (String word : words) {
                if (!word.endsWith("-")) {
                    vocabulary.merge(word, 1, Integer::sum);
                }
            }
        }
    }

    /** Whether a line whose last character stands before {@code end} ends in a hyphen after a letter or digit. */
    static boolean endsInHyphen(String text, int start, int end) {
        return end - start >= 2 && "-\u2010\u00ad".indexOf(text.charAt(end - 1)) >= 0
            && (Character.isLetterOrDigit(text.charAt(end - 2)) || text.charAt(end - 2) == '/' || text.charAt(end - 2) == '\u00ad');
    }

    /** The halves round a line break: the first with its hyphen, the second up to the first space. */
    Act act(String first, String second) {
        if (first.indexOf('\u00ad', first.length() - 2) >= 0 && !firstWord(second).isEmpty()) {      // some draw the hyphen that a soft one allows, and leave both
            return Act.JOIN;
        }
        String left = first.substring(lastBreak(first.substring(0, first.length() - 1)), first.length() - 1);
        String right = firstWord(second);
        if (right.isEmpty()) {
            return Act.LEAVE;
        }
        String joined = (left + right).toLowerCase(Locale.ROOT);
        if (suspending.contains(right.toLowerCase(Locale.ROOT))) {
            return vocabulary.containsKey(joined) ? Act.JOIN : Act.LEAVE;
        }
        if (left.endsWith("/") || second.startsWith("/") || left.contains("/") || second.length() > right.length() && second.charAt(right.length()) == '/') {
            return Act.KEEP_HYPHEN;
        }
        if (Character.isDigit(left.charAt(left.length() - 1)) || Character.isDigit(right.charAt(0))) {
            return Act.KEEP_HYPHEN;
        }
        boolean leftCapitals = left.length() > 1 && left.equals(left.toUpperCase(Locale.ROOT));
        boolean rightCapitals = right.length() > 1 && right.equals(right.toUpperCase(Locale.ROOT));
        if (leftCapitals) {
            return rightCapitals ? Act.JOIN : Act.KEEP_HYPHEN;
        }
        if (Character.isUpperCase(right.charAt(0))) {
            return Act.KEEP_HYPHEN;
        }
        int together = vocabulary.getOrDefault(joined, 0);
        int apart = vocabulary.getOrDefault((left + "-" + right).toLowerCase(Locale.ROOT), 0);
        return apart > together ? Act.KEEP_HYPHEN : Act.JOIN;
    }

    private static int lastBreak(String text) {
        int i = text.length();
        while (i > 0 && (Character.isLetterOrDigit(text.charAt(i - 1)) || text.charAt(i - 1) == '/' || text.charAt(i - 1) == '-')) {
            i--;
        }
        return i;
    }

    private static String firstWord(String text) {
        int i = 0;
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '-')) {
            i++;
        }
        while (i > 0 && text.charAt(i - 1) == '-') {
            i--;
        }
        return text.substring(0, i);
    }
}
