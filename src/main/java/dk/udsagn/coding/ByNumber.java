package dk.udsagn.coding;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToLongFunction;

/**
 * Sorts very many things by a number first. The numbers lie side by side in memory and the things do not: looking up two texts for every
 * comparison costs most of the time that a million decisions take to open.
 */
final class ByNumber {
    private ByNumber() {
    }

    /**
     * Sorts an array in place, as {@code order} alone would.
     *
     * @param number 0 or more; what {@code order} puts first never has the greater number
     */
    static <T> void sort(T[] all, ToLongFunction<? super T> number, Comparator<? super T> order) {
        long[] keys = new long[all.length];
        long most = 0;
        for (int i = 0; i < all.length; i++) {
            keys[i] = number.applyAsLong(all[i]);
            most = Math.max(most, keys[i]);
        }
        int up = Long.numberOfLeadingZeros(most) - 1;
        int bits = 64 - Long.numberOfLeadingZeros(all.length);              // the place in the array takes the lowest bits
        for (int i = 0; i < all.length; i++) {
            keys[i] = most == 0 ? i : keys[i] << up >>> bits << bits | i;
        }
        Arrays.sort(keys);
        T[] old = all.clone();
        for (int i = 0; i < all.length; i++) {
            all[i] = old[(int) (keys[i] & (1L << bits) - 1)];
        }
        for (int from = 0, to; from < all.length; from = to) {
            to = from + 1;
            while (to < all.length && keys[to] >>> bits == keys[from] >>> bits) {
                to++;
            }
            if (to - from > 1) {
                Arrays.sort(all, from, to, order);
            }
        }
    }

    /** A moment as a number that is never smaller for a later one: milliseconds, and for what lies before 1970 or ages ahead the nearest there is. */
    static long of(Instant at) {
        long seconds = Math.clamp(at.getEpochSecond(), 0, 1L << 33);
        return seconds * 1_000 + (seconds == at.getEpochSecond() ? at.getNano() / 1_000_000 : 0);
    }
}
