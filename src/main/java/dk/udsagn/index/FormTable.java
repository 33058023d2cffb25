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
    private static final int MOST = 1 << 17;
    /** Places looked at before a form counts as unknown: nobody can make a text that makes it slow. */
    private static final int PROBES = 12;
    private static final int WIDTH = 4;

    private final AtomicLongArray slots;
    private final Known[] known;
    private final int shift;
    private int forms;
    private int kinds;

    private FormTable(int size) {
        slots = new AtomicLongArray(size * WIDTH);
        known = new Known[size / 2 + 1];
        shift = Long.numberOfLeadingZeros(size) + 1;
    }

    static FormTable empty() {
        return new FormTable(LEAST);
    }

    /** Number of what is known of a form; 0 when nothing is, not even that it is of no interest. */
    int get(long first, long second, long third) {
        int at = place(first, second, third);
        for (int i = 0; i < PROBES; i++) {
            long kind = slots.getAcquire(at);
            if (kind == 0) {
                return 0;
            }
            if (slots.getPlain(at + 1) == third && slots.getPlain(at + 2) == second && slots.getPlain(at + 3) == first) {
                return (int) kind;
            }
            at = next(at);
        }
        return 0;
    }

    /** What a number stands for: null for a form of no interest. */
    Known known(int number) {
        return known[number - 1];
    }

    /** Takes a form in, null for one of no interest; false when the table is too full to. */
    synchronized boolean put(long first, long second, long third, Known form) {
        if (2 * forms >= slots.length() / WIDTH) {
            return false;
        }
        int at = place(first, second, third);
        for (int i = 0; i < PROBES; i++) {
            if (slots.getPlain(at) == 0) {
                if (form != null) {
                    known[++kinds] = form;
                }
                forms++;
                slots.setPlain(at + 1, third);
                slots.setPlain(at + 2, second);
                slots.setPlain(at + 3, first);
                slots.setRelease(at, form == null ? 1 : kinds + 1);
                return true;
            }
            at = next(at);
        }
        return true;
    }

    /** A larger one with the same forms; an empty one where this is as large as may be. */
    synchronized FormTable larger() {
        int size = slots.length() / WIDTH;
        if (size == MOST) {
            return new FormTable(MOST);
        }
        var larger = new FormTable(4 * size > MOST ? MOST : 4 * size);
        for (int at = 0; at < slots.length(); at += WIDTH) {
            int kind = (int) slots.getPlain(at);
            if (kind != 0) {
                larger.put(slots.getPlain(at + 3), slots.getPlain(at + 2), slots.getPlain(at + 1), known(kind));
            }
        }
        return larger;
    }

    private int place(long first, long second, long third) {
        long mixed = (first * 0xC2B2AE3D27D4EB4FL ^ second * 0x165667B19E3779F9L ^ third) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> shift) * WIDTH;
    }

    private int next(int at) {
        int next = at + WIDTH;
        return next == slots.length() ? 0 : next;
    }
}
