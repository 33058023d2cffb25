package dk.udsagn.agreement;

import java.util.Arrays;

/**
 * Rows that say the same, kept once: a million units of three coders who chose between three categories are 64 rows at most.
 *
 * @param codes  for each pattern, one code a coder; -1 where a rating is missing
 * @param counts how many rows show each pattern
 * @param ofRow  the pattern of each row
 */
record Patterns(int[] codes, int[] counts, int[] ofRow) {
    /** Past this many possible patterns a table of them costs more than it saves. */
    private static final int MOST = 1 << 16;

    static Patterns of(int[][] columns, int units, int categories) {
        double possible = Math.pow(categories + 1.0, columns.length);
        return possible <= MOST ? folded(columns, units, categories + 1, (int) possible) : possible < Long.MAX_VALUE ? sorted(columns, units, categories + 1) : each(columns, units);
    }

    /** Where few of many possible patterns are there, as with sets of labels. */
    private static Patterns sorted(int[][] columns, int units, int base) {
        int m = columns.length;
        long[] keys = new long[units];
        for (int[] column : columns) {
            for (int u = 0; u < units; u++) {
                keys[u] = keys[u] * base + column[u] + 1;
            }
        }
        long[] found = Arrays.stream(keys).sorted().distinct().toArray();
        int[] codes = new int[found.length * m];
        for (int p = 0; p < found.length; p++) {
            long rest = found[p];
            for (int g = m - 1; g >= 0; g--, rest /= base) {
                codes[p * m + g] = (int) (rest % base) - 1;
            }
        }
        int[] counts = new int[found.length];
        int[] ofRow = new int[units];
        for (int u = 0; u < units; u++) {
            ofRow[u] = Arrays.binarySearch(found, keys[u]);
            counts[ofRow[u]]++;
        }
        return new Patterns(codes, counts, ofRow);
    }

    private static Patterns each(int[][] columns, int units) {
        int m = columns.length;
        int[] codes = new int[units * m];
        int[] counts = new int[units];
        int[] ofRow = new int[units];
        Arrays.fill(counts, 1);
        for (int u = 0; u < units; u++) {
            ofRow[u] = u;
            for (int g = 0; g < m; g++) {
                codes[u * m + g] = columns[g][u];
            }
        }
        return new Patterns(codes, counts, ofRow);
    }

    private static Patterns folded(int[][] columns, int units, int base, int possible) {
        int m = columns.length;
        int[] ofRow = new int[units];
        for (int[] column : columns) {
            for (int u = 0; u < units; u++) {
                ofRow[u] = ofRow[u] * base + column[u] + 1;
            }
        }
        int[] tally = new int[possible];
        for (int key : ofRow) {
            tally[key]++;
        }
        int[] number = new int[possible];
        int found = 0;
        for (int key = 0; key < possible; key++) {
            number[key] = tally[key] > 0 ? found++ : -1;
        }
        int[] codes = new int[found * m];
        int[] counts = new int[found];
        for (int key = 0; key < possible; key++) {
            if (tally[key] > 0) {
                counts[number[key]] = tally[key];
                for (int g = m - 1, rest = key; g >= 0; g--, rest /= base) {
                    codes[number[key] * m + g] = rest % base - 1;
                }
            }
        }
        for (int u = 0; u < units; u++) {
            ofRow[u] = number[ofRow[u]];
        }
        return new Patterns(codes, counts, ofRow);
    }
}
