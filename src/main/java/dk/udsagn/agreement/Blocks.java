package dk.udsagn.agreement;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What is drawn as one from a table: a unit, or a turn with all its characters or themes. Blocks that hold the same are one kind, and a sample is a count of
 * kinds. Frequent kinds are drawn as numbers, each from what the binomials before it leave, so that the many blocks that say the same, that nobody laid anything, cost
 * nothing; what is left falls on blocks of the rare kinds, one by one.
 *
 * @param kinds    for each kind its patterns and how many units show each, in turn
 * @param times    how many blocks are of each kind
 * @param rare     the kind of each block of a rare kind
 * @param count    how many blocks there are
 * @param patterns how many patterns the table has
 */
record Blocks(int[][] kinds, int[] times, int[] rare, int count, int patterns) {
    /** A kind of fewer blocks is rare: a binomial costs about as much as so many draws. */
    private static final int RARE = 16;

    private static Blocks of(int[][] kinds, int[] times, int patterns) {
        int[] rare = IntStream.range(0, kinds.length).filter(k -> times[k] < RARE).flatMap(k -> IntStream.generate(() -> k).limit(times[k])).toArray();
        return new Blocks(kinds, times, rare, Arrays.stream(times).sum(), patterns);
    }

    static Blocks of(RatingTable table) {
        if (table.rows().block() != null) {
            return grouped(table);
        }
        int[][] kinds = new int[table.counts().length][];
        for (int p = 0; p < kinds.length; p++) {
            kinds[p] = new int[] {p, 1};
        }
        return of(kinds, table.counts(), kinds.length);
    }

    private static Blocks grouped(RatingTable table) {
        var rows = table.rows();
        int n = rows.pattern().length;
        int[] size = new int[Arrays.stream(rows.block()).max().orElse(-1) + 1];
        for (int r = 0; r < n; r++) {
            size[rows.block()[r]] += 2;
        }
        int[][] blocks = new int[size.length][];
        for (int b = 0; b < size.length; b++) {
            blocks[b] = new int[size[b]];
            size[b] = 0;
        }
        for (int r = 0; r < n; r++) {
            int b = rows.block()[r];
            blocks[b][size[b]++] = rows.pattern()[r];
            blocks[b][size[b]++] = rows.count() == null ? 1 : rows.count()[r];
        }
        var times = new LinkedHashMap<Content, Integer>();
        for (int[] block : blocks) {
            if (block.length > 0) {
                times.merge(new Content(block), 1, Integer::sum);
            }
        }
        return of(times.keySet().stream().map(Content::of).toArray(int[][]::new), times.values().stream().mapToInt(x -> x).toArray(), table.counts().length);
    }

    private record Content(int[] of) {
        @Override public boolean equals(Object other) {
            return other instanceof Content that && Arrays.equals(of, that.of);
        }

        @Override public int hashCode() {
            return Arrays.hashCode(of);
        }
    }

    /** For each pattern how many units of a sample show it: as many blocks as there are, drawn with replacement. */
    int[] draw(SplittableRandom random) {
        int[] counts = new int[patterns];
        int left = count;
        int mass = count;
        for (int k = 0; k < kinds.length && left > 0; k++) {
            if (times[k] >= RARE) {
                int drawn = times[k] == mass ? left : Binomial.draw(random, left, (double) times[k] / mass);
                left -= drawn;
                mass -= times[k];
                add(counts, kinds[k], drawn);
            }
        }
        for (; left > 0; left--) {
            add(counts, kinds[rare[random.nextInt(rare.length)]], 1);
        }
        return counts;
    }

    private static void add(int[] counts, int[] kind, int times) {
        for (int i = 0; i < kind.length; i += 2) {
            counts[kind[i]] += times * kind[i + 1];
        }
    }
}
