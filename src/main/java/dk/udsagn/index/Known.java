package dk.udsagn.index;

import java.util.Arrays;

/** What a word is to a set of expressions. All numbers rise. */
final class Known {
    private static final int FEW = 12;
    /** The sign is left to {@link FormTable}. */
    private static final int BITS = 63;

    private final int[] places;
    private final int[] alone;
    private final int[] right;
    private final int[] left;
    private final long mask;
    private final Neighbours.Wanted wantedRight;
    private final Neighbours.Wanted wantedLeft;
    private final long placeBits;

    /**
     * What a word is.
     *
     * @param places      where in expressions it can stand, each twice its number and 1 where as a whole word
     * @param alone       expressions to be tried wherever the word stands
     * @param right       those of its places that rows are found by, together with the word after it
     * @param left        those that rows are found by, together with the word before it
     * @param mask        {@link Neighbours#bits} of all its places
     * @param wantedRight what the word after it has where the two are in a row that is found by this one
     * @param wantedLeft  the same for the word before it
     */
    Known(int[] places, int[] alone, int[] right, int[] left, long mask, Neighbours.Wanted wantedRight, Neighbours.Wanted wantedLeft) {
        this.places = places;
        this.alone = alone;
        this.right = right;
        this.left = left;
        this.wantedRight = wantedRight;
        this.wantedLeft = wantedLeft;
        this.mask = mask;
        this.placeBits = Arrays.stream(places).mapToLong(p -> bit(p >>> 1)).reduce(0, (a, b) -> a | b);
    }

    /** A bit that many places share: a word without it does not stand at the place. */
    static long bit(int place) {
        return 1L << place % BITS;
    }

    /** The {@link #bit bits} of all its places. */
    long placeBits() {
        return placeBits;
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

    long mask() {
        return mask;
    }

    Neighbours.Wanted wantedRight() {
        return wantedRight;
    }

    Neighbours.Wanted wantedLeft() {
        return wantedLeft;
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
