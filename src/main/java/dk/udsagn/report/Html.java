package dk.udsagn.report;

import java.util.regex.Pattern;

/** HTML under construction: what is ours goes in as it is, what is not goes in escaped. */
final class Html {
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n\\s*");
    private final StringBuilder out = new StringBuilder();

    /** Markup of our own making. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Words, whoever's they are. */
    Html text(Object words) {
        out.append(escape(words.toString()));
        return this;
    }

    /** An attribute with a space before it. */
    Html attr(String name, Object value) {
        out.append(' ').append(name).append("=\"").append(escape(value.toString())).append('"');
        return this;
    }

    /** Spoken words: single line ends of the file are spaces, as everywhere in HTML; an empty line begins a new paragraph. */
    Html spoken(String words) {
        String safe = escape(words);
        out.append(safe.indexOf('\n') < 0 ? safe : BLANK_LINE.matcher(safe).replaceAll("<br><br>"));
        return this;
    }

    static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    @Override public String toString() {
        return out.toString();
    }
}
