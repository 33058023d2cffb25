package dk.udsagn.excerpt;

import dk.udsagn.transcript.Span;
import java.util.List;

/**
 * Counts spoken words: runs of letters and digits, with apostrophes and hyphens inside them. What stands in round or square brackets is a
 * transcriber's note, not speech, and is not counted.
 */
final class SpokenWords {
    private SpokenWords() {
    }

    /** The words of a quote. */
    static int count(String quote) {
        var whole = new Span(0, quote.length());
        return count(quote, whole, List.of(whole));
    }

    /** The words of a stretch of text that begin inside at least one of the spans. */
    static int count(String text, Span within, List<Span> spans) {
        int words = 0;
        int i = within.start();
        while (i < within.end()) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                int close = text.indexOf(c == '(' ? ')' : ']', i);
                i = close > 0 && close < within.end() ? close + 1 : i + 1;
            } else if (Character.isLetterOrDigit(c)) {
                int start = i;
                while (i < within.end() && (Character.isLetterOrDigit(text.charAt(i)) || isInside(text, i, within.end()))) {
                    i++;
                }
                for (Span s : spans) {
                    if (s.start() <= start && start < s.end()) {
                        words++;
                        break;
                    }
                }
            } else {
                i++;
            }
        }
        return words;
    }

    private static boolean isInside(String text, int i, int end) {
        char c = text.charAt(i);
        return (c == '\'' || c == '’' || c == '-') && i + 1 < end && Character.isLetterOrDigit(text.charAt(i + 1));
    }
}
