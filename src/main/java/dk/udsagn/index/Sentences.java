package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where sentences end. A sentence ends after ".", "?", "!" or "…" with what closes it (quotes, brackets), when white space and something
 * that can start a sentence follow; not after an abbreviation, an ordinal or an initial, and not inside a transcriber's note.
 */
final class Sentences {
    /** Characters nothing begins or ends with. */
    private static final boolean[] PASSED = new boolean[0x100];

    static {
        for (char c = ' '; c < PASSED.length; c++) {
            PASSED[c] = c == ' ' || c == ',' || Character.isLetter(c);
        }
    }

    private static final int LATIN = 0x250;
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
        var sentences = new ArrayList<Span>();
        var units = new char[to - from];
        text.getChars(from, to, units, 0);
        int start = from;
        int i = from;
        while (i < to) {
            char here = units[i - from];
            if (here < PASSED.length && PASSED[here]) {
                i++;
                continue;
            }
            int note = markup.end(text, from, i, to);
            if (note > i) {
                i = note;
                continue;
            }
            if (here == '\n' && i + 1 < to && text.charAt(i + 1) == '\n') {
                add(sentences, text, start, i);
                start = i;
                i++;
            } else if (isStop(here)) {
                int end = closing(text, i, to);
                if (ends(text, start, i, end, to)) {
                    add(sentences, text, start, end);
                    start = end;
                }
                i = end;
            } else {
                i++;
            }
        }
        add(sentences, text, start, to);
        return sentences;
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
        while (i < to && "\"'”’»«)]".indexOf(text.charAt(i)) >= 0) {
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
        while (next < to && (isSpace(text.charAt(next)) || "\"'”’“»«([-–—".indexOf(text.charAt(next)) >= 0)) {
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
        while (i > start && (Character.isLetterOrDigit(text.charAt(i - 1)) || ".'’-/".indexOf(text.charAt(i - 1)) >= 0) && stop - i < 40) {
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

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }

    private static void add(List<Span> sentences, String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            sentences.add(new Span(from, to));
        }
    }
}
