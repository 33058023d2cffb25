package dk.udsagn.index;

import java.util.Arrays;

/**
 * What a word is to a set of expressions. All numbers rise.
 *
 * @param places where in expressions it can stand, each twice its number and 1 where as a whole word
 * @param alone  expressions to be tried wherever the word stands
 * @param right  those of its places that rows are found by, together with the word after it
 * @param left   those that rows are found by, together with the word before it
 */
record Known(int[] places, int[] alone, int[] right, int[] left) {
    private static final int FEW = 12;

    /** Whether a row or an expression may be found by it. */
    boolean isAnchor() {
        return alone.length + right.length + left.length > 0;
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
