package dk.udsagn.index;

import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A query that was read: expressions and conditions joined by AND, OR and NOT. */
sealed interface QueryTree {
    /** What a condition may ask of a turn, or of a sentence of it. */
    record Unit(String transcript, Role role, Optional<String> respondent, Span span) { }

    record Words(Expression expression) implements QueryTree { }

    record Holds(Predicate<Unit> condition) implements QueryTree { }

    record All(List<QueryTree> parts) implements QueryTree { }

    record Any(List<QueryTree> parts) implements QueryTree { }

    record Not(QueryTree part) implements QueryTree { }

    /** Whether anything in it can be shown as a hit: a query of conditions alone shows whole turns. */
    static boolean hasWords(QueryTree tree) {
        return switch (tree) {
            case Words words -> true;
            case Holds holds -> false;
            case Not not -> false;
            case All all -> all.parts().stream().anyMatch(QueryTree::hasWords);
            case Any any -> any.parts().stream().anyMatch(QueryTree::hasWords);
        };
    }
}
