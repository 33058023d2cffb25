package dk.udsagn.suggest;

import dk.udsagn.transcript.Span;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A passage cut into clauses, by punctuation and by the words that begin clauses. Not a parser: a negation's reach is what it is for.
 *
 * @param end     where the turn ends that the passage stands in: what follows is nobody's punctuation
 * @param words   the words of the passage
 * @param clauses one after another, covering all words
 */
record Clauses(String text, int end, List<Word> words, List<Clause> clauses) {

    private static final int LATIN = 0x250;
    /** Letters and digits that are composed and stay one in lower case. */
    private static final boolean[] IN_WORD = new boolean[LATIN];

    static {
        for (char c = 0; c < LATIN; c++) {
            IN_WORD[c] = Character.isLetterOrDigit(c) && c != 0x130;
        }
    }

    /** A word: lower case, composed, without apostrophes; and where it stands. */
    record Word(String form, int start, int end) {
        Span span() {
            return new Span(start, end);
        }
    }

    /**
     * Words from {@code from} up to {@code to}.
     *
     * @param hard        a sentence ends before it
     * @param transparent nothing but fillers: "altså, ik'"
     * @param elliptic    a few words without a subject that lean on the clause before
     * @param coordinate  a new verb with the subject of the clause before: "… og spurgte ind"
     */
    record Clause(int from, int to, boolean hard, boolean transparent, boolean elliptic, boolean coordinate) {
    }

    static Clauses of(String text, Span turn, Span passage, Cues cues) {
        var words = words(text, passage);
        var clauses = new ArrayList<Clause>();
        int from = 0;
        boolean coordinate = false;
        for (int i = 1; i <= words.size(); i++) {
            boolean comma = i < words.size() && breaks(text, words, i);
            boolean verb = i < words.size() && !comma && newVerb(words, i, cues);
            if (i == words.size() || comma || verb || opens(words, i, cues)) {
                clauses.add(clause(text, words, from, i, coordinate, cues));
                from = i;
                coordinate = verb;
            }
        }
        return new Clauses(text, turn.end(), words, clauses);
    }

    /** The clause before one in the same sentence, fillers passed over; -1 for none. */
    int previous(int c) {
        for (int k = c; k > 0 && !clauses.get(k).hard(); k--) {
            if (!clauses.get(k - 1).transparent()) {
                return k - 1;
            }
        }
        return -1;
    }

    /** The clause after one in the same sentence, fillers passed over; -1 for none. */
    int next(int c) {
        for (int k = c + 1; k < clauses.size() && !clauses.get(k).hard(); k++) {
            if (!clauses.get(k).transparent()) {
                return k;
            }
        }
        return -1;
    }

    /** The first word from a place on in a clause that begins such a phrase; -1 for none. */
    int find(String work, Clause clause, Cues cues) {
        for (int i = clause.from(); i < clause.to(); i++) {
            if (cues.at(work, words, i, clause.to()) > 0) {
                return i;
            }
        }
        return -1;
    }

    private static Clause clause(String text, List<Word> words, int from, int to, boolean coordinate, Cues cues) {
        boolean hard = from > 0 && has(".?!;", text, words.get(from - 1).end(), words.get(from).start());
        boolean afterBreak = from > 0 && !hard && breaks(text, words, from);
        boolean bare = true;
        for (int i = from; i < to; i++) {
            bare &= !cues.is("subject", words.get(i).form());
        }
        String first = words.get(from).form();
        boolean introduced = cues.is("opener", first) || cues.is("joiner", first) || cues.is("relative", first) || cues.at("forward", words, from, to) > 0;
        boolean closed = from > 0 && (to == words.size() || breaks(text, words, to));
        boolean transparent = onlyFillers(words, from, to, closed, cues);
        return new Clause(from, to, hard, transparent, afterBreak && bare && !introduced && !transparent && to - from <= 4, coordinate && bare);
    }

    private static boolean onlyFillers(List<Word> words, int from, int to, boolean tags, Cues cues) {
        int i = from;
        while (i < to) {
            int length = Math.max(cues.at("filler", words, i, to), tags ? cues.at("tag", words, i, to) : 0);
            if (length == 0) {
                return false;
            }
            i += length;
        }
        return true;
    }

    private static boolean opens(List<Word> words, int i, Cues cues) {
        String word = words.get(i).form();
        String before = words.get(i - 1).form();
        if (cues.is("glue", before)) {
            return false;
        }
        if (cues.is("opener", word)) {
            return true;
        }
        if (cues.is("joiner", word) && i + 1 < words.size()) {
            int next = cues.is("filler", words.get(i + 1).form()) && i + 2 < words.size() ? i + 2 : i + 1;
            return cues.is("subject", words.get(next).form()) || cues.is("subject", words.get(i + 1).form());
        }
        return cues.is("relative", word) && cues.is("indefinite", before);
    }

    private static boolean newVerb(List<Word> words, int i, Cues cues) {
        if (i + 1 >= words.size() || !cues.is("and", words.get(i).form()) || opens(words, i, cues)) {
            return false;
        }
        String next = words.get(i + 1).form();
        return cues.is("finite", next) || cues.endsIn("finite-ending", next);
    }

    /** Whether punctuation stands before a word. */
    private static boolean breaks(String text, List<Word> words, int i) {
        int from = words.get(i - 1).end();
        int to = words.get(i).start();
        return to - from > 1 && text.indexOf(" - ", from, to) >= 0 || has(",;:.?!…()[]–—\"“”„»«", text, from, to);
    }

    private static boolean has(String any, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != ' ' && any.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String gap(String text, List<Word> words, int i) {
        return text.substring(words.get(i - 1).end(), words.get(i).start());
    }

    /** The punctuation after a word, up to the next word of the passage or four characters on. */
    String after(int i) {
        int stop = i + 1 < words.size() ? words.get(i + 1).start() : Math.max(words.get(i).end(), Math.min(end, words.get(i).end() + 4));
        return text.substring(words.get(i).end(), stop);
    }

    /** The punctuation before a word. */
    String before(int i) {
        return i == 0 ? "" : gap(text, words, i);
    }

    /** The words of a text; none of an empty one. */
    static List<Word> words(String text) {
        return text.isEmpty() ? List.of() : words(text, new Span(0, text.length()));
    }

    /** Runs of letters and digits; an apostrophe beside a letter belongs to the word. */
    static List<Word> words(String text, Span passage) {
        var words = new ArrayList<Word>(passage.length() / 6 + 2);
        int i = passage.start();
        while (i < passage.end()) {
            int start = i;
            boolean plain = true;
            while (i < passage.end()) {
                char c = text.charAt(i);
                if (c < LATIN && IN_WORD[c]) {
                    i++;
                } else if (c >= LATIN && inWord(text.codePointAt(i)) || c == 0xAD || c == 0x130 || i > start && apostrophe(c)) {
                    plain = false;
                    i += Character.charCount(text.codePointAt(i));
                } else {
                    break;
                }
            }
            int end = Math.min(i, passage.end());
            if (i > start) {
                String word = text.substring(start, end);
                words.add(new Word(plain ? word.toLowerCase(Locale.ROOT) : form(word), start, end));
            } else {
                i += text.charAt(i) < LATIN ? 1 : Character.charCount(text.codePointAt(i));
            }
        }
        return words;
    }

    private static String form(String word) {
        String composed = Normalizer.isNormalized(word, Normalizer.Form.NFC) ? word : Normalizer.normalize(word, Normalizer.Form.NFC);
        return composed.replace("'", "").replace("’", "").replace("\u00ad", "").toLowerCase(Locale.ROOT);
    }

    private static boolean inWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == 0xAD;
    }

    private static boolean apostrophe(char c) {
        return c == '\'' || c == '’';
    }
}
