package dk.udsagn.index;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What a set of expressions makes of forms already looked up. A form of up to 23 small letters of Latin-1 is three numbers, a letter a byte,
 * so that a word met again costs one place in memory: no string, no analysis. Bounded; read by many threads without a lock.
 */
final class FormTable {
    /** Letters in a row that a form may have. */
    static final int LONGEST = 23;
    private static final int LEAST = 1 << 12;
    /** 15 MB, room for 130,000 forms of up to seven letters and as many longer ones: 1,000 interviews have 110,000. */
    private static final int MOST = 1 << 18;
    /** Places looked at before a form counts as unknown: nobody can make a text that makes it slow. */
    private static final int PROBES = 12;
    /** Number of a form that is another word at the end of a clause, so nothing is known of it by itself. */
    static final int IN_CONTEXT = 1;
    private static final int NO_INTEREST = 2;
    /** Numbers kept for a kind: its bits, those it wants after it and before it, and those of its places, the sign telling whether something is tried wherever it stands. */
    private static final int BITS = 4;
    private static final int PLACES = 2;
    private static final int SHORT = 2;
    private static final int LONG = 4;
    /** Pairs kept, each with the row found last in its slot: one number each, so that threads need no lock. */
    private static final int PAIRS = 1 << 14;
    /** What {@link #pair} says of a pair not kept. */
    static final int UNKNOWN = -1;
    /** What it says of one in no row. */
    static final int NO_ROW = -2;
    /** Bits of a kind's number, {@link #MOST} kinds and those that are none. */
    private static final int KIND = 19;
    private static final int ROW = 63 - 2 * KIND;

    /** Forms of one number: kind and number. They are what is met most, so they lie close together. */
    private final AtomicLongArray few;
    /** Forms of more: kind and numbers from the last to the first. */
    private final AtomicLongArray slots;
    private final Known[] known;
    /** What tells at a glance whether a word and the next are worth a look, side by side in memory. */
    private final long[] bits;
    /** Of each kind the place bits it wants after it and before it: asked only where the bits fit, so kept apart. */
    private final long[] places;
    private final int size;
    /** Two kinds and a direction, above a row and 2. */
    private final AtomicLongArray pairs = new AtomicLongArray(PAIRS);
    private int shorter;
    private int longer;
    private int kinds = NO_INTEREST;

    private FormTable(int size) {
        this.size = size;
        few = new AtomicLongArray(size * SHORT);
        slots = new AtomicLongArray(size * LONG);
        known = new Known[size + NO_INTEREST + 1];
        bits = new long[known.length * BITS];
        places = new long[known.length * PLACES];
    }

    static FormTable empty() {
        return new FormTable(LEAST);
    }

    /** Number of what is known of a form; 0 when nothing is, not even that it is of no interest. */
    int get(long first, long second, long third) {
        if (first == 0) {
            int at = mixed(third) * SHORT;
            for (int i = 0; i < PROBES; i++) {
                long kind = few.getAcquire(at);
                if (kind == 0) {
                    return 0;
                }
                if (few.getPlain(at + 1) == third) {
                    return (int) kind;
                }
                at = next(at, SHORT);
            }
            return 0;
        }
        int at = mixed(first, second, third) * LONG;
        for (int i = 0; i < PROBES; i++) {
            long kind = slots.getAcquire(at);
            if (kind == 0) {
                return 0;
            }
            if (slots.getPlain(at + 1) == third && slots.getPlain(at + 2) == second && slots.getPlain(at + 3) == first) {
                return (int) kind;
            }
            at = next(at, LONG);
        }
        return 0;
    }

    /** What a number stands for: null for a form of no interest. */
    Known known(int number) {
        return known[number];
    }

    /** {@link Known#mask} of what a number stands for; 0 for a form of no interest, here and below. */
    long mask(int number) {
        return bits[number * BITS];
    }

    /** {@link Known#wantedRight} of what a number stands for. */
    long wantedRight(int number) {
        return bits[number * BITS + 1];
    }

    /** {@link Known#wantedLeft} of what a number stands for. */
    long wantedLeft(int number) {
        return bits[number * BITS + 2];
    }

    /** The place bits a kind wants after it, or before it. */
    long wantedPlaces(int number, boolean right) {
        return places[number * PLACES + (right ? 0 : 1)];
    }

    /** Whether expressions are to be tried wherever a form with this number stands. */
    boolean isTriedAlone(int number) {
        return bits[number * BITS + 3] < 0;
    }

    /** {@link Known#placeBits} of what a number stands for; the sign means something else. */
    long placeBits(int number) {
        return bits[number * BITS + 3];
    }

    /** Takes a form in, null for one of no interest; false when the table is too full to. */
    synchronized boolean put(long first, long second, long third, Known form, boolean inContext) {
        boolean one = first == 0;
        if (2 * (one ? shorter : longer) >= size) {
            return false;
        }
        AtomicLongArray table = one ? few : slots;
        int width = one ? SHORT : LONG;
        int at = (one ? mixed(third) : mixed(first, second, third)) * width;
        for (int i = 0; i < PROBES; i++) {
            if (table.getPlain(at) == 0) {
                if (form != null && !inContext) {
                    known[++kinds] = form;
                    bits[kinds * BITS] = form.mask();
                    bits[kinds * BITS + 1] = form.wantedRight().bits();
                    bits[kinds * BITS + 2] = form.wantedLeft().bits();
                    places[kinds * PLACES] = form.wantedRight().places();
                    places[kinds * PLACES + 1] = form.wantedLeft().places();
                    bits[kinds * BITS + 3] = form.placeBits() | (form.alone().length > 0 ? Long.MIN_VALUE : 0);
                }
                shorter += one ? 1 : 0;
                longer += one ? 0 : 1;
                table.setPlain(at + 1, third);
                if (!one) {
                    table.setPlain(at + 2, second);
                    table.setPlain(at + 3, first);
                }
                table.setRelease(at, inContext ? IN_CONTEXT : form == null ? NO_INTEREST : kinds);
                return true;
            }
            at = next(at, width);
        }
        return true;
    }

    /** A larger one with the same forms; an empty one where this is as large as may be. */
    synchronized FormTable larger() {
        if (size == MOST) {
            return new FormTable(MOST);
        }
        var larger = new FormTable(4 * size > MOST ? MOST : 4 * size);
        for (int at = 0; at < few.length(); at += SHORT) {
            int kind = (int) few.getPlain(at);
            if (kind != 0) {
                larger.put(0, 0, few.getPlain(at + 1), known(kind), kind == IN_CONTEXT);
            }
        }
        for (int at = 0; at < slots.length(); at += LONG) {
            int kind = (int) slots.getPlain(at);
            if (kind != 0) {
                larger.put(slots.getPlain(at + 3), slots.getPlain(at + 2), slots.getPlain(at + 1), known(kind), kind == IN_CONTEXT);
            }
        }
        return larger;
    }

    /** The one row that two kinds side by side are in, as it was {@link #putPair put}; {@link #NO_ROW} where there is none, {@link #UNKNOWN} where none was put. */
    int pair(int number, int beside, boolean right) {
        long pair = joined(number, beside, right);
        long kept = pairs.getPlain(slot(pair));
        return kept >>> ROW == pair ? (int) (kept & (1 << ROW) - 1) + NO_ROW : UNKNOWN;
    }

    /** Keeps that two kinds are in one row, or in none; rows of high numbers are not kept. */
    void putPair(int number, int beside, boolean right, int row) {
        long pair = joined(number, beside, right);
        if (row - NO_ROW < 1 << ROW) {
            pairs.setPlain(slot(pair), pair << ROW | row - NO_ROW);
        }
    }

    /** Never 0, which an empty slot has: kinds begin above 0. */
    private static long joined(int number, int beside, boolean right) {
        return ((long) number << KIND | beside) << 1 | (right ? 1 : 0);
    }

    private static int slot(long pair) {
        return (int) (pair * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(PAIRS) + 1);
    }

    private int mixed(long third) {
        return (int) (third * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(size) + 1);
    }

    private int mixed(long first, long second, long third) {
        return mixed(first * 0xC2B2AE3D27D4EB4FL ^ second * 0x165667B19E3779F9L ^ third);
    }

    private int next(int at, int width) {
        int next = at + width;
        return next == size * width ? 0 : next;
    }
}
