package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

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

    private final Set<String> abbreviations;
    private final Markup markup;

    Sentences(Language language, Markup markup) {
        this.abbreviations = new HashSet<>();                   // without those that may be a sentence's last word: "osv."
        language.list("abbreviations.txt").stream().filter(line -> line.indexOf('\t') < 0).forEach(abbreviations::add);
        this.markup = markup;
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
        String before = wordBefore(text, start, stop);
        if (before.isEmpty()) {
            return true;
        }
        if (abbreviations.contains(before)) {
            return false;
        }
        boolean number = before.chars().allMatch(Character::isDigit);
        boolean initial = Character.isUpperCase(text.charAt(stop - 1)) && before.length() % 2 == 1
            && IntStream.range(0, before.length()).allMatch(i -> i % 2 == 0 ? Character.isLetter(before.charAt(i)) : before.charAt(i) == '.');
        return !(initial || number && before.length() <= 2 && Character.isDigit(first));
    }

    private static String wordBefore(String text, int start, int stop) {
        int i = stop;
        while (i > start && (Character.isLetterOrDigit(text.charAt(i - 1)) || ".'’-/".indexOf(text.charAt(i - 1)) >= 0) && stop - i < 40) {
            i--;
        }
        return text.substring(i, stop).replace('’', '\'').toLowerCase(Locale.ROOT);
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
