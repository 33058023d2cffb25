package dk.udsagn.index;

import java.util.Arrays;

/** What a word is to a set of expressions. All numbers rise. */
final class Known {
    private static final int FEW = 12;

    private final int[] places;
    private final int[] alone;
    private final int[] right;
    private final int[] left;
    private final long mask;
    private final boolean anchor;

    /**
     * What a word is.
     *
     * @param places where in expressions it can stand, each twice its number and 1 where as a whole word
     * @param alone  expressions to be tried wherever the word stands
     * @param right  those of its places that rows are found by, together with the word after it
     * @param left   those that rows are found by, together with the word before it
     */
    Known(int[] places, int[] alone, int[] right, int[] left) {
        this.places = places;
        this.alone = alone;
        this.right = right;
        this.left = left;
        this.anchor = alone.length + right.length + left.length > 0;
        long bits = 0;
        for (int place : places) {
            bits |= 1L << (place >>> 1);
        }
        this.mask = bits;
    }

    int[] places() {
        return places;
    }

    int[] alone() {
        return alone;
    }

    int[] right() {
        return right;
    }

    int[] left() {
        return left;
    }

    /** A bit for each of its places, by the last six bits of their numbers: most words that are not wanted beside another have none in common with it. */
    long mask() {
        return mask;
    }

    /** Whether a row or an expression may be found by it. */
    boolean isAnchor() {
        return anchor;
    }

    boolean isAt(int place) {
        int at = from(2 * place);
        return at < places.length && places[at] >>> 1 == place;
    }

    boolean isWholeAt(int place) {
        int at = from(2 * place + 1);
        return at < places.length && places[at] == 2 * place + 1;
    }

    /** There are few as a rule: going through them beats halving. */
    private int from(int wanted) {
        if (places.length > FEW) {
            int at = Arrays.binarySearch(places, wanted);
            return at < 0 ? -at - 1 : at;
        }
        int at = 0;
        while (at < places.length && places[at] < wanted) {
            at++;
        }
        return at;
    }
}
