package dk.udsagn.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Words already looked up, so that a form costs its analysis once. Bounded, and safe for many threads without a lock: a word is immutable,
 * and a lost race only means that a form is looked up again.
 */
final class WordMemo {
    private static final int WAYS = 4;
    private static final int SETS = 1 << 16;

    private final AtomicReferenceArray<Word> words = new AtomicReferenceArray<>(SETS * WAYS);
    private final Lexicon lexicon;
    private static final int PERHAPS = 1023;
    private final boolean[] perhapsTag = new boolean[PERHAPS + 1];
    private final Map<String, Word> tags = new HashMap<>();

    WordMemo(Lexicon lexicon) {
        this.lexicon = lexicon;
        lexicon.tags().forEach((form, term) -> tags.put(form, new Word(form, new TreeSet<>(Set.of(term)), new TreeSet<>())));
        tags.keySet().forEach(form -> perhapsTag[form.hashCode() & PERHAPS] = true);
    }

    Word word(String form) {
        char[] key = form.toCharArray();
        return word(key, key.length, form.hashCode());
    }

    Word word(char[] key, int length, int hash) {
        int at = (mixed(hash) & SETS - 1) * WAYS;
        int free = -1;
        for (int way = 0; way < WAYS; way++) {
            Word word = words.getAcquire(at + way);
            if (word == null) {
                free = way;
                break;
            }
            if (word.exact().hashCode() == hash && same(word.exact(), key, length)) {
                return word;
            }
        }
        Word word = lexicon.look(new String(key, 0, length));
        words.setRelease(at + (free >= 0 ? free : mixed(hash) >>> 28 & WAYS - 1), word);
        return word;
    }

    /** The word, unless it is a tag question where it stands: "ik'" at the end of a clause asks for assent and denies nothing. */
    Word inContext(Word word, String text, int from, int start, int end, int to) {
        if (end - start > 4 || !perhapsTag[word.exact().hashCode() & PERHAPS]) {
            return word;
        }
        Word tag = tags.get(word.exact());
        return tag != null && endsClause(text, from, start, end, to) ? tag : word;
    }

    boolean isTag(String form) {
        return tags.containsKey(form);
    }

    /** A term that the form has everywhere, or all it may have. */
    SortedSet<String> termsAnywhere(String form) {
        var terms = new TreeSet<String>();
        terms.add(word(form).terms().first());
        if (tags.containsKey(form)) {
            terms.addAll(tags.get(form).terms());
        }
        return terms;
    }

    boolean isSpokenWithApostrophe(String text, int start, int end) {
        return end - start <= 12 && lexicon.isSpoken(Normal.form(text.substring(start, end)) + "'");
    }

    private static boolean endsClause(String text, int from, int start, int end, int to) {
        int i = end;
        while (i < to && text.charAt(i) == ' ') {
            i++;
        }
        if (i >= to || ".,?!;:)…-–\n".indexOf(text.charAt(i)) >= 0) {
            return true;
        }
        int j = start - 1;
        while (j > from && text.charAt(j) == ' ') {
            j--;
        }
        return j >= from && text.charAt(j) == ',';
    }

    private static int mixed(int hash) {
        int h = hash * 0x9E3779B9;
        return h ^ h >>> 15;
    }

    private static boolean same(String exact, char[] key, int length) {
        if (exact.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (exact.charAt(i) != key[i]) {
                return false;
            }
        }
        return true;
    }
}
