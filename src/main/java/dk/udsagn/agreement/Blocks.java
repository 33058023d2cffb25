package dk.udsagn.agreement;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;

/**
 * What is drawn as one from a table: a unit, or a turn with all its characters or themes. Blocks that hold the same are one kind, and a sample is a count of
 * kinds, drawn kind by kind from what binomials leave: its cost hangs on the kinds, not on the blocks, most of which say the same, that nobody laid anything.
 *
 * @param kinds    for each kind its patterns and how many units show each, in turn
 * @param times    how many blocks are of each kind
 * @param count    how many blocks there are
 * @param patterns how many patterns the table has
 */
record Blocks(int[][] kinds, int[] times, int count, int patterns) {
    static Blocks of(RatingTable table) {
        if (table.rows().block() != null) {
            return grouped(table);
        }
        int[][] kinds = new int[table.counts().length][];
        for (int p = 0; p < kinds.length; p++) {
            kinds[p] = new int[] {p, 1};
        }
        return new Blocks(kinds, table.counts(), table.units(), kinds.length);
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
        return new Blocks(times.keySet().stream().map(Content::of).toArray(int[][]::new), times.values().stream().mapToInt(x -> x).toArray(),
            times.values().stream().mapToInt(x -> x).sum(), table.counts().length);
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
            int drawn = times[k] == mass ? left : times[k] == 0 ? 0 : Binomial.draw(random, left, (double) times[k] / mass);
            left -= drawn;
            mass -= times[k];
            for (int i = 0; i < kinds[k].length && drawn > 0; i += 2) {
                counts[kinds[k][i]] += drawn * kinds[k][i + 1];
            }
        }
        return counts;
    }
}
