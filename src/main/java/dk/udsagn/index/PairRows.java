package dk.udsagn.index;

import java.util.Arrays;

/** Rows of a set that two words side by side are in, found by one of them. Most pairs are met again and again, so {@link FormTable} keeps the last. For one thread. */
final class PairRows {
    private static final int[] NONE = {};

    private final ExpressionSet set;
    private int[] some = new int[16];
    private int first;
    private int[] all = NONE;

    PairRows(ExpressionSet set) {
        this.set = set;
    }

    /**
     * Looks for the rows found by a word of a passage and the one to its right or left; {@link #row} tells them.
     *
     * @param number that of the word in the table, below 0 where it has none
     * @param beside that of the other
     * @return how many there are
     */
    int find(FormTable table, int number, int beside, boolean right, Scan words, int at, int atBeside) {
        boolean isKept = number >= 0 && beside >= 0;
        int kept = isKept ? table.pair(number, beside, right) : FormTable.UNKNOWN;
        if (kept != FormTable.UNKNOWN) {
            first = kept;
            return kept == FormTable.NO_ROW ? 0 : 1;
        }
        all = fresh(words.known(at), words.known(atBeside), right);
        first = all.length == 0 ? FormTable.NO_ROW : all[0];
        if (isKept && all.length <= 1) {
            table.putPair(number, beside, right, first);
        }
        return all.length;
    }

    /** One of the rows found: twice its number, and 1 more where both words stand there whole. */
    int row(int k) {
        return k == 0 ? first : all[k];
    }

    private int[] fresh(Known is, Known other, boolean right) {
        int n = 0;
        for (int place : right ? is.right() : is.left()) {
            Neighbours neighbours = right ? set.after(place) : set.before(place);
            if (neighbours.wanted().isIn(other)) {
                int last = -1;
                for (int next : other.places()) {
                    if (next >>> 1 != last) {
                        last = next >>> 1;
                        int[] found = neighbours.rows(last);
                        int whole = found.length > 0 && is.isWholeAt(place) && other.isWholeAt(last) ? 1 : 0;
                        for (int expression : found) {
                            some = n == some.length ? Arrays.copyOf(some, 2 * n) : some;
                            some[n++] = 2 * expression + whole;
                        }
                    }
                }
            }
        }
        return n == 0 ? NONE : Arrays.copyOf(some, n);
    }
}
