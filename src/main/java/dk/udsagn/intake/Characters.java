package dk.udsagn.intake;

/** What counts as empty space around words: also no-break spaces, byte order marks and zero-width spaces. */
final class Characters {
    private Characters() {
    }

    static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff' || c == '\u200b' || c == '\u200e' || c == '\u200f' || c == '\u0085'
            || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** The first place from {@code from} on that is no space; {@code to} if there is none. */
    static int skip(String text, int from, int to) {
        int i = from;
        while (i < to && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The place after the last character before {@code to} that is no space; {@code from} if there is none. */
    static int skipBack(String text, int from, int to) {
        int i = to;
        while (i > from && isSpace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    static String trim(String text) {
        int start = skip(text, 0, text.length());
        return text.substring(start, skipBack(text, start, text.length()));
    }

    /** One space for each stretch of spaces, none at the ends. */
    static String squeeze(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return trim(out.toString());
    }
}
