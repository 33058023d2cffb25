package dk.udsagn.intake;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time mark in a text, such as {@code [00:12:31]}, {@code #00:01:23-4#} or {@code (12:31)}.
 *
 * @param start   where it begins
 * @param end     after its last character
 * @param startMs the time it names, in milliseconds
 * @param endMs   the second time of a mark that names two
 */
record TimeMark(int start, int end, long startMs, OptionalLong endMs) {
    /**
     * Hours may be absent; fractions stand after a full stop, a comma, or the hyphen of f4; frames of a film, after a colon, are
     * passed over. Teams once wrote "0:0:5.100": such seconds have one digit only before a fraction.
     */
    private static final String CLOCK = "(?:(\\d{1,2}):([0-5]?\\d)|(\\d{1,3})):([0-5]\\d|(?<=\\d:\\d{1,2}:)\\d(?=[.,]))(?:[:;]\\d{2}(?!\\d))?(?:[.,-](\\d{1,3}))?";
    private static final String RANGE = CLOCK + "(?:\\h*(?:-->|[-\u2013\u2014/])\\h*" + CLOCK + ")?";
    private static final Pattern INSIDE = Pattern.compile("\\h*" + RANGE + "\\h*");
    private static final Pattern BARE = Pattern.compile(RANGE);
    private static final int LONGEST = 40;

    /** The bracketed mark that begins exactly at a place. */
    static Optional<TimeMark> at(String text, int at, int to) {
        if (at >= to) {
            return Optional.empty();
        }
        char close = switch (text.charAt(at)) {
            case '[' -> ']';
            case '(' -> ')';
            case '{' -> '}';
            case '<' -> '>';
            case '#' -> '#';
            default -> 0;
        };
        int end = close == 0 ? -1 : text.indexOf(close, at + 1, Math.min(to, at + LONGEST + 1));
        if (end < 0) {
            return Optional.empty();
        }
        Matcher m = INSIDE.matcher(text).region(at + 1, end);
        return m.matches() ? Optional.of(of(m, at, end + 1)) : Optional.empty();
    }

    /** The mark without brackets that begins exactly at a place; no digit or colon may follow it. */
    static Optional<TimeMark> bareAt(String text, int at, int to) {
        if (at >= to || !Character.isDigit(text.charAt(at))) {
            return Optional.empty();
        }
        Matcher m = BARE.matcher(text).region(at, Math.min(to, at + LONGEST));
        if (!m.lookingAt() || m.end() < to && (Character.isDigit(text.charAt(m.end())) || text.charAt(m.end()) == ':')) {
            return Optional.empty();
        }
        return Optional.of(of(m, at, m.end()));
    }

    /** The bracketed mark that ends exactly at a place. */
    static Optional<TimeMark> endingAt(String text, int from, int end) {
        if (end <= from || "])}>#".indexOf(text.charAt(end - 1)) < 0) {
            return Optional.empty();
        }
        for (int i = end - 2; i >= Math.max(from, end - LONGEST); i--) {
            char c = text.charAt(i);
            if ("[({<#".indexOf(c) >= 0) {
                Optional<TimeMark> mark = at(text, i, end);
                return mark.filter(m -> m.end() == end);
            }
        }
        return Optional.empty();
    }

    private static TimeMark of(Matcher m, int start, int end) {
        return new TimeMark(start, end, ms(m, 0), m.group(9) == null ? OptionalLong.empty() : OptionalLong.of(ms(m, 5)));
    }

    /** Groups: hours, minutes under an hour, minutes alone, seconds, fraction. */
    private static long ms(Matcher m, int group) {
        long minutes = m.group(group + 1) != null
            ? Long.parseLong(m.group(group + 1)) * 60 + Long.parseLong(m.group(group + 2)) : Long.parseLong(m.group(group + 3));
        String fraction = m.group(group + 5);
        return (minutes * 60 + Long.parseLong(m.group(group + 4))) * 1000
            + (fraction == null ? 0 : Long.parseLong((fraction + "00").substring(0, 3)));
    }
}
