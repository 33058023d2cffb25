package dk.udsagn.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * XML written element by element. Line ends and tabs in attributes, and CR anywhere, are written as character references: a reader gives them
 * back as they were. What XML 1.0 cannot hold at all becomes U+FFFD.
 */
final class RefiXmlWriter {
    private final Writer out;
    private final StringBuilder waiting = new StringBuilder(1 << 14);
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    RefiXmlWriter(Writer out) {
        this.out = out;
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Begins an element; attributes whose value is empty are left out, but for {@code name}s, which the schema asks for. */
    RefiXmlWriter begin(String element, String... keysAndValues) {
        endTag();
        raw("<");
        raw(element);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (!keysAndValues[i + 1].isEmpty() || keysAndValues[i].equals("name")) {
                raw(" ");
                raw(keysAndValues[i]);
                raw("=\"");
                escape(keysAndValues[i + 1], true);
                raw("\"");
            }
        }
        open.push(element);
        inTag = true;
        return this;
    }

    RefiXmlWriter end() {
        String element = open.pop();
        if (inTag) {
            raw("/>\n");
            inTag = false;
        } else {
            raw("</");
            raw(element);
            raw(">\n");
        }
        return this;
    }

    RefiXmlWriter empty(String element, String... keysAndValues) {
        return begin(element, keysAndValues).end();
    }

    /** An element that holds only text. */
    RefiXmlWriter text(String element, String text) {
        begin(element);
        raw(">");
        inTag = false;
        escape(text, false);
        return end();
    }

    private void endTag() {
        if (inTag) {
            raw(">\n");
            inTag = false;
        }
    }

    private void escape(String text, boolean attribute) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '>' && c < '\uD800' || c >= '\'' && c < '<' || c == ' ') {
                continue;                                                // nearly all are
            }
            String escaped = switch (c) {
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '&' -> "&amp;";
                case '"' -> attribute ? "&quot;" : null;
                case '\r' -> "&#13;";
                case '\n' -> attribute ? "&#10;" : null;
                case '\t' -> attribute ? "&#9;" : null;
                default -> c >= ' ' && c < '\uD800' ? null : illegal(text, i) ? "\uFFFD" : null;
            };
            if (escaped != null) {
                raw(text, from, i);
                raw(escaped);
                from = i + 1;
            }
        }
        raw(text, from, text.length());
    }

    private static boolean illegal(String text, int i) {
        char c = text.charAt(i);
        return c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == '\uFFFE' || c == '\uFFFF'
            || Character.isHighSurrogate(c) && (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1)))
            || Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    /** A text as XML carries it. */
    static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            if (illegal(text, i)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, '\uFFFD');
            }
        }
        return clean == null ? text : clean.toString();
    }

    private void raw(String text) {
        raw(text, 0, text.length());
    }

    private void raw(String text, int from, int to) {
        waiting.append(text, from, to);
        if (waiting.length() > 1 << 13) {
            flush();
        }
    }

    /** Hands what was written to the writer below. */
    void flush() {
        try {
            out.append(waiting);
            waiting.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
