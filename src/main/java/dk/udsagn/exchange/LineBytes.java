package dk.udsagn.exchange;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Goes over one line of JSON as this library writes it, byte by byte: without white space between its parts, numbers in their usual form. Of anything
 * else it says that it is none, which is no judgement of the line.
 *
 * <p>A general parser makes every text of a line anew, and most of a log's texts have come a thousand times before: they are told by their bytes here.
 */
final class LineBytes {
    private static final int KEPT = 100_000;

    private final Map<String, String> kept = new HashMap<>();
    private final String[] recent = new String[1 << 12];
    private byte[] bytes;
    private int at;
    private int end;

    void over(byte[] line, int from, int to) {
        bytes = line;
        at = from;
        end = to;
    }

    boolean atEnd() {
        return at == end;
    }

    /** Whether a certain sign comes next; goes past it if so. */
    boolean take(char sign) {
        boolean next = at < end && bytes[at] == sign;
        at += next ? 1 : 0;
        return next;
    }

    /** The text that comes next; null when none does. */
    String text() {
        return text(false);
    }

    /** The text that comes next, one of those that come again and again: the same object each time. */
    String keptText() {
        return text(true);
    }

    private String text(boolean keep) {
        if (!take('"')) {
            return null;
        }
        int from = at;
        int hash = 0;
        int signs = 0;
        boolean escaped = false;
        while (at < end && bytes[at] != '"') {
            int b = bytes[at];
            if (b >= 0 && b < ' ') {
                return null;
            }
            signs |= b;
            if (b == '\\') {
                escaped = true;
                at++;
            } else {
                hash = hash * 31 + b;
            }
            at++;
        }
        int to = at;
        if (!take('"')) {
            return null;
        }
        if (signs < 0 || escaped) {
            String text = decoded(from, to, escaped);
            return keep && text != null ? kept(text) : text;
        }
        int slot = (hash ^ hash >>> 15) & recent.length - 1;
        if (keep && is(recent[slot], from, to)) {
            return recent[slot];
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return keep ? recent[slot] = kept(text) : text;
    }

    private String decoded(int from, int to, boolean escaped) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') >= 0 ? null : escaped ? unescaped(text) : text;         // U+FFFD: perhaps no UTF-8
    }

    private boolean is(String text, int from, int to) {
        if (text == null || text.length() != to - from) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private String kept(String text) {
        String known = kept.get(text);
        if (known == null && kept.size() < KEPT) {
            kept.put(text, text);
        }
        return known == null ? text : known;
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                int which = "\"\\/nrtbf".indexOf(i < text.length() ? text.charAt(i) : ' ');
                if (which < 0) {
                    return null;                                // by number: seldom, and left to the parser
                }
                c = "\"\\/\n\r\t\b\f".charAt(which);
            }
            plain.append(c);
        }
        return plain.toString();
    }

    /** Goes past a text that is not needed; false when none comes. */
    boolean skipText() {
        if (!take('"')) {
            return false;
        }
        int from = at;
        boolean plain = true;
        boolean escaped = false;
        for (; at < end && bytes[at] != '"'; at++) {
            if (bytes[at] >= 0 && bytes[at] < ' ') {
                return false;
            }
            if (bytes[at] == '\\') {
                escaped = true;
                at++;
            } else if (bytes[at] < 0) {
                boolean pair = isPair();
                plain &= pair;
                at += pair ? 1 : 0;
            }
        }
        int to = at;
        return take('"') && (plain && !escaped || decoded(from, to, escaped) != null);
    }

    /** Whether two bytes are one letter such as æ, ø, å. */
    private boolean isPair() {
        return at + 1 < end && (bytes[at] & 0xE0) == 0xC0 && (bytes[at] & 0xFF) >= 0xC2 && (bytes[at + 1] & 0xC0) == 0x80;
    }

    /** The whole number that comes next; -1 when none of at most nine digits does. */
    int whole() {
        int from = at;
        int number = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - from < 10) {
            number = number * 10 + bytes[at++] - '0';
        }
        return at == from || at - from > 9 || at - from > 1 && bytes[from] == '0' ? -1 : number;
    }

    /** The number that comes next; NaN when none in its usual form does. */
    double number() {
        int from = at;
        while (at < end && (bytes[at] >= '0' && bytes[at] <= '9' || at > from && (bytes[at] == '.' || bytes[at] == 'E' || bytes[at] == '-'))) {
            at++;
        }
        if (at == from || at - from > 1 && bytes[from] == '0' && bytes[from + 1] != '.' || bytes[at - 1] < '0' || bytes[at - 1] > '9') {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
