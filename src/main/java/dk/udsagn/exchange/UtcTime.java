package dk.udsagn.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Times as in 2024-05-01T10:00:00Z: nearly all are so, there are many, and Java's own formats take ten times as long for them. */
final class UtcTime {
    private static final String FORM = "0000-00-00T00:00:00Z";
    private static final long LAST = LocalDate.of(9999, 12, 31).atTime(23, 59, 59).toEpochSecond(ZoneOffset.UTC);
    private static final long FIRST = LocalDate.of(0, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    private static final int DAY = 86_400;
    private static final int MILLI = 1_000_000;

    private UtcTime() {
    }

    /** A time of that form, with or without milliseconds; null for others, and for what is no time. */
    static Instant read(String text) {
        int n = text.length();
        if (n != FORM.length() && (n != FORM.length() + 4 || text.charAt(19) != '.') || text.charAt(n - 1) != 'Z' || !hasForm(text)) {
            return null;
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int millis = n > FORM.length() ? digits(text, 20, 23) : 0;
        if (hour > 23 || minute > 59 || second > 59 || millis < 0) {
            return null;
        }
        try {
            long day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)).toEpochDay();
            return Instant.ofEpochSecond(day * DAY + hour * 3_600 + minute * 60 + second, (long) millis * MILLI);
        } catch (DateTimeException e) {
            return null;                                                         // the thirtieth of February: told where others are
        }
    }

    /** Whether the first nineteen are digits where those of the form are, and else what stands there. */
    private static boolean hasForm(String text) {
        for (int i = 0; i < 19; i++) {
            char c = text.charAt(i);
            char form = FORM.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return true;
    }

    /** A number of so many digits; -1 when one is none. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The same as {@link Instant#toString}. */
    static String write(Instant at) {
        long seconds = at.getEpochSecond();
        if (at.getNano() % MILLI != 0 || seconds < FIRST || seconds > LAST) {
            return at.toString();
        }
        var day = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY));
        int second = Math.floorMod(seconds, DAY);
        int millis = at.getNano() / MILLI;
        char[] text = (millis == 0 ? FORM : "0000-00-00T00:00:00.000Z").toCharArray();
        put(text, 4, day.getYear());
        put(text, 7, day.getMonthValue());
        put(text, 10, day.getDayOfMonth());
        put(text, 13, second / 3_600);
        put(text, 16, second / 60 % 60);
        put(text, 19, second % 60);
        put(text, text.length - 1, millis);
        return new String(text);
    }

    /** Writes the digits of a number that end before a place. */
    private static void put(char[] text, int end, int number) {
        for (int i = end - 1; number > 0; i--) {
            text[i] = (char) ('0' + number % 10);
            number /= 10;
        }
    }
}
