package dk.udsagn.index;

import dk.udsagn.transcript.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Reads queries: AND binds tighter than OR, NOT tightest; what stands side by side has all to hold. */
final class QueryParser {
    private static final int DEEPEST = 100;
    private final Pieces pieces;
    private final ExpressionParser expressions;
    private final Search.Facts facts;
    private int depth;

    QueryParser(Search search, Analysis analysis) {
        this.pieces = new Pieces(search.query());
        this.expressions = new ExpressionParser(pieces, analysis);
        this.facts = search.facts();
    }

    QueryTree whole() {
        QueryTree tree = any();
        if (pieces.peek().kind() != Pieces.Kind.END) {
            throw pieces.wrong(pieces.peek(), "an opening bracket is missing, or this one is too many");
        }
        return tree;
    }

    private QueryTree any() {
        if (++depth > DEEPEST) {
            throw pieces.wrong(pieces.peek(), "brackets this deep are not read; use fewer than " + DEEPEST);
        }
        var parts = new ArrayList<QueryTree>();
        parts.add(all());
        while (pieces.peek().is("OR")) {
            pieces.take();
            parts.add(all());
        }
        depth--;
        return parts.size() == 1 ? parts.get(0) : new QueryTree.Any(parts);
    }

    private QueryTree all() {
        var parts = new ArrayList<QueryTree>();
        parts.add(not());
        while (true) {
            Pieces.Piece piece = pieces.peek();
            if (piece.is("AND")) {
                pieces.take();
            } else if (piece.kind() == Pieces.Kind.END || piece.kind() == Pieces.Kind.CLOSE || piece.is("OR")) {
                break;
            }
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : new QueryTree.All(parts);
    }

    private QueryTree not() {
        Pieces.Piece piece = pieces.peek();
        if (piece.is("NOT")) {
            pieces.take();
            if (++depth > DEEPEST) {
                throw pieces.wrong(pieces.peek(), "so many NOT are not read");
            }
            QueryTree part = not();
            depth--;
            return new QueryTree.Not(part);
        }
        if (QueryField.isOne(piece)) {
            return condition(pieces.take());
        }
        if (piece.kind() == Pieces.Kind.OPEN && pieces.bracketHoldsQuery()) {
            pieces.take();
            QueryTree inside = any();
            Pieces.Piece close = pieces.take();
            if (close.kind() != Pieces.Kind.CLOSE) {
                throw pieces.wrong(close, "a closing bracket is missing");
            }
            return inside;
        }
        return new QueryTree.Words(expressions.expression());
    }

    private QueryTree condition(Pieces.Piece piece) {
        QueryField field = QueryField.of(piece.text());
        String value = field.value();
        if (value.isEmpty() && pieces.peek().kind() == Pieces.Kind.QUOTED && pieces.peek().at() == piece.end()) {
            return condition(piece, field, pieces.take().text());
        }
        if (QueryField.startsRelation(value, 0)) {
            throw pieces.wrong(piece, "a comparison is one of : = != > < >= <=, as in age>=20; a value that begins with such a sign goes in quotes");
        }
        return condition(piece, field, value);
    }

    private QueryTree condition(Pieces.Piece piece, QueryField field, String value) {
        if (value.isEmpty()) {
            throw pieces.wrong(piece, "a value is missing, as in role:respondent, age>=20 or city=\"Aarhus C\"");
        }
        try {
            return condition(piece, field.name(), field.relation(), value);
        } catch (NoSuchElementException | IllegalArgumentException e) {
            throw e.getMessage() != null && e.getMessage().startsWith("character ") ? e : pieces.wrong(piece, String.valueOf(e.getMessage()));
        }
    }

    private QueryTree condition(Pieces.Piece piece, String name, String relation, String value) {
        boolean builtIn = List.of("role", "respondent", "transcript", "theme").contains(name);
        if (builtIn && !List.of(":", "=").contains(relation)) {
            throw pieces.wrong(piece, name + " takes a colon, as in " + name + ":" + value);
        }
        return switch (name) {
            case "role" -> {
                Role role = Role.of(value);
                yield new QueryTree.Holds(unit -> unit.role() == role);
            }
            case "respondent" -> {
                known(name, value, facts.respondents());
                yield new QueryTree.Holds(unit -> unit.respondent().filter(value::equals).isPresent());
            }
            case "transcript" -> {
                known(name, value, facts.transcripts());
                yield new QueryTree.Holds(unit -> unit.transcript().equals(value));
            }
            case "theme" -> {
                var laid = facts.theme(value);
                yield new QueryTree.Holds(unit -> laid.test(unit.transcript(), unit.span()));
            }
            default -> {
                Function<String, Optional<String>> attribute = facts.attribute(name);
                OptionalDouble number = number(value);
                IntPredicate wanted = relation(piece, relation, number.isPresent());
                yield new QueryTree.Holds(unit -> unit.respondent().flatMap(attribute)
                    .filter(actual -> compares(actual, value, number, relation, wanted)).isPresent());
            }
        };
    }

    private static void known(String what, String id, Set<String> there) {
        if (!there.isEmpty() && !there.contains(id)) {
            throw new NoSuchElementException("there is no " + what + " \"" + id + "\"; there are " + new TreeSet<>(there));
        }
    }

    private IntPredicate relation(Pieces.Piece piece, String relation, boolean numeric) {
        return switch (relation) {
            case ":", "=" -> order -> order == 0;
            case "!=" -> order -> order != 0;
            default -> {
                if (!numeric) {
                    throw pieces.wrong(piece, relation + " compares numbers, as in age" + relation + "20");
                }
                yield switch (relation) {
                    case ">=" -> order -> order >= 0;
                    case "<=" -> order -> order <= 0;
                    case ">" -> order -> order > 0;
                    default -> order -> order < 0;
                };
            }
        };
    }

    private static boolean compares(String actual, String value, OptionalDouble number, String relation, IntPredicate wanted) {
        OptionalDouble other = number(actual);
        if (number.isPresent() && other.isPresent()) {
            return wanted.test(Double.compare(other.getAsDouble(), number.getAsDouble()));
        }
        boolean ordering = relation.equals(">=") || relation.equals("<=") || relation.equals(">") || relation.equals("<");
        return !ordering && wanted.test(actual.strip().equalsIgnoreCase(value) ? 0 : 1);
    }

    private static OptionalDouble number(String text) {
        String plain = text.strip().replace(',', '.');
        return plain.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?") ? OptionalDouble.of(Double.parseDouble(plain)) : OptionalDouble.empty();
    }
}
