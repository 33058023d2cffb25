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
    private static final int SLOTS = 1 << 16;
    private static final int[] NONE = {};

    private final List<Expression> expressions;
    private final Map<String, BitSet> byTerm = new HashMap<>();
    private final Map<String, BitSet> byForm = new HashMap<>();
    private final Map<Expression, BitSet> byShape = new HashMap<>();
    private final AtomicReferenceArray<Known> memo = new AtomicReferenceArray<>(SLOTS);

    private record Known(Word word, int[] candidates) { }

    private ExpressionSet(List<Expression> expressions) {
        this.expressions = List.copyOf(expressions);
        for (int i = 0; i < this.expressions.size(); i++) {
            for (Expression anchor : anchors(this.expressions.get(i))) {
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
            for (int candidate : candidates(tokens.get(i).word())) {
                all = all == null ? new BitSet(expressions.size()) : all;
                all.set(candidate);
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
            if (candidates(tokens.get(i).word()).length > 0) {
                return true;
            }
        }
        return false;
    }

    private int[] candidates(Word word) {
        int slot = (word.exact().hashCode() * 0x9E3779B9) >>> 16;
        Known known = memo.getAcquire(slot);
        if (known != null && (known.word() == word || known.word().equals(word))) {
            return known.candidates();
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
        memo.setRelease(slot, new Known(word, candidates));
        return candidates;
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
