package dk.udsagn.index;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of a set found by one place, by the place beside it. */
final class Neighbours {
    /** How many of the 64 bits belong to one place each. */
    private static final int OWN = 40;
    private static final int[] NO_ROWS = {};
    private final int[] places;
    private final int[][] rows;
    private final int last;
    private final Wanted wanted;

    /**
     * What a word beside another has to have where the two are in a row.
     *
     * @param bits   at least one of these {@link Neighbours#bits}
     * @param places at least one of these {@link Known#bit bits}: the few that many places share in {@code bits} are others here
     */
    record Wanted(long bits, long places) {
        static final Wanted NOTHING = new Wanted(0, 0);

        Wanted or(Wanted other) {
            return new Wanted(bits | other.bits, places | other.places);
        }

        boolean isIn(Known word) {
            return (bits & word.mask()) != 0 && (places & word.placeBits()) != 0;
        }
    }

    Neighbours(TreeMap<Integer, BitSet> all, long[] bits) {
        int size = Integer.highestOneBit(4 * all.size());
        places = new int[size];
        rows = new int[size][];
        last = size - 1;
        var any = Wanted.NOTHING;
        for (var one : all.entrySet()) {
            int at = one.getKey() & last;
            while (rows[at] != null) {
                at = at + 1 & last;
            }
            places[at] = one.getKey();
            rows[at] = one.getValue().stream().toArray();
            any = any.or(new Wanted(bits[one.getKey()], Known.bit(one.getKey())));
        }
        wanted = any;
    }

    /**
     * A bit for each place that is looked for beside another, 0 for others: no two words stand side by side in a row unless the one has a bit the other
     * wants. Those that most rows want have one of their own, the rest share some.
     */
    static long[] bits(int places, Collection<TreeMap<Integer, BitSet>> after, Collection<TreeMap<Integer, BitSet>> before) {
        int[] rows = new int[places];
        Stream.concat(after.stream(), before.stream()).forEach(all -> all.forEach((place, of) -> rows[place] += of.cardinality()));
        var bits = new long[places];
        var order = IntStream.range(0, places).filter(p -> rows[p] > 0).boxed().sorted(Comparator.comparing((Integer p) -> -rows[p]).thenComparing(p -> p)).toList();
        for (int rank = 0; rank < order.size(); rank++) {
            bits[order.get(rank)] = 1L << (rank < OWN ? rank : OWN + rank % (Long.SIZE - OWN));
        }
        return bits;
    }

    /** What the places beside have. */
    Wanted wanted() {
        return wanted;
    }

    /** Rows with that place beside the one they are found by. */
    int[] rows(int place) {
        int at = place & last;
        while (rows[at] != null) {
            if (places[at] == place) {
                return rows[at];
            }
            at = at + 1 & last;
        }
        return NO_ROWS;
    }
}
