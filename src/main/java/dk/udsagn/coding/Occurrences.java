package dk.udsagn.coding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of the same words in an old and a new text, and which of them are the same place.
 *
 * <p>Two places are held to be one when the words around them agree better on both sides than with any other place that comes into question,
 * on either side; what is settled so comes no more into question for the rest. So of "ja" that was said twenty times each finds its own, and
 * where one of two was deleted and it could be either, none is.
 */
final class Occurrences {
    /** Tokens looked at on either side. Whole questions of an interview guide come again word for word; they are shorter than this. */
    private static final int FAR = 64;
    /** Tokens by which the better place must be better: two may agree by chance, such as a full stop and a speaker's label. */
    private static final int CLEARLY = 3;
    /** Tokens, words and near context together, without which nothing is certain. */
    private static final int ENOUGH = 6;
    private static final int PAIRS = 1_000_000;

    private final Tokens old;
    private final Tokens now;
    private final int length;
    private final List<Integer> olds;
    private final List<Integer> nows;
    private final Map<Integer, Integer> settled = new HashMap<>();

    Occurrences(Tokens old, Tokens now, int[] words) {
        this.old = old;
        this.now = now;
        this.length = words.length;
        this.olds = old.find(words);
        this.nows = now.find(words);
        if (!nows.isEmpty() && (long) olds.size() * nows.size() <= PAIRS) {
            settle();
        }
    }

    /** Where the words at an old token are now; -1 when that is not certain. */
    int settled(int place) {
        return settled.getOrDefault(place, -1);
    }

    /** How many tokens before and after words that are settled agree, as a pair. */
    int[] context(int place) {
        return new int[] {left(place, settled(place)), right(place, settled(place))};
    }

    /** Whether the words around agree on both sides, not only on one. */
    boolean isFirm(int place) {
        int[] context = context(place);
        return context[0] >= CLEARLY && context[1] >= CLEARLY;
    }

    /** New places of the words that no old place is certain to be, the likeliest first. */
    List<Integer> open(int place) {
        return nows.stream().filter(n -> !settled.containsValue(n))
            .sorted((a, b) -> Integer.compare(around(place, b), around(place, a))).toList();
    }

    private int around(int place, int other) {
        return left(place, other) + right(place, other);
    }

    private void settle() {
        int n = olds.size();
        int m = nows.size();
        int[][] left = new int[n][m];
        int[][] right = new int[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                left[i][j] = left(olds.get(i), nows.get(j));
                right[i][j] = right(olds.get(i), nows.get(j));
            }
        }
        boolean[] ours = new boolean[n];
        boolean[] theirs = new boolean[m];
        for (boolean more = true; more; ) {
            more = false;
            for (int i = 0; i < n; i++) {
                int j = ours[i] ? -1 : best(left[i], right[i], theirs);
                if (j >= 0 && isClear(i, j, left, right, ours, theirs)) {
                    ours[i] = true;
                    theirs[j] = true;
                    settled.put(olds.get(i), nows.get(j));
                    more = true;
                }
            }
        }
        unsettleCrossed(left, right);
    }

    /**
     * Two places of the same words that have changed order: one was moved, or what stood beside it was. Where only one side tells them apart it may
     * be either, and both are open again.
     */
    private void unsettleCrossed(int[][] left, int[][] right) {
        int[] to = new int[olds.size()];
        for (int i = 0; i < to.length; i++) {
            to[i] = settled.containsKey(olds.get(i)) ? nows.indexOf(settled.get(olds.get(i))) : -1;
        }
        for (int i = 0; i < to.length; i++) {
            for (int k = i + 1; k < to.length; k++) {
                int a = to[i];
                int b = to[k];
                if (a >= 0 && b >= 0 && a > b && (left[i][a] == left[i][b] || right[i][a] == right[i][b] || left[k][b] == left[k][a] || right[k][b] == right[k][a])) {
                    settled.remove(olds.get(i));
                    settled.remove(olds.get(k));
                }
            }
        }
    }

    private static int best(int[] left, int[] right, boolean[] taken) {
        int best = -1;
        for (int j = 0; j < left.length; j++) {
            if (!taken[j] && (best < 0 || left[j] + right[j] > left[best] + right[best])) {
                best = j;
            }
        }
        return best;
    }

    private boolean isClear(int i, int j, int[][] left, int[][] right, boolean[] ours, boolean[] theirs) {
        int l = left[i][j];
        int r = right[i][j];
        if (length + Math.min(l, 8) + Math.min(r, 8) < ENOUGH || !old.isComplete() && (l < CLEARLY || r < CLEARLY)) {
            return false;
        }
        for (int k = 0; k < theirs.length; k++) {
            if (k != j && !theirs[k] && !isBetter(l, r, left[i][k], right[i][k])) {
                return false;
            }
        }
        for (int k = 0; k < ours.length; k++) {
            if (k != i && !ours[k] && !isBetter(l, r, left[k][j], right[k][j])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBetter(int left, int right, int otherLeft, int otherRight) {
        return left >= otherLeft && right >= otherRight && left + right >= otherLeft + otherRight + CLEARLY;
    }

    /** Equal tokens to the left; the beginning of both texts is as good as any. */
    private int left(int place, int other) {
        int same = 0;
        while (same < FAR) {
            int i = place - 1 - same;
            int j = other - 1 - same;
            if (i < 0 && j < 0) {
                return FAR;
            }
            if (i < 0 || j < 0 || old.id(i) != now.id(j)) {
                return same;
            }
            same++;
        }
        return same;
    }

    private int right(int place, int other) {
        int same = 0;
        while (same < FAR) {
            int i = place + length + same;
            int j = other + length + same;
            if (i >= old.size() && j >= now.size()) {
                return FAR;
            }
            if (i >= old.size() || j >= now.size() || old.id(i) != now.id(j)) {
                return same;
            }
            same++;
        }
        return same;
    }
}
