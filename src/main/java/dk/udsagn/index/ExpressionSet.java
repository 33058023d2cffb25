package dk.udsagn.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Many expressions looked for in one pass: each word is asked once which expressions it could belong to, and only those are tried.
 *
 * <p>Gives exactly what {@link Expression#in} gives for each expression by itself. Cost: a look-up a word, however many expressions there
 * are, and the work of the expressions that have a chance. Immutable but for a bounded memo; safe for many threads.
 */
public final class ExpressionSet {
    private static final int SLOTS = 1 << 17;
    private static final int[] NONE = {};

    private final List<Expression> expressions;
    private final Map<String, BitSet> byTerm = new HashMap<>();
    private final Map<String, BitSet> byForm = new HashMap<>();
    private final Map<Expression, BitSet> byShape = new HashMap<>();
    private final Map<Expression, Integer> places = new HashMap<>();
    private final Map<String, BitSet> placesByTerm = new HashMap<>();
    private final Map<String, BitSet> placesByForm = new HashMap<>();
    private final Map<Expression, BitSet> placesByShape = new HashMap<>();
    private final PlainRow[] rows;
    private final AtomicReferenceArray<Known> memo = new AtomicReferenceArray<>(SLOTS);

    /** What a word is to the set: expressions it could belong to, and places of plain rows it can stand at, rising, each twice its number and 1 where as a whole. */
    record Known(Word word, int[] candidates, int[] places) {
        boolean isAt(int place) {
            return find(2 * place) || find(2 * place + 1);
        }

        boolean isWholeAt(int place) {
            return find(2 * place + 1);
        }

        /** There are few: going through them beats halving. */
        private boolean find(int wanted) {
            for (int place : places) {
                if (place >= wanted) {
                    return place == wanted;
                }
            }
            return false;
        }
    }

    /** A row of single words, by the numbers of its places; found by looking at the neighbours of the word at {@code anchor}. */
    private record PlainRow(int[] places, int anchor) { }

    private ExpressionSet(List<Expression> expressions) {
        this.expressions = List.copyOf(expressions);
        this.rows = new PlainRow[expressions.size()];
        for (int i = 0; i < rows.length; i++) {
            Expression whole = this.expressions.get(i);
            List<Expression> row = whole instanceof Expression.Row r ? r.places() : List.of(whole);
            if (row.stream().allMatch(ExpressionSet::single)) {
                rows[i] = plain(row);
                whole = row.get(rows[i].anchor());
            }
            for (Expression anchor : anchors(whole)) {
                switch (anchor) {
                    case Expression.AnyForm word -> {
                        for (String term : word.terms()) {
                            byTerm.computeIfAbsent(term, t -> new BitSet()).set(i);
                        }
                    }
                    case Expression.Exactly word -> byForm.computeIfAbsent(word.form(), f -> new BitSet()).set(i);
                    default -> byShape.computeIfAbsent(anchor, a -> new BitSet()).set(i);
                }
            }
        }
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

    /**
     * Which expressions may be found in a passage: none that is found is missing.
     *
     * @param tokens the passage's words
     * @return 0-based numbers of expressions, rising
     */
    public IntStream candidates(List<Token> tokens) {
        BitSet all = null;
        for (int i = 0; i < tokens.size(); i++) {
            for (int candidate : known(tokens.get(i).word()).candidates()) {
                if (stands(candidate, tokens, i)) {
                    all = all == null ? new BitSet(expressions.size()) : all;
                    all.set(candidate);
                }
            }
        }
        return all == null ? IntStream.empty() : all.stream();
    }

    /**
     * Whether any expression may be found in a passage.
     *
     * @param tokens the passage's words
     * @return false only if none is
     */
    public boolean hasChance(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            for (int candidate : known(tokens.get(i).word()).candidates()) {
                if (stands(candidate, tokens, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a plain row stands round a word; always true of other expressions, which are not judged here. */
    private boolean stands(int candidate, List<Token> tokens, int at) {
        PlainRow row = rows[candidate];
        if (row == null) {
            return true;
        }
        int from = at - row.anchor();
        if (from < 0 || from + row.places().length > tokens.size()
            || tokens.get(from + row.places().length - 1).position() - tokens.get(from).position() != row.places().length - 1) {
            return false;
        }
        for (int k = 0; k < row.places().length; k++) {
            if (!known(tokens.get(from + k).word()).isAt(row.places()[k])) {
                return false;
            }
        }
        return true;
    }

    private PlainRow plain(List<Expression> row) {
        int anchor = 0;
        int[] numbers = new int[row.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = place(row.get(k));
            if (commonness(anchors(row.get(k))) < commonness(anchors(row.get(anchor)))) {
                anchor = k;
            }
        }
        return new PlainRow(numbers, anchor);
    }

    private int place(Expression single) {
        Integer known = places.get(single);
        if (known != null) {
            return known;
        }
        int number = places.size();
        places.put(single, number);
        stand(single, number);
        return number;
    }

    private void stand(Expression single, int number) {
        switch (single) {
            case Expression.AnyForm word -> word.terms().forEach(term -> placesByTerm.computeIfAbsent(term, t -> new BitSet()).set(number));
            case Expression.Exactly word -> placesByForm.computeIfAbsent(word.form(), f -> new BitSet()).set(number);
            case Expression.AnyOf any -> any.choices().forEach(choice -> stand(choice, number));
            default -> placesByShape.computeIfAbsent(single, x -> new BitSet()).set(number);
        }
    }

    private static boolean single(Expression expression) {
        return switch (expression) {
            case Expression.AnyForm word -> true;
            case Expression.Exactly word -> true;
            case Expression.Prefix word -> true;
            case Expression.Fuzzy word -> true;
            case Expression.AnyOf any -> any.choices().stream().allMatch(ExpressionSet::single);
            case Expression.Row row -> false;
            case Expression.Near near -> false;
            case Expression.NotNear not -> false;
        };
    }

    Known known(Word word) {
        int slot = (word.exact().hashCode() * 0x9E3779B9) >>> 15;
        Known first = memo.getAcquire(slot);
        if (first != null && first.word() == word) {
            return first;
        }
        Known second = memo.getAcquire(slot ^ 1);
        if (second != null && second.word() == word) {
            return second;
        }
        Known fresh = fresh(word);
        memo.setRelease(first == null || second != null ? slot : slot ^ 1, fresh);
        return fresh;
    }

    private Known fresh(Word word) {
        var all = new BitSet();
        word.terms().forEach(term -> add(all, byTerm.get(term)));
        word.parts().forEach(term -> add(all, byTerm.get(term)));
        add(all, byForm.get(word.exact()));
        byShape.forEach((shape, numbers) -> {
            if (Trust.of(shape, word) != Trust.NONE) {
                all.or(numbers);
            }
        });
        var whole = new BitSet();
        var part = new BitSet();
        word.terms().forEach(term -> add(whole, placesByTerm.get(term)));
        word.parts().forEach(term -> add(part, placesByTerm.get(term)));
        add(whole, placesByForm.get(word.exact()));
        placesByShape.forEach((shape, numbers) -> {
            if (Trust.of(shape, word) != Trust.NONE) {
                whole.or(numbers);
            }
        });
        part.andNot(whole);
        int[] standing = IntStream.concat(whole.stream().map(p -> 2 * p + 1), part.stream().map(p -> 2 * p)).sorted().toArray();
        return new Known(word, all.isEmpty() ? NONE : all.stream().toArray(), standing.length == 0 ? NONE : standing);
    }

    /** Places of a row of single words, by their numbers; null for other expressions, which have to be tried. */
    int[] places(int expression) {
        return rows[expression] == null ? null : rows[expression].places();
    }

    boolean isPlain(int expression) {
        return rows[expression] != null;
    }

    int anchor(int expression) {
        return rows[expression].anchor();
    }

    Expression expression(int number) {
        return expressions.get(number);
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

    private static void add(BitSet all, BitSet more) {
        if (more != null) {
            all.or(more);
        }
    }

    /** Words of which one stands wherever the expression is found: of several such sets the one with the fewest and longest words. */
    private static List<Expression> anchors(Expression expression) {
        return switch (expression) {
            case Expression.AnyForm word -> List.of(word);
            case Expression.Exactly word -> List.of(word);
            case Expression.Prefix word -> List.of(word);
            case Expression.Fuzzy word -> List.of(word);
            case Expression.Row row -> row.places().stream().map(ExpressionSet::anchors).reduce(ExpressionSet::rarer).orElseThrow();
            case Expression.Near near -> rarer(anchors(near.left()), anchors(near.right()));
            case Expression.NotNear not -> anchors(not.wanted());
            case Expression.AnyOf any -> {
                var all = new ArrayList<Expression>();
                any.choices().forEach(choice -> all.addAll(anchors(choice)));
                yield all;
            }
        };
    }

    /** Long words are rare words (Zipf): a guess that costs time when wrong, never a hit. */
    private static List<Expression> rarer(List<Expression> some, List<Expression> others) {
        return commonness(some) <= commonness(others) ? some : others;
    }

    private static double commonness(List<Expression> anchors) {
        return anchors.stream().mapToDouble(anchor -> Math.pow(2, -switch (anchor) {
            case Expression.AnyForm word -> word.written().length();
            case Expression.Exactly word -> word.form().length();
            case Expression.Prefix prefix -> prefix.start().length();
            default -> 0;
        })).sum();
    }
}
