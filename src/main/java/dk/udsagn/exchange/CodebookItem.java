package dk.udsagn.exchange;

import dk.udsagn.codebook.Example;
import dk.udsagn.codebook.Indicator;
import dk.udsagn.codebook.Polarity;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a cell of a {@link CodebookTable}: an indicator with weight and side, an example with side, question and note, and how any words stand on one line. */
final class CodebookItem {
    private static final Pattern WEIGHED = Pattern.compile("([0-9]*[.,]?[0-9]+)\\s+(\\p{L}+)\\s*:\\s*(.*)", Pattern.DOTALL);
    private static final Pattern SIDED = Pattern.compile("(positive?|negative?|mixed|blandet|neutral)\\s*:\\s*(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final String ASKED = "asked: ";
    private static final String BETWEEN = " // ";

    private CodebookItem() {
    }

    static String written(Indicator i) {
        return new BigDecimal(Double.toString(i.weight())).toPlainString() + " " + i.polarity().word() + ": " + escaped(i.find());
    }

    static String written(Example e) {
        String side = e.polarity() != Polarity.NEUTRAL || SIDED.matcher(e.text()).matches() ? e.polarity().word() + ": " : "";
        String text = e.text().startsWith(ASKED) ? "\\" + unparted(e.text()) : unparted(e.text());
        return side + (e.question().isEmpty() ? "" : ASKED + unparted(e.question()) + BETWEEN) + text + (e.note().isEmpty() ? "" : BETWEEN + escaped(e.note()));
    }

    private static String unparted(String words) {
        return escaped(words).replace(" //", " \\//");
    }

    /** On one line; blanks at its ends and backslashes survive. */
    static String escaped(String words) {
        String one = words.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        one = one.startsWith(" ") || one.startsWith("\t") ? blank(one.charAt(0)) + one.substring(1) : one;
        return one.endsWith(" ") || one.endsWith("\t") ? one.substring(0, one.length() - 1) + blank(one.charAt(one.length() - 1)) : one;
    }

    private static String blank(char c) {
        return c == '\t' ? "\\t" : "\\s";
    }

    static String plain(String item) {
        if (item.indexOf('\\') < 0) {
            return item;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < item.length(); i++) {
            char c = item.charAt(i);
            int escape = c == '\\' && i + 1 < item.length() ? "nrst\\/a".indexOf(item.charAt(i + 1)) : -1;
            if (escape >= 0) {
                plain.append("\n\r \t\\/a".charAt(escape));
                i++;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    static Indicator indicator(String line) {
        Matcher weighed = WEIGHED.matcher(line);
        if (weighed.matches()) {
            return new Indicator(plain(weighed.group(3)), Double.parseDouble(weighed.group(1).replace(',', '.')), polarity(weighed.group(2)));
        }
        Matcher sided = SIDED.matcher(line);
        return sided.matches() ? new Indicator(plain(sided.group(2)), Indicator.USUAL_WEIGHT, polarity(sided.group(1))) : new Indicator(plain(line), Indicator.USUAL_WEIGHT, Polarity.POSITIVE);
    }

    static Example example(String line) {
        Matcher sided = SIDED.matcher(line);
        Polarity polarity = sided.matches() ? polarity(sided.group(1)) : Polarity.NEUTRAL;
        String rest = sided.matches() ? sided.group(2) : line;
        int asked = rest.startsWith(ASKED) ? rest.indexOf(BETWEEN, ASKED.length()) : -1;
        String question = asked < 0 ? "" : plain(rest.substring(ASKED.length(), asked));
        rest = asked < 0 ? rest : rest.substring(asked + BETWEEN.length());
        int note = rest.indexOf(BETWEEN);
        return new Example(plain(note < 0 ? rest : rest.substring(0, note)), polarity, note < 0 ? "" : plain(rest.substring(note + BETWEEN.length())), question);
    }

    private static Polarity polarity(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "positiv" -> Polarity.POSITIVE;
            case "negativ" -> Polarity.NEGATIVE;
            case "blandet" -> Polarity.MIXED;
            default -> Polarity.of(word);
        };
    }
}
