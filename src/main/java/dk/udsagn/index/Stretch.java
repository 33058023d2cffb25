package dk.udsagn.index;

import java.io.IOException;
import java.util.Arrays;

/**
 * Turns in a row whose positions are counted through, so that the places of a word in all of them are one list of rising numbers. Between the positions of
 * two turns lies a place where no word is: rows never run from one turn into the next.
 */
final class Stretch {
    /** Places in one stretch, but for a single longer turn: a set for each of a thousand words takes 8 MB. An interview has some thousands. */
    private static final int MOST = 1 << 16;

    private int first;
    private int last;
    private int number;
    /** Place of each turn's first position; one more for where the last turn ends. */
    private int[] bases = new int[64];

    /** Makes this the turns from one on, as many as may be of those before {@code limit}. */
    void begin(int turn, int limit, SegmentTurns turns) throws IOException {
        number++;
        first = turn;
        last = turn;
        bases[0] = 1;
        while (last < limit && (last == first || places() < MOST)) {
            int n = last - first;
            bases = n + 1 == bases.length ? Arrays.copyOf(bases, 2 * bases.length) : bases;
            bases[n + 1] = bases[n] + turns.positions(last) + 1;
            last++;
        }
    }

    /** Differs from one stretch to the next. */
    int number() {
        return number;
    }

    int first() {
        return first;
    }

    /** The turn after the last one. */
    int last() {
        return last;
    }

    /** Places are below this. */
    int places() {
        return bases[last - first];
    }

    /** Place of a turn's first position. */
    int base(int turn) {
        return bases[turn - first];
    }

    /** The turn a place is in. */
    int turn(int place) {
        int at = Arrays.binarySearch(bases, 0, last - first, place);
        return first + (at < 0 ? -at - 2 : at);
    }
}
