package dk.udsagn.agreement;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reliability data: what each coder made of each unit.
 *
 * <p>Shape: units × coders; a cell holds one category, or nothing where the coder did not rate the unit. A category is a word, a number
 * written out, or (with {@link #ofSets}) a set of labels. Categories that are all numbers are ordered by size; others have an order only
 * when it is declared by {@link #withCategories}. A table never changes.
 */
public final class RatingTable {
    /** No rating. */
    static final int MISSING = -1;

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
        return Columns.of(Columns.parsed(lines)).table().sorted();
    }

    /**
     * A table from each coder's ratings.
     *
     * @param byCoder coder to ratings, unit by unit and equally many for each coder; an empty rating is a missing one
     * @return the table
     * @throws IllegalArgumentException if coders have unequal numbers of ratings
     */
    public static RatingTable of(Map<String, ? extends List<String>> byCoder) {
        return Columns.of(byCoder).table().sorted();
    }

    /**
     * A table whose ratings are sets of labels, such as the themes a coder laid on a unit.
     *
     * @param byCoder coder to sets, unit by unit; an empty set is a rating ("none of them"), an empty optional a missing one
     * @return the table; its categories are the sets, written {@code {a, b}}
     * @throws IllegalArgumentException if coders have unequal numbers of ratings
     */
    public static RatingTable ofSets(Map<String, ? extends List<? extends Optional<? extends Collection<String>>>> byCoder) {
        return Columns.ofSets(byCoder).table();
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
        return new Columns(List.copyOf(coders), false, Categories.declared(categories), byCoder).table();
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
        return Columns.cross(categories, table);
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
        return Columns.tallies(categories, units).table();
    }

    /** Rows that stand for several units each, drawn together by block when blocks are given. */
    static RatingTable weighted(List<String> coders, Categories categories, int[][] columns, int[] counts, int[] blocks) {
        var plain = new Columns(coders, false, categories, columns).table();
        int[] sums = new int[plain.counts.length];
        for (int row = 0; row < counts.length; row++) {
            sums[plain.rows.pattern[row]] = Math.addExact(sums[plain.rows.pattern[row]], counts[row]);
        }
        return new RatingTable(coders, false, categories, plain.patterns, sums, new Rows(plain.rows.pattern, counts, blocks));
    }

    /** Units that were rated alike, each pattern once. */
    static RatingTable of(List<String> coders, boolean anonymous, Categories categories, Patterns found) {
        return new RatingTable(coders, anonymous, categories, found.codes(), found.counts(), new Rows(found.ofRow(), null, null));
    }

    static void check(boolean holds, String what) {
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
