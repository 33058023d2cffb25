package dk.udsagn.agreement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.SplittableRandom;

/**
 * What is drawn as one from a table: a unit, or a turn with all its characters or themes. Blocks that hold the same are one kind, so that a sample is a
 * count of kinds: most turns say the same, that nobody laid anything.
 *
 * @param kinds    for each kind its patterns and how many units show each, in turn
 * @param ofBlock  the kind of each block
 * @param patterns how many patterns the table has
 */
record Blocks(int[][] kinds, int[] ofBlock, int patterns) {
    static Blocks of(RatingTable table) {
        return table.rows().block() == null ? units(table) : grouped(table);
    }

    private static Blocks units(RatingTable table) {
        int[][] kinds = new int[table.counts().length][];
        for (int p = 0; p < kinds.length; p++) {
            kinds[p] = new int[] {p, 1};
        }
        var rows = table.rows();
        if (rows.count() == null) {
            return new Blocks(kinds, rows.pattern(), kinds.length);
        }
        int[] ofBlock = new int[table.units()];
        for (int r = 0, at = 0; r < rows.pattern().length; at += rows.count()[r++]) {
            Arrays.fill(ofBlock, at, at + rows.count()[r], rows.pattern()[r]);
        }
        return new Blocks(kinds, ofBlock, kinds.length);
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
        var numbers = new HashMap<Content, Integer>();
        int[] ofBlock = Arrays.stream(blocks).filter(b -> b.length > 0).mapToInt(b -> numbers.computeIfAbsent(new Content(b), k -> numbers.size())).toArray();
        int[][] kinds = new int[numbers.size()][];
        numbers.forEach((content, number) -> kinds[number] = content.of);
        return new Blocks(kinds, ofBlock, table.counts().length);
    }

    private record Content(int[] of) {
        @Override public boolean equals(Object other) {
            return other instanceof Content that && Arrays.equals(of, that.of);
        }

        @Override public int hashCode() {
            return Arrays.hashCode(of);
        }
    }

    int count() {
        return ofBlock.length;
    }

    /** For each pattern how many units of a sample show it. */
    int[] draw(SplittableRandom random) {
        int[] drawn = new int[kinds.length];
        for (int i = 0; i < ofBlock.length; i++) {
            drawn[ofBlock[random.nextInt(ofBlock.length)]]++;
        }
        int[] counts = new int[patterns];
        for (int k = 0; k < kinds.length; k++) {
            for (int i = 0; i < kinds[k].length && drawn[k] > 0; i += 2) {
                counts[kinds[k][i]] += drawn[k] * kinds[k][i + 1];
            }
        }
        return counts;
    }
}
