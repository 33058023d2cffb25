package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of one passage, and which expressions of a set stand among them: what {@link Expression#in} finds, without a value for every word.
 * For one thread and one passage after another.
 */
public final class Scan {
    /** Takes what is found, expressions in the order of their numbers. */
    @FunctionalInterface
    public interface Taker {
        /**
         * One expression that is found.
         *
         * @param expression 0-based number in the set
         * @param matches    its places by their first word, then their last; at least one
         */
        void take(int expression, List<Match> matches);
    }

    private final ExpressionSet set;
    private final Analysis analysis;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] positions = new int[64];
    private ExpressionSet.Known[] known = new ExpressionSet.Known[64];
    private long[] candidates = new long[16];
    private int count;
    private boolean chance;

    Scan(ExpressionSet set, Analysis analysis) {
        this.set = set;
        this.analysis = analysis;
    }

    /**
     * Reads a passage. What was read before is forgotten.
     *
     * @param text   a text
     * @param within the passage in it
     * @return whether an expression may be found in it: false only if none is
     * @throws IllegalArgumentException if the passage ends past the text
     */
    public boolean read(String text, Span within) {
        count = 0;
        chance = false;
        Analysis.check(text, within);
        analysis.scan(text, within.start(), within.end(), this::add);
        if (!chance) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            for (int candidate : known[i].candidates()) {
                if (stands(candidate, i, 0, count)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void add(int start, int end, int position, Word word) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            positions = Arrays.copyOf(positions, count * 2);
            known = Arrays.copyOf(known, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        positions[count] = position;
        ExpressionSet.Known is = set.known(word);
        known[count++] = is;
        chance |= is.candidates().length > 0;
    }

    /**
     * Whether the passage has no word.
     *
     * @return true when nothing but markup and signs was read
     */
    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * What stands in a part of the passage.
     *
     * @param within such as a sentence; a word belongs to the first part that ends after the word's start
     * @param taker  gets what is found
     */
    public void find(Span within, Taker taker) {
        int from = first(within.start());
        int to = first(within.end());
        int n = 0;
        for (int i = from; i < to; i++) {
            for (int candidate : known[i].candidates()) {
                if (stands(candidate, i, from, to)) {
                    if (n == candidates.length) {
                        candidates = Arrays.copyOf(candidates, n * 2);
                    }
                    candidates[n++] = (long) candidate << 32 | i;
                }
            }
        }
        if (n > 0) {
            Arrays.sort(candidates, 0, n);
            hand(n, from, to, taker);
        }
    }

    private void hand(int n, int from, int to, Taker taker) {
        List<Token> tokens = null;
        for (int k = 0; k < n;) {
            int candidate = (int) (candidates[k] >>> 32);
            var matches = new ArrayList<Match>();
            int group = k;
            for (; group < n && (int) (candidates[group] >>> 32) == candidate; group++) {
                if (set.isPlain(candidate)) {
                    matches.add(match(candidate, (int) candidates[group], from));
                }
            }
            if (!set.isPlain(candidate)) {
                tokens = tokens == null ? tokens(from, to) : tokens;
                matches.addAll(set.expression(candidate).in(tokens));
            }
            if (!matches.isEmpty()) {
                taker.take(candidate, matches);
            }
            k = group;
        }
    }

    private boolean stands(int candidate, int at, int from, int to) {
        int[] places = set.places(candidate);
        if (places == null) {
            return true;
        }
        int first = at - set.anchor(candidate);
        int last = first + places.length - 1;
        if (first < from || last >= to || positions[last] - positions[first] != places.length - 1) {
            return false;
        }
        for (int k = 0; k < places.length; k++) {
            if (!known[first + k].isAt(places[k])) {
                return false;
            }
        }
        return true;
    }

    private Match match(int candidate, int at, int from) {
        int[] places = set.places(candidate);
        int first = at - set.anchor(candidate);
        int last = first + places.length - 1;
        boolean whole = true;
        for (int k = 0; k < places.length; k++) {
            whole &= known[first + k].isWholeAt(places[k]);
        }
        var span = new Span(starts[first], ends[last]);
        return new Match(span, List.of(span), first - from, last + 1 - from, whole);
    }

    private List<Token> tokens(int from, int to) {
        var tokens = new ArrayList<Token>(to - from);
        for (int i = from; i < to; i++) {
            tokens.add(new Token(starts[i], ends[i], positions[i], known[i].word()));
        }
        return tokens;
    }

    /** Index of the first word that begins at a place or after it. */
    private int first(int place) {
        int at = Arrays.binarySearch(starts, 0, count, place);
        return at < 0 ? -at - 1 : at;
    }
}
