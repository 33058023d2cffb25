package dk.udsagn.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Reliability data: what each coder made of each unit.
 *
 * <p>Shape: units × coders; a cell holds one category, or nothing where the coder did not rate the unit. A category is a word, a number
 * written out, or (with {@link #ofSets}) a set of labels. Categories that are all numbers are ordered by size; others have an order only
 * when it is declared by {@link #withCategories}. A table never changes.
 */
public final class RatingTable {
    private static final int MISSING = -1;

    private final List<String> coders;
    private final boolean anonymous;
    private final Categories categories;
    private final int[] patterns;
    private final int[] counts;
    private final Rows rows;

    /** Which pattern each row shows, how many units the row stands for (null: one each), and which block it is drawn with (null: none). */
    record Rows(int[] pattern, int[] count, int[] block) {
    }

    private RatingTable(List<String> coders, boolean anonymous, Categories categories, int[] patterns, int[] counts, Rows rows) {
        this.coders = coders;
        this.anonymous = anonymous;
        this.categories = categories;
        this.patterns = patterns;
        this.counts = counts;
        this.rows = rows;
    }

    /**
     * A table from words, a line a coder: {@code "anna yes no . yes"} is the coder, then a rating for each unit in order; a single full
     * stop is a missing rating.
     *
     * @param lines one a coder, parted by blanks, all of the same length
     * @return the table
     * @throws IllegalArgumentException if a line is empty or of another length than the first
     */
    public static RatingTable parse(String... lines) {
        var byCoder = new LinkedHashMap<String, List<String>>();
        for (String line : lines) {
            var words = List.of(line.strip().split("\\s+"));
            if (byCoder.put(words.getFirst(), words.stream().skip(1).map(w -> w.equals(".") ? "" : w).toList()) != null) {
                throw new IllegalArgumentException("there are two lines for the coder \"" + words.getFirst() + "\"");
            }
        }
        return of(byCoder);
    }

    /**
     * A table from each coder's ratings.
     *
     * @param byCoder coder to ratings, unit by unit and equally many for each coder; an empty rating is a missing one
     * @return the table
     * @throws IllegalArgumentException if coders have unequal numbers of ratings
     */
    public static RatingTable of(Map<String, ? extends List<String>> byCoder) {
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
        return new RatingTable(List.copyOf(byCoder.keySet()), false, Categories.seen(names), columns).sorted();
    }

    /**
     * A table whose ratings are sets of labels, such as the themes a coder laid on a unit.
     *
     * @param byCoder coder to sets, unit by unit; an empty set is a rating ("none of them"), an empty optional a missing one
     * @return the table; its categories are the sets, written {@code {a, b}}
     * @throws IllegalArgumentException if coders have unequal numbers of ratings
     */
    public static RatingTable ofSets(Map<String, ? extends List<? extends Optional<? extends Collection<String>>>> byCoder) {
        var codes = new LinkedHashMap<Set<String>, Integer>();
        int[][] columns = byCoder.values().stream().map(ratings -> ratings.stream().mapToInt(rating -> rating
            .map(labels -> codes.computeIfAbsent(new TreeSet<>(labels), k -> codes.size())).orElse(MISSING)).toArray()).toArray(int[][]::new);
        return new RatingTable(List.copyOf(byCoder.keySet()), false, Categories.sets(codes.keySet()), columns);
    }

    /**
     * A table from numbers, for programs with many units.
     *
     * @param coders     the coders
     * @param categories what the numbers stand for, in their order; they count as declared
     * @param byCoder    for each coder, unit by unit, a place in {@code categories}, or -1 where there is no rating; not kept
     * @return the table
     * @throws IllegalArgumentException if a number names no category or coders have unequal numbers of ratings
     */
    public static RatingTable coded(List<String> coders, List<String> categories, int[]... byCoder) {
        if (coders.size() != byCoder.length) {
            throw new IllegalArgumentException("there are " + coders.size() + " coders and " + byCoder.length + " columns of ratings");
        }
        return new RatingTable(List.copyOf(coders), false, Categories.declared(categories), byCoder);
    }

    /**
     * Two coders' cross table.
     *
     * @param categories the categories in the order of rows and columns; they count as declared
     * @param table      rows: what the first coder said, columns: what the second said; how many units
     * @return the table, with coders {@code 1} and {@code 2}
     * @throws IllegalArgumentException if the table is not square or a number is negative
     */
    public static RatingTable cross(List<String> categories, int[]... table) {
        int q = categories.size();
        int[] first = new int[q * q];
        int[] second = new int[q * q];
        int[] counts = new int[q * q];
        check(table.length == q, "a cross table of " + q + " categories needs " + q + " rows, not " + table.length);
        for (int i = 0; i < q; i++) {
            check(table[i].length == q, "row " + (i + 1) + " of the cross table has " + table[i].length + " numbers, not " + q);
            for (int j = 0; j < q; j++) {
                check(table[i][j] >= 0, "the cross table holds " + table[i][j]);
                first[i * q + j] = i;
                second[i * q + j] = j;
                counts[i * q + j] = table[i][j];
            }
        }
        return weighted(List.of("1", "2"), Categories.declared(categories), new int[][] {first, second}, counts, null);
    }

    /**
     * A table of how many coders put a unit into each category, where nobody knows who they were (as in Fleiss 1971).
     *
     * @param categories the categories in the order of the numbers; they count as declared
     * @param units      for each unit, how many coders chose each category
     * @return the table; measures that compare one coder with another are undefined for it
     * @throws IllegalArgumentException if a unit has another number of categories or a number is negative
     */
    public static RatingTable tallies(List<String> categories, int[]... units) {
        int most = Arrays.stream(units).mapToInt(unit -> Arrays.stream(unit).sum()).max().orElse(0);
        int[][] columns = new int[most][units.length];
        for (int u = 0; u < units.length; u++) {
            check(units[u].length == categories.size(), "unit " + (u + 1) + " has " + units[u].length + " numbers for " + categories.size() + " categories");
            int at = 0;
            for (int k = 0; k < units[u].length; k++) {
                check(units[u][k] >= 0, "unit " + (u + 1) + " holds " + units[u][k]);
                for (int i = 0; i < units[u][k]; i++) {
                    columns[at++][u] = k;
                }
            }
            while (at < most) {
                columns[at++][u] = MISSING;
            }
        }
        return new RatingTable(IntStream.rangeClosed(1, most).mapToObj(Integer::toString).toList(), true, Categories.declared(categories), columns);
    }

    /** Rows that stand for several units each, drawn together by block when blocks are given. */
    static RatingTable weighted(List<String> coders, Categories categories, int[][] columns, int[] counts, int[] blocks) {
        var plain = new RatingTable(coders, false, categories, columns);
        int[] sums = new int[plain.counts.length];
        for (int row = 0; row < counts.length; row++) {
            sums[plain.rows.pattern[row]] = Math.addExact(sums[plain.rows.pattern[row]], counts[row]);
        }
        return new RatingTable(coders, false, categories, plain.patterns, sums, new Rows(plain.rows.pattern, counts, blocks));
    }

    private RatingTable(List<String> coders, boolean anonymous, Categories categories, int[][] columns) {
        this.coders = coders;
        this.anonymous = anonymous;
        this.categories = categories;
        int m = columns.length;
        int units = m == 0 ? 0 : columns[0].length;
        int q = categories.size();
        for (int g = 0; g < m; g++) {
            check(columns[g].length == units, "coder \"" + coders.get(g) + "\" has " + columns[g].length + " ratings, \"" + coders.getFirst() + "\" has " + units);
            for (int code : columns[g]) {
                check(code >= MISSING && code < q, "the rating " + code + " names none of the " + q + " categories");
            }
        }
        var found = Patterns.of(columns, units, q);
        patterns = found.codes();
        counts = found.counts();
        rows = new Rows(found.ofRow(), null, null);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    private RatingTable sorted() {
        return recoded(categories.sorted());
    }

    private RatingTable recoded(Categories wanted) {
        var place = wanted.places();
        int[] map = categories.names().stream().mapToInt(name -> place.getOrDefault(name, MISSING)).toArray();
        int[] moved = patterns.clone();
        for (int i = 0; i < moved.length; i++) {
            if (moved[i] >= 0) {
                check(map[moved[i]] >= 0, "a coder used \"" + categories.names().get(moved[i]) + "\", which is not among the categories " + wanted.names());
                moved[i] = map[moved[i]];
            }
        }
        return new RatingTable(coders, anonymous, wanted, moved, counts, rows);
    }

    /**
     * The table with its categories declared: all that coders could choose from, in their order. The order counts for the ordinal metric
     * and for weights, the number for Brennan and Prediger's S and Gwet's AC1.
     *
     * @param all the categories, including those that nobody used
     * @return a new table
     * @throws IllegalArgumentException if a coder used a category that is not among them
     */
    public RatingTable withCategories(List<String> all) {
        check(!categories.areSets(), "the categories of a table of sets are the sets themselves");
        return recoded(Categories.declared(all));
    }

    /**
     * The table with only some coders.
     *
     * @param wanted coders of this table
     * @return a new table with the same units and categories
     * @throws NoSuchElementException if a coder is not there; the message lists those who are
     */
    public RatingTable only(String... wanted) {
        int[] places = Arrays.stream(wanted).mapToInt(this::place).toArray();
        int m = coders.size();
        int[] kept = new int[counts.length * places.length];
        for (int p = 0; p < counts.length; p++) {
            for (int g = 0; g < places.length; g++) {
                kept[p * places.length + g] = patterns[p * m + places[g]];
            }
        }
        return new RatingTable(List.of(wanted), anonymous, categories, kept, counts, rows);
    }

    private int place(String coder) {
        int place = coders.indexOf(coder);
        if (place < 0) {
            throw new NoSuchElementException("the table has no coder \"" + coder + "\"; it has " + coders);
        }
        return place;
    }

    /**
     * The coders.
     *
     * @return in the order of the columns; numbers where nobody knows who they were
     */
    public List<String> coders() {
        return coders;
    }

    /**
     * The categories.
     *
     * @return all declared ones in their order, or all used ones: numbers by size, words by the alphabet
     */
    public List<String> categories() {
        return categories.names();
    }

    /**
     * How many units the table has, rated or not.
     *
     * @return a row that stands for several units counts that often
     */
    public int units() {
        return Math.toIntExact(Arrays.stream(counts).asLongStream().sum());
    }

    /**
     * What a coder made of a unit.
     *
     * @param row   0-based, in the order the table was made from; a unit, or in a cross table a cell
     * @param coder the coder
     * @return the category; empty when missing
     * @throws NoSuchElementException if there is no such coder
     */
    public Optional<String> rating(int row, String coder) {
        int code = patterns[rows.pattern[row] * coders.size() + place(coder)];
        return code < 0 ? Optional.empty() : Optional.of(categories.names().get(code));
    }

    /** The same rows, each pattern as often as given: what a sample of the units looks like. */
    RatingTable sampled(int[] patternCounts) {
        return new RatingTable(coders, anonymous, categories, patterns, patternCounts, rows);
    }

    boolean anonymous() {
        return anonymous;
    }

    Categories kinds() {
        return categories;
    }

    int[] patterns() {
        return patterns;
    }

    int[] counts() {
        return counts;
    }

    Rows rows() {
        return rows;
    }

    @Override public String toString() {
        return units() + " units × " + coders.size() + " coders " + coders + ", categories " + new LinkedHashSet<>(categories.names());
    }
}
