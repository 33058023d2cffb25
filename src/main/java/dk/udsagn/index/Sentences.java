package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where sentences end. A sentence ends after ".", "?", "!" or "…" with what closes it (quotes, brackets), when white space and something
 * that can start a sentence follow; not after an abbreviation, an ordinal or an initial, and not inside a transcriber's note.
 */
final class Sentences {
    private static final int LATIN = 0x250;
    private static final String CLOSING = "\"'”’»«)]";
    private static final String OPENING = "\"'”’“»«([-–—";
    private static final String INSIDE = ".'’-/";
    /** Characters nothing begins or ends with. */
    private static final boolean[] PASSED = new boolean[0x100];
    private static final boolean[] CLOSES = new boolean[LATIN];
    private static final boolean[] OPENS = new boolean[LATIN];
    private static final boolean[] IN_WORD = new boolean[LATIN];

    static {
        for (char c = 0; c < LATIN; c++) {
            if (c < PASSED.length) {
                PASSED[c] = c == ' ' || c == ',' || Character.isLetter(c);
            }
            CLOSES[c] = CLOSING.indexOf(c) >= 0;
            OPENS[c] = isSpace(c) || OPENING.indexOf(c) >= 0;
            IN_WORD[c] = Character.isLetterOrDigit(c) || INSIDE.indexOf(c) >= 0;
        }
    }

    private static final int PERHAPS = 1023;

    private final Set<String> abbreviations;
    private final boolean[] perhaps = new boolean[PERHAPS + 1];
    private final Markup markup;

    Sentences(Language language, Markup markup) {
        this.abbreviations = new HashSet<>();                   // without those that may be a sentence's last word: "osv."
        language.list("abbreviations.txt").stream().filter(line -> line.indexOf('\t') < 0).forEach(abbreviations::add);
        this.markup = markup;
        abbreviations.forEach(a -> perhaps[mixed(a.charAt(0), a.charAt(a.length() - 1))] = true);
    }

    List<Span> of(String text, int from, int to) {
        var stops = new Stops();
        var units = new char[to - from];
        text.getChars(from, to, units, 0);
        int i = from;
        while (i < to) {
            char here = units[i - from];
            if (here < PASSED.length && PASSED[here]) {
                i++;
            } else {
                i = step(text, from, i, to, stops);
            }
        }
        var sentences = new ArrayList<Span>();
        var course = course(text, from, to, stops);
        for (Span next = course.next(); next != null; next = course.next()) {
            sentences.add(next);
        }
        return sentences;
    }

    /** Takes in what stops there are between two words, or before the first or after the last: {@code from} to {@code to} is the passage. */
    void between(String text, int from, int at, int end, int to, Stops stops) {
        int i = at;
        while (i < end) {
            i = step(text, from, i, to, stops);
        }
    }

    /** Passes over a note or a sign, which may be a stop. */
    private int step(String text, int from, int at, int to, Stops stops) {
        char here = text.charAt(at);
        if (stops.add(here, at) || here < PASSED.length && PASSED[here]) {
            return at + 1;
        }
        int note = markup.end(text, from, at, to);
        return note > at ? note : at + 1;
    }

    /** The sentences of a passage whose stops are known. */
    Course course(String text, int from, int to, Stops stops) {
        return new Course(text, from, to, stops);
    }

    /** Signs that a sentence may end at, outside words and notes, in text order: no other character has to be looked at. */
    static final class Stops {
        private int[] places = new int[16];
        private int count;

        void clear() {
            count = 0;
        }

        /** Takes a sign in if it is a stop. */
        boolean add(char sign, int place) {
            if (sign != '\n' && !isStop(sign)) {
                return false;
            }
            places = count == places.length ? Arrays.copyOf(places, 2 * count) : places;
            places[count++] = place;
            return true;
        }
    }

    /** Goes through the sentences of a passage, no further than it is asked. */
    final class Course {
        private final String text;
        private final int to;
        private final Stops stops;
        private int stop;
        private int start;

        private Course(String text, int from, int to, Stops stops) {
            this.text = text;
            this.to = to;
            this.stops = stops;
            this.start = from;
        }

        /** The next sentence; null when there is none. */
        Span next() {
            return after(start);
        }

        /** The next sentence that ends after a place; null when there is none. */
        Span after(int place) {
            while (start < to) {
                int begin = start;
                start = end(begin);
                Span sentence = start > place ? trimmed(text, begin, start) : null;
                if (sentence != null && sentence.end() > place) {
                    return sentence;
                }
            }
            return null;
        }

        /** Where what begins at a place ends, white space included. */
        private int end(int begin) {
            while (stop < stops.count) {
                int at = stops.places[stop++];
                if (text.charAt(at) == '\n') {
                    if (at + 1 < to && text.charAt(at + 1) == '\n' && at > begin) {
                        return at;
                    }
                } else {
                    int end = closing(text, at, to);
                    while (stop < stops.count && stops.places[stop] < end) {
                        stop++;
                    }
                    if (ends(text, begin, at, end, to)) {
                        return end;
                    }
                }
            }
            return to;
        }
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '?' || c == '!' || c == '…';
    }

    /** After the run of stops that starts here and the quotes and brackets that close with it. */
    private static int closing(String text, int at, int to) {
        int i = at;
        while (i < to && isStop(text.charAt(i))) {
            i++;
        }
        while (i < to && closes(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean ends(String text, int start, int stop, int end, int to) {
        if (end >= to) {
            return true;
        }
        if (!isSpace(text.charAt(end))) {
            return false;
        }
        int next = end;
        while (next < to && opens(text.charAt(next))) {
            next++;
        }
        char first = next < to ? text.charAt(next) : 'A';
        if (Character.isLowerCase(first)) {
            return false;
        }
        boolean single = text.charAt(stop) == '.' && (stop + 1 >= to || text.charAt(stop + 1) != '.');
        if (!single) {
            return true;
        }
        int word = wordBefore(text, start, stop);
        return word == stop || !isAbbreviation(text, word, stop) && !isInitial(text, word, stop) && !(isOrdinal(text, word, stop) && Character.isDigit(first));
    }

    private static int wordBefore(String text, int start, int stop) {
        int i = stop;
        while (i > start && inWord(text.charAt(i - 1)) && stop - i < 40) {
            i--;
        }
        return i;
    }

    private boolean isAbbreviation(String text, int from, int to) {
        char first = text.charAt(from);
        char last = text.charAt(to - 1);
        if (first < LATIN && last < LATIN && !perhaps[mixed(first, last)]) {
            return false;
        }
        return abbreviations.contains(text.substring(from, to).replace('’', '\'').toLowerCase(Locale.ROOT));
    }

    /** By the letters it begins and ends with, whatever their case: nearly every word is seen to be none without looking it up. */
    private static int mixed(char first, char last) {
        return (Character.toLowerCase(first) * 31 + Character.toLowerCase(last)) & PERHAPS;
    }

    /** One capital, or letters with a full stop between each: "P", "H.C". */
    private static boolean isInitial(String text, int from, int to) {
        if (!Character.isUpperCase(text.charAt(to - 1)) || (to - from) % 2 == 0) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ((i - from) % 2 == 0 ? !Character.isLetter(text.charAt(i)) : text.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isOrdinal(String text, int from, int to) {
        return to - from <= 2 && Character.isDigit(text.charAt(from)) && Character.isDigit(text.charAt(to - 1));
    }

    private static boolean closes(char c) {
        return c < LATIN ? CLOSES[c] : CLOSING.indexOf(c) >= 0;
    }

    /** What may stand before the first letter of a sentence. */
    private static boolean opens(char c) {
        return c < LATIN ? OPENS[c] : isSpace(c) || OPENING.indexOf(c) >= 0;
    }

    private static boolean inWord(char c) {
        return c < LATIN ? IN_WORD[c] : Character.isLetterOrDigit(c) || INSIDE.indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }

    /** Without the white space round it; null where there is nothing else. */
    private static Span trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return to > from ? new Span(from, to) : null;
    }
}
