package dk.udsagn.index;

import java.util.Arrays;

/** Rows of a set that two words side by side are in, found by one of them. Most pairs are met again and again, so the last are kept. For one thread. */
final class PairRows {
    private static final int KEPT = 1 << 12;

    private final ExpressionSet set;
    private final long[] pairs = new long[KEPT];
    private final int[][] rows = new int[KEPT][];
    private int[] some = new int[16];

    PairRows(ExpressionSet set) {
        this.set = set;
    }

    /** Forgets all pairs, whose words have other numbers now. */
    void clear() {
        Arrays.fill(pairs, 0);
    }

    /**
     * The rows found by a word and the one to its right or left: twice their numbers, and 1 more where both words stand there whole. The array is not to be
     * changed. A word's number is that of {@link FormTable}, below 0 where it has none.
     */
    int[] of(int number, Known is, int beside, Known other, boolean right) {
        if (number < 0 || beside < 0) {
            return fresh(is, other, right);
        }
        long pair = (long) number << 32 | 2L * beside + (right ? 1 : 0);
        int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> 52);
        if (pairs[slot] != pair) {
            rows[slot] = fresh(is, other, right);
            pairs[slot] = pair;
        }
        return rows[slot];
    }

    private int[] fresh(Known is, Known other, boolean right) {
        int n = 0;
        for (int place : right ? is.right() : is.left()) {
            Neighbours neighbours = right ? set.after(place) : set.before(place);
            if ((neighbours.mask() & other.mask()) != 0) {
                boolean whole = is.isWholeAt(place);
                int last = -1;
                for (int next : other.places()) {
                    if (next >>> 1 != last) {
                        last = next >>> 1;
                        for (int expression : neighbours.rows(last)) {
                            some = n == some.length ? Arrays.copyOf(some, 2 * n) : some;
                            some[n++] = 2 * expression + (whole && other.isWholeAt(last) ? 1 : 0);
                        }
                    }
                }
            }
        }
        return Arrays.copyOf(some, n);
    }
}
