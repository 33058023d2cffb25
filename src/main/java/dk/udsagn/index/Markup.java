package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import java.util.List;
import java.util.Locale;

/**
 * What a transcriber wrote among the words without anybody saying it: "(griner)", "[uklart]", "(…)", "#00:12:01-3#", "<v Anna>".
 *
 * <p>Square and curly brackets always hold such notes. Round ones do when they hold at most three words, or a word of the language's list
 * of cues ("griner", "pause"); longer ones without a cue are taken as spoken, since losing words is worse than finding a note.
 */
final class Markup {
    private static final int LONGEST = 200;
    private final List<String> cues;

    Markup(Language language) {
        cues = language.list("markup.txt");
    }

    /** End of the markup that starts at {@code at}; {@code at} itself when none does. Looks no further back than {@code from}. */
    int end(String text, int from, int at, int to) {
        return switch (text.charAt(at)) {
            case '[' -> closed(text, at, to, ']');
            case '{' -> closed(text, at, to, '}');
            case '(' -> round(text, from, at, to);
            case '<' -> tag(text, at, to);
            case '#', '*' -> fenced(text, at, to);
            default -> Character.isDigit(text.charAt(at)) ? time(text, from, at, to) : at;
        };
    }

    private int closed(String text, int at, int to, char close) {
        int limit = Math.min(to, at + LONGEST);
        for (int i = at + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == close) {
                return i + 1;
            }
            if (c == text.charAt(at)) {
                break;
            }
        }
        return at;
    }

    private int round(String text, int from, int at, int to) {
        int end = closed(text, at, to, ')');
        if (end == at || at > from && Character.isLetterOrDigit(text.charAt(at - 1)) || end < to && Character.isLetterOrDigit(text.charAt(end))) {
            return at;                                          // "kollega(er)" is one word with an ending in doubt
        }
        String inside = text.substring(at + 1, end - 1);
        return words(inside) <= 3 || hasCue(inside) ? end : at;
    }

    private static int tag(String text, int at, int to) {
        if (at + 1 >= to || !(Character.isLetter(text.charAt(at + 1)) || text.charAt(at + 1) == '/')) {
            return at;
        }
        int limit = Math.min(to, at + 80);
        int end = text.indexOf('>', at, limit);
        return end > at && text.indexOf('<', at + 1, end) < 0 ? end + 1 : at;
    }

    private int fenced(String text, int at, int to) {
        char fence = text.charAt(at);
        int end = text.indexOf(fence, at + 1, Math.min(to, at + 80));
        if (end < 0) {
            return at;
        }
        String inside = text.substring(at + 1, end);
        boolean note = fence == '#' ? !inside.isEmpty() && inside.chars().allMatch(c -> Character.isDigit(c) || ":.-,".indexOf(c) >= 0) : hasCue(inside);
        return note ? end + 1 : at;
    }

    /** "00:12:33" or "1:02:03.4": hours, minutes, seconds. With one colon it may be a time of day somebody speaks of. */
    private static int time(String text, int from, int at, int to) {
        if (at > from && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ':')) {
            return at;
        }
        int i = at;
        for (int part = 0; part < 3; part++) {
            int digits = i;
            while (i < to && i - digits < 3 && Character.isDigit(text.charAt(i))) {
                i++;
            }
            if (i == digits || i - digits > 2 || part > 0 && i - digits != 2) {
                return at;
            }
            if (part < 2) {
                if (i >= to || text.charAt(i) != ':') {
                    return at;
                }
                i++;
            }
        }
        if (i + 1 < to && (text.charAt(i) == '.' || text.charAt(i) == ',') && Character.isDigit(text.charAt(i + 1))) {
            i++;
            while (i < to && Character.isDigit(text.charAt(i))) {
                i++;
            }
        }
        return i < to && Character.isLetterOrDigit(text.charAt(i)) ? at : i;
    }

    /** Stretches between white space that hold a letter or digit. */
    private static int words(String inside) {
        int words = 0;
        boolean counted = false;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c <= ' ' && " \t\n\u000B\f\r".indexOf(c) >= 0) {
                counted = false;
            } else if (!counted && Character.isLetterOrDigit(c)) {
                counted = true;
                words++;
            }
        }
        return words;
    }

    private boolean hasCue(String inside) {
        for (String word : inside.toLowerCase(Locale.ROOT).split("[\\s.,;:/-]+")) {
            for (String cue : cues) {
                if (word.startsWith(cue)) {
                    return true;
                }
            }
        }
        return false;
    }
}
