package dk.udsagn.report;

import dk.udsagn.codebook.Codebook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tells themes apart on a page: a colour and, for those who do not see colours, a pattern. Themes go by their number. */
final class Palette {
    /** Okabe and Ito's colours, which differ for every kind of colour vision (Color Universal Design, 2008), without black and yellow, which drown in light pages. */
    private static final List<String> COLOURS = List.of("#0072B2", "#009E73", "#E69F00", "#CC79A7", "#56B4E9", "#D55E00", "#8A6D3B", "#777777");
    /** Lines cut out of a square of 8 by 8. */
    private static final List<String> PATTERNS = List.of("", "M-2 10L10 -2M-2 2L2 -2M6 10L10 6", "M0 2H8M0 6H8", "M2 2h.1M6 6h.1", "M-2 -2L10 10M6 -2L10 2M-2 6L2 10",
        "M4 0V8", "M0 4H8M4 0V8", "M0 0L8 8M8 0L0 8");

    private final List<String> themes;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Codebook codebook;

    Palette(Codebook codebook, List<String> themes) {
        this.codebook = codebook;
        this.themes = themes;
        themes.forEach(t -> numbers.putIfAbsent(t, numbers.size()));
    }

    /** The theme's number on all pages of a report. */
    int number(String theme) {
        return numbers.getOrDefault(theme, 0);
    }

    /** The class that carries the theme's colour. */
    String css(String theme) {
        return "t" + number(theme);
    }

    /** The paint of the theme's stripes. */
    String paint(String theme) {
        return "url(#k" + number(theme) + ")";
    }

    String colours() {
        var css = new StringBuilder();
        var all = codebook.all();
        for (String theme : themes) {
            var found = all.get(theme);
            css.append('.').append(css(theme)).append("{--c:").append(found == null || found.colour().isEmpty() ? COLOURS.get(number(theme) % COLOURS.size()) : found.colour()).append('}');
        }
        return css.append('\n').toString();
    }

    /** The patterns, unseen, for the page's drawings to refer to. */
    String patterns(List<String> used) {
        var out = new StringBuilder("<svg class=\"unseen\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>");
        for (String theme : used) {
            int n = number(theme);
            out.append("<pattern id=\"k").append(n).append("\" class=\"").append(css(theme)).append("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect class=\"dye\" width=\"8\" height=\"8\"/>");
            String lines = PATTERNS.get(n % PATTERNS.size());
            if (!lines.isEmpty()) {
                out.append("<path class=\"cut\" d=\"").append(lines).append("\"/>");
            }
            out.append("</pattern>");
        }
        return out.append("</defs></svg>\n").toString();
    }

    String swatch(String theme) {
        return "<svg class=\"swatch\" width=\"16\" height=\"16\" aria-hidden=\"true\" focusable=\"false\"><rect width=\"16\" height=\"16\" fill=\"" + paint(theme) + "\"/></svg>";
    }
}
