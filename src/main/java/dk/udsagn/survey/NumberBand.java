package dk.udsagn.survey;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A group label that is a stretch of numbers: "12-14", "<12", "over 25", "25+", "20 år". Ends are as written; a strict end is not in it. */
record NumberBand(double low, double high, boolean openLow, boolean openHigh, int decimals) {
    private static final String NUMBER = "([0-9]+(?:[.,][0-9]+)*)";
    private static final Pattern SPAN = Pattern.compile(NUMBER + "\\s*(?:-|–|—|til|to)\\s*" + NUMBER);
    private static final Pattern SINGLE = Pattern.compile(NUMBER);
    private static final Pattern UNDER = Pattern.compile("(?:<|under|yngre end|færre end|mindre end|below|younger than|less than|fewer than)\\s*" + NUMBER);
    private static final Pattern OVER = Pattern.compile("(?:>|over|ældre end|flere end|mere end|above|older than|more than)\\s*" + NUMBER);
    private static final Pattern TO = Pattern.compile("(?:<=|≤|højst|til og med|op til|at most|up to)\\s*" + NUMBER
        + "|" + NUMBER + "\\s*(?:og|eller|and|or)\\s*(?:derunder|yngre|under|færre|mindre|below|younger|less|fewer)");
    private static final Pattern FROM = Pattern.compile("(?:>=|≥|mindst|fra|at least|from)\\s*" + NUMBER
        + "|" + NUMBER + "\\s*(?:\\+|(?:og|eller|and|or)\\s*(?:derover|ældre|over|flere|mere|above|older|more))");
    private static final Pattern UNIT = Pattern.compile("\\s*-?(?:årige?|år|years?(?: old)?|samtaler?|gange?|dage?|uger?|måneder|timer?|sessions?|times|days?|weeks?|kr\\.?|pct\\.?|%)"
        + "(?=\\s|$)");

    /** The stretch a label names; empty when it names none. */
    static Optional<NumberBand> of(String label) {
        String plain = UNIT.matcher(label.strip().toLowerCase(java.util.Locale.ROOT)).replaceAll("").strip();
        var m = SPAN.matcher(plain);
        if (m.matches()) {
            double low = number(m.group(1));
            double high = number(m.group(2));
            return low <= high ? Optional.of(new NumberBand(low, high, false, false, Math.max(decimals(m.group(1)), decimals(m.group(2))))) : Optional.empty();
        }
        m = SINGLE.matcher(plain);
        if (m.matches()) {
            return Optional.of(new NumberBand(number(plain), number(plain), false, false, decimals(plain)));
        }
        for (Pattern pattern : java.util.List.of(UNDER, TO)) {
            m = pattern.matcher(plain);
            if (m.matches()) {
                String n = group(m);
                return Optional.of(new NumberBand(Double.NEGATIVE_INFINITY, number(n), true, pattern == UNDER, decimals(n)));
            }
        }
        for (Pattern pattern : java.util.List.of(OVER, FROM)) {
            m = pattern.matcher(plain);
            if (m.matches()) {
                String n = group(m);
                return Optional.of(new NumberBand(number(n), Double.POSITIVE_INFINITY, pattern == OVER, true, decimals(n)));
            }
        }
        return Optional.empty();
    }

    private static String group(java.util.regex.Matcher m) {
        return m.group(1) != null ? m.group(1) : m.group(2);
    }

    /** "12", "2,5", "2.5", "100.000": a mark before exactly three digits marks thousands. */
    private static double number(String text) {
        return new BigDecimal(text.matches("[0-9]{1,3}([.,][0-9]{3})+") ? text.replaceAll("[.,]", "") : text.replace(',', '.')).doubleValue();
    }

    private static int decimals(String text) {
        int mark = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
        return mark < 0 || text.matches("[0-9]{1,3}([.,][0-9]{3})+") ? 0 : text.length() - mark - 1;
    }

    /** The least value in it when values step by {@code step}. */
    double first(double step) {
        return openLow ? low + step : low;
    }

    /** The greatest value in it when values step by {@code step}. */
    double last(double step) {
        return openHigh ? high - step : high;
    }

    boolean holds(double value) {
        return (openLow ? value > low : value >= low) && (openHigh ? value < high : value <= high);
    }

    /** The middle, an infinite end put at the scale's. */
    double middle(double least, double greatest) {
        return (Math.max(low, least) + Math.min(high, greatest)) / 2;
    }
}
