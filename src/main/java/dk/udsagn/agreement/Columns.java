package dk.udsagn.agreement;

import static dk.udsagn.agreement.RatingTable.MISSING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Ratings as they are handed over, a column a coder, written as numbers: what a {@link RatingTable} is made from.
 *
 * @param anonymous whether nobody knows who the coders were
 * @param codes     for each coder, unit by unit, a place among the categories, or {@link RatingTable#MISSING}
 */
record Columns(List<String> coders, boolean anonymous, Categories categories, int[][] codes) {
    /** Coder to ratings, of lines such as {@code "anna yes no . yes"}. */
    static Map<String, List<String>> parsed(String... lines) {
        var byCoder = new LinkedHashMap<String, List<String>>();
        for (String line : lines) {
            var words = List.of(line.strip().split("\\s+"));
            if (byCoder.put(words.getFirst(), words.stream().skip(1).map(w -> w.equals(".") ? "" : w).toList()) != null) {
                throw new IllegalArgumentException("there are two lines for the coder \"" + words.getFirst() + "\"");
            }
        }
        return byCoder;
    }

    static Columns of(Map<String, ? extends List<String>> byCoder) {
        var codes = new HashMap<String, Integer>();
        var names = new ArrayList<String>();
        int[][] columns = new int[byCoder.size()][];
        int at = 0;
        for (List<String> ratings : byCoder.values()) {
            int[] column = new int[ratings.size()];
            int i = 0;
            for (String rating : ratings) {
                Integer code = rating.isEmpty() ? Integer.valueOf(MISSING) : codes.get(rating);
                if (code == null) {
                    code = names.size();
                    codes.put(rating, code);
                    names.add(rating);
                }
                column[i++] = code;
            }
            columns[at++] = column;
        }
        return new Columns(List.copyOf(byCoder.keySet()), false, Categories.seen(names), columns);
    }

    static Columns ofSets(Map<String, ? extends List<? extends Optional<? extends Collection<String>>>> byCoder) {
        var codes = new LinkedHashMap<Set<String>, Integer>();
        int[][] columns = byCoder.values().stream().map(ratings -> ratings.stream().mapToInt(rating -> rating
            .map(labels -> codes.computeIfAbsent(new TreeSet<>(labels), k -> codes.size())).orElse(MISSING)).toArray()).toArray(int[][]::new);
        return new Columns(List.copyOf(byCoder.keySet()), false, Categories.sets(codes.keySet()), columns);
    }

    /** A row a cell of the cross table, which stands for as many units as the cell says. */
    static RatingTable cross(List<String> categories, int[]... table) {
        int q = categories.size();
        int[] first = new int[q * q];
        int[] second = new int[q * q];
        int[] counts = new int[q * q];
        RatingTable.check(table.length == q, "a cross table of " + q + " categories needs " + q + " rows, not " + table.length);
        for (int i = 0; i < q; i++) {
            RatingTable.check(table[i].length == q, "row " + (i + 1) + " of the cross table has " + table[i].length + " numbers, not " + q);
            for (int j = 0; j < q; j++) {
                RatingTable.check(table[i][j] >= 0, "the cross table holds " + table[i][j]);
                first[i * q + j] = i;
                second[i * q + j] = j;
                counts[i * q + j] = table[i][j];
            }
        }
        return RatingTable.weighted(List.of("1", "2"), Categories.declared(categories), new int[][] {first, second}, counts, null);
    }

    static Columns tallies(List<String> categories, int[]... units) {
        int most = Arrays.stream(units).mapToInt(unit -> Arrays.stream(unit).sum()).max().orElse(0);
        int[][] columns = new int[most][units.length];
        for (int u = 0; u < units.length; u++) {
            RatingTable.check(units[u].length == categories.size(), "unit " + (u + 1) + " has " + units[u].length + " numbers for " + categories.size() + " categories");
            int at = 0;
            for (int k = 0; k < units[u].length; k++) {
                RatingTable.check(units[u][k] >= 0, "unit " + (u + 1) + " holds " + units[u][k]);
                for (int i = 0; i < units[u][k]; i++) {
                    columns[at++][u] = k;
                }
            }
            while (at < most) {
                columns[at++][u] = MISSING;
            }
        }
        return new Columns(IntStream.rangeClosed(1, most).mapToObj(Integer::toString).toList(), true, Categories.declared(categories), columns);
    }

    RatingTable table() {
        int m = codes.length;
        int units = m == 0 ? 0 : codes[0].length;
        int q = categories.size();
        for (int g = 0; g < m; g++) {
            RatingTable.check(codes[g].length == units, "coder \"" + coders.get(g) + "\" has " + codes[g].length + " ratings, \"" + coders.getFirst() + "\" has " + units);
            for (int code : codes[g]) {
                RatingTable.check(code >= MISSING && code < q, "the rating " + code + " names none of the " + q + " categories");
            }
        }
        return RatingTable.of(coders, anonymous, categories, Patterns.of(codes, units, q));
    }
}
