package dk.udsagn.index;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int SLOTS = 1 << 16;
    private static final int[] NONE = {};

    private final List<Expression> expressions;
    private final Map<String, BitSet> byTerm = new HashMap<>();
    private final Map<String, BitSet> byForm = new HashMap<>();
    private final Map<Expression, BitSet> byShape = new HashMap<>();
    private final Map<Expression, Integer> places = new HashMap<>();
    private final Map<String, BitSet> placesByTerm = new HashMap<>();
    private final Map<Expression, Integer> otherPlaces = new HashMap<>();
    private final PlainRow[] rows;
    private final AtomicReferenceArray<Known> memo = new AtomicReferenceArray<>(SLOTS);

    /** What a word is to the set: expressions it could belong to, and places of plain rows it can stand at, rising. */
    private record Known(Word word, int[] candidates, int[] places) { }

    /** A row of single words, by the numbers of its places; found by looking at the neighbours of the word at {@code anchor}. */
    private record PlainRow(int[] places, int anchor) { }

    private ExpressionSet(List<Expression> expressions) {
        this.expressions = List.copyOf(expressions);
        this.rows = new PlainRow[expressions.size()];
        for (int i = 0; i < rows.length; i++) {
            Expression whole = this.expressions.get(i);
            if (whole instanceof Expression.Row row && row.places().stream().allMatch(ExpressionSet::single)) {
                rows[i] = plain(row);
                whole = row.places().get(rows[i].anchor());
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
            if (Arrays.binarySearch(known(tokens.get(from + k).word()).places(), row.places()[k]) < 0) {
                return false;
            }
        }
        return true;
    }

    private PlainRow plain(Expression.Row row) {
        int anchor = 0;
        int[] numbers = new int[row.places().size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = place(row.places().get(k));
            if (commonness(anchors(row.places().get(k))) < commonness(anchors(row.places().get(anchor)))) {
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
        if (single instanceof Expression.AnyForm word) {
            word.terms().forEach(term -> placesByTerm.computeIfAbsent(term, t -> new BitSet()).set(number));
        } else {
            otherPlaces.put(single, number);
        }
        return number;
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

    private static boolean is(Expression single, Word word) {
        return single instanceof Expression.AnyOf any ? any.choices().stream().anyMatch(c -> is(c, word)) : Trust.of(single, word) != Trust.NONE;
    }

    private Known known(Word word) {
        int slot = (word.exact().hashCode() * 0x9E3779B9) >>> 16;
        Known known = memo.getAcquire(slot);
        if (known != null && (known.word() == word || known.word().equals(word))) {
            return known;
        }
        var all = new BitSet();
        word.terms().forEach(term -> add(all, byTerm.get(term)));
        word.parts().forEach(term -> add(all, byTerm.get(term)));
        add(all, byForm.get(word.exact()));
        byShape.forEach((shape, numbers) -> {
            if (Trust.of(shape, word) != Trust.NONE) {
                all.or(numbers);
            }
        });
        int[] candidates = all.isEmpty() ? NONE : all.stream().toArray();
        var standing = new BitSet();
        word.terms().forEach(term -> add(standing, placesByTerm.get(term)));
        word.parts().forEach(term -> add(standing, placesByTerm.get(term)));
        otherPlaces.forEach((place, number) -> standing.set(number, standing.get(number) || is(place, word)));
        var fresh = new Known(word, candidates, standing.stream().toArray());
        memo.setRelease(slot, fresh);
        return fresh;
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
