package dk.udsagn.index;

import java.util.ArrayList;
import java.util.List;

/** Words of which one stands wherever an expression is found: of several such sets the one with the fewest and longest words. */
final class Anchors {
    private Anchors() { }

    static List<Expression> of(Expression expression) {
        return switch (expression) {
            case Expression.AnyForm word -> List.of(word);
            case Expression.Exactly word -> List.of(word);
            case Expression.Prefix word -> List.of(word);
            case Expression.Fuzzy word -> List.of(word);
            case Expression.Row row -> row.places().stream().map(Anchors::of).reduce(Anchors::rarer).orElseThrow();
            case Expression.Near near -> rarer(of(near.left()), of(near.right()));
            case Expression.NotNear not -> of(not.wanted());
            case Expression.AnyOf any -> {
                var all = new ArrayList<Expression>();
                any.choices().forEach(choice -> all.addAll(of(choice)));
                yield all;
            }
        };
    }

    private static List<Expression> rarer(List<Expression> some, List<Expression> others) {
        return commonness(some) <= commonness(others) ? some : others;
    }

    /** Long words are rare words (Zipf): a guess that costs time when wrong, never a hit. */
    static double commonness(List<Expression> anchors) {
        return anchors.stream().mapToDouble(anchor -> Math.pow(2, -switch (anchor) {
            case Expression.AnyForm word -> word.written().length();
            case Expression.Exactly word -> word.form().length();
            case Expression.Prefix prefix -> prefix.start().length();
            default -> 0;
        })).sum();
    }
}
