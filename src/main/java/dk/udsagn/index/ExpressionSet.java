package dk.udsagn.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Many expressions looked for in one pass: each word is asked once which places in expressions it can stand at, and only those it may be
 * found by are tried.
 *
 * <p>Gives exactly what {@link Expression#in} gives for each expression by itself. Cost: a look-up a word, however many expressions there
 * are, and the work of the expressions that have a chance. A row of words is tried where its rarest word and the neighbour of that stand
 * side by side. Immutable but for a bounded memo; safe for many threads.
 */
public final class ExpressionSet {
    private static final int SLOTS = 1 << 13;
    private static final int ANCHOR = 16;
    private static final int[] NONE = {};
    private static final Known NOTHING = new Known(NONE, NONE, NONE, NONE, 0, Neighbours.Wanted.NOTHING, Neighbours.Wanted.NOTHING);

    /** A row of single words, by the numbers of its places; found by the word at {@code anchor} and one beside it. */
    record PlainRow(int[] places, int anchor) {
        boolean looksRight() {
            return anchor + 1 < places.length;
        }
    }

    /** A word and what it is to the set. */
    private record Met(Word word, Known known) { }

    private final List<Expression> expressions;
    private final PlainRow[] rows;
    /** Of each row how many words it has, above its anchor: asked at each chance, so side by side in memory; 0 for what is no plain row. */
    private final int[] shapes;
    private final Map<Expression, Integer> numbers = new HashMap<>();
    private final List<Expression> singles = new ArrayList<>();
    /** Single words in expressions that are no plain rows, and choices between single words, by identity: a word's terms are long to compare. */
    private final Map<Expression, Integer> inside = new IdentityHashMap<>();
    private final Map<String, BitSet> byTerm = new HashMap<>();
    private final Map<String, BitSet> byForm = new HashMap<>();
    private final Map<String, BitSet> byStart = new HashMap<>();
    private final Map<Expression.Fuzzy, BitSet> bySpelling = new HashMap<>();
    private final int[][] alone;
    private final long[] bits;
    private final Neighbours[] right;
    private final Neighbours[] left;
    private final AtomicReferenceArray<Met> memo = new AtomicReferenceArray<>(SLOTS);
    private volatile FormTable table = FormTable.empty();

    private ExpressionSet(List<Expression> expressions) {
        this.expressions = List.copyOf(expressions);
        this.rows = new PlainRow[expressions.size()];
        this.shapes = new int[rows.length];
        var tried = new TreeMap<Integer, BitSet>();
        var after = new TreeMap<Integer, TreeMap<Integer, BitSet>>();
        var before = new TreeMap<Integer, TreeMap<Integer, BitSet>>();
        for (int i = 0; i < rows.length; i++) {
            Expression whole = this.expressions.get(i);
            List<Expression> row = whole instanceof Expression.Row r ? r.places() : List.of(whole);
            if (row.stream().allMatch(ExpressionSet::isSingle)) {
                rows[i] = plain(row);
                int[] places = rows[i].places();
                int anchor = rows[i].anchor();
                shapes[i] = places.length << ANCHOR | anchor;
                if (places.length == 1) {
                    tried.computeIfAbsent(places[0], p -> new BitSet()).set(i);
                } else if (rows[i].looksRight()) {
                    after.computeIfAbsent(places[anchor], p -> new TreeMap<>()).computeIfAbsent(places[anchor + 1], p -> new BitSet()).set(i);
                } else {
                    before.computeIfAbsent(places[anchor], p -> new TreeMap<>()).computeIfAbsent(places[anchor - 1], p -> new BitSet()).set(i);
                }
            } else {
                number(whole);
                for (Expression anchor : Anchors.of(whole)) {
                    tried.computeIfAbsent(number(anchor), p -> new BitSet()).set(i);
                }
            }
        }
        alone = new int[numbers.size()][];
        bits = Neighbours.bits(alone.length, after.values(), before.values());
        right = new Neighbours[alone.length];
        left = new Neighbours[alone.length];
        for (int place = 0; place < alone.length; place++) {
            alone[place] = tried.getOrDefault(place, new BitSet()).stream().toArray();
            right[place] = neighbours(after.get(place));
            left[place] = neighbours(before.get(place));
        }
    }

    private Neighbours neighbours(TreeMap<Integer, BitSet> rows) {
        return rows == null ? null : new Neighbours(rows, bits);
    }

    /**
     * A set of expressions.
     *
     * @param expressions in the order their numbers follow; read with one analysis
     * @return the set
     */
    public static ExpressionSet of(List<Expression> expressions) {
        return new ExpressionSet(expressions);
    }

    private PlainRow plain(List<Expression> row) {
        int anchor = 0;
        int[] places = new int[row.size()];
        for (int k = 0; k < places.length; k++) {
            places[k] = place(row.get(k));
            if (Anchors.commonness(Anchors.of(row.get(k))) < Anchors.commonness(Anchors.of(row.get(anchor)))) {
                anchor = k;
            }
        }
        return new PlainRow(places, anchor);
    }

    /** Numbers all that stands in an expression and is asked of a word. Its own number, -1 where it has none. */
    private int number(Expression expression) {
        if (isSingle(expression)) {
            int place = place(expression);
            inside.put(expression, place);
            return place;
        }
        switch (expression) {
            case Expression.Row row -> row.places().forEach(this::number);
            case Expression.AnyOf any -> any.choices().forEach(this::number);
            case Expression.NotNear not -> {
                number(not.wanted());
                number(not.unwanted());
            }
            case Expression.Near near -> {
                number(near.left());
                number(near.right());
            }
            case Expression.AnyForm word -> { }
            case Expression.Exactly word -> { }
            case Expression.Prefix word -> { }
            case Expression.Fuzzy word -> { }
        }
        return -1;
    }

    private int place(Expression single) {
        Integer known = numbers.get(single);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(single, number);
        singles.add(single);
        stand(single, number);
        return number;
    }

    private void stand(Expression single, int number) {
        switch (single) {
            case Expression.AnyForm word -> word.terms().forEach(term -> byTerm.computeIfAbsent(term, t -> new BitSet()).set(number));
            case Expression.Exactly word -> byForm.computeIfAbsent(word.form(), f -> new BitSet()).set(number);
            case Expression.Prefix word -> byStart.computeIfAbsent(word.start(), s -> new BitSet()).set(number);
            case Expression.Fuzzy word -> bySpelling.computeIfAbsent(word, w -> new BitSet()).set(number);
            case Expression.AnyOf any -> any.choices().forEach(choice -> stand(choice, number));
            case Expression.Row row -> throw new IllegalArgumentException("no single word: " + row);
            case Expression.Near near -> throw new IllegalArgumentException("no single word: " + near);
            case Expression.NotNear not -> throw new IllegalArgumentException("no single word: " + not);
        }
    }

    private static boolean isSingle(Expression expression) {
        return switch (expression) {
            case Expression.AnyForm word -> true;
            case Expression.Exactly word -> true;
            case Expression.Prefix word -> true;
            case Expression.Fuzzy word -> true;
            case Expression.AnyOf any -> any.choices().stream().allMatch(ExpressionSet::isSingle);
            case Expression.Row row -> false;
            case Expression.Near near -> false;
            case Expression.NotNear not -> false;
        };
    }

    /** What a word is to the set; null for one of no interest. */
    Known known(Word word) {
        int slot = word.exact().hashCode() * 0x9E3779B9 >>> 19;
        Met met = memo.getAcquire(slot);
        if (met == null || met.word() != word) {
            met = new Met(word, fresh(word));
            memo.setRelease(slot, met);
        }
        return met.known() == NOTHING ? null : met.known();
    }

    private Known fresh(Word word) {
        var whole = new BitSet();
        var part = new BitSet();
        word.terms().forEach(term -> add(whole, byTerm.get(term)));
        word.parts().forEach(term -> add(part, byTerm.get(term)));
        add(whole, byForm.get(word.exact()));
        for (int end = 3; end <= word.exact().length() && !byStart.isEmpty(); end++) {
            add(whole, byStart.get(word.exact().substring(0, end)));
        }
        bySpelling.forEach((fuzzy, places) -> {
            if (Trust.of(fuzzy, word) != Trust.NONE) {
                whole.or(places);
            }
        });
        part.andNot(whole);
        var all = new BitSet();
        all.or(whole);
        all.or(part);
        if (all.isEmpty()) {
            return NOTHING;
        }
        var tried = new BitSet();
        all.stream().forEach(place -> Arrays.stream(alone[place]).forEach(tried::set));
        int[] places = IntStream.concat(whole.stream().map(p -> 2 * p + 1), part.stream().map(p -> 2 * p)).sorted().toArray();
        int[] after = all.stream().filter(p -> right[p] != null).toArray();
        int[] before = all.stream().filter(p -> left[p] != null).toArray();
        long mask = all.stream().mapToLong(p -> bits[p]).reduce(0, (a, b) -> a | b);
        return new Known(places, tried.stream().toArray(), after, before, mask, wanted(right, after), wanted(left, before));
    }

    private static Neighbours.Wanted wanted(Neighbours[] neighbours, int[] places) {
        var wanted = Neighbours.Wanted.NOTHING;
        for (int place : places) {
            wanted = wanted.or(neighbours[place].wanted());
        }
        return wanted;
    }

    private static void add(BitSet all, BitSet more) {
        if (more != null) {
            all.or(more);
        }
    }

    /** The row an expression is, by the numbers of its places; null for other expressions, which have to be tried. */
    PlainRow row(int expression) {
        return rows[expression];
    }

    /** How many words a row has; 0 where the expression is no row. */
    int length(int expression) {
        return shapes[expression] >>> ANCHOR;
    }

    /** Which of a row's words it is found by. */
    int anchor(int expression) {
        return shapes[expression] & (1 << ANCHOR) - 1;
    }

    Neighbours after(int place) {
        return right[place];
    }

    Neighbours before(int place) {
        return left[place];
    }

    int size() {
        return rows.length;
    }

    /** How many places single words have in expressions, those alike counted once. */
    int places() {
        return alone.length;
    }

    /** What stands at a place. */
    Expression single(int place) {
        return singles.get(place);
    }

    /** Expressions to be tried wherever a place's word stands. */
    int[] alone(int place) {
        return alone[place];
    }

    Expression expression(int number) {
        return expressions.get(number);
    }

    /** Number of a single word, or of a choice between single words, in one of the set's expressions that is no plain row; -1 for anything else. */
    int placeOf(Expression single) {
        return inside.getOrDefault(single, -1);
    }

    FormTable table() {
        return table;
    }

    /** A table that was found full is not used any more. */
    synchronized void outgrown(FormTable full) {
        if (table == full) {
            table = full.larger();
        }
    }

    /**
     * A reader of passages for this set.
     *
     * @param analysis that which the expressions were read with
     * @return for one thread
     */
    public Scan scan(Analysis analysis) {
        return new Scan(this, analysis);
    }
}
