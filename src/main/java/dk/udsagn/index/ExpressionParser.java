package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads {@link Expression}s, alone or as the words of a query. */
final class ExpressionParser {
    private static final int FARTHEST = 100;
    private static final int DEEPEST = 100;
    private final Pieces pieces;
    private final Analysis analysis;
    private int depth;
    /** How many near/ lie in one another in the expression just read. */
    private int height;

    ExpressionParser(String text, Analysis analysis) {
        this(new Pieces(text), analysis);
    }

    ExpressionParser(Pieces pieces, Analysis analysis) {
        this.pieces = pieces;
        this.analysis = analysis;
    }

    Expression whole() {
        Expression expression = expression();
        Pieces.Piece rest = pieces.peek();
        if (rest.kind() != Pieces.Kind.END) {
            throw pieces.wrong(rest, isOfQuery(rest) ? rest.text() + " combines turns in a search; inside an expression write near/5, or, not near/5"
                : "an opening bracket is missing, or this one is too many");
        }
        return expression;
    }

    /** near binds tighter than or. */
    Expression expression() {
        if (++depth > DEEPEST) {
            throw pieces.wrong(pieces.peek(), "brackets this deep are not read; use fewer than " + DEEPEST);
        }
        var choices = new ArrayList<Expression>();
        choices.add(nearness());
        int highest = height;
        while (pieces.peek().is("or")) {
            pieces.take();
            choices.add(nearness());
            highest = Math.max(highest, height);
        }
        height = highest;
        depth--;
        return anyOf(choices);
    }

    private Expression nearness() {
        Expression left = row();
        int highest = height;
        while (true) {
            Pieces.Piece piece = pieces.peek();
            boolean not = piece.is("not");
            Pieces.Piece operator = not ? pieces.peek(1) : piece;
            if (!isNearness(operator) && !not) {
                height = highest;
                return left;
            }
            if (not) {
                if (!starts(operator, "near")) {
                    throw pieces.wrong(operator, "after not comes near/ and a number, as in \"(hjælp) not near/3 (ikke)\"; to find the word, write \"not\" in quotes");
                }
                pieces.take();
            }
            int distance = distance(operator);
            pieces.take();
            Expression right = row();
            highest = Math.max(highest, height) + 1;
            if (highest > DEEPEST) {
                throw pieces.wrong(operator, "so many near/ nested in one another are not read; use at most " + DEEPEST);
            }
            left = not ? new Expression.NotNear(left, right, distance)
                : new Expression.Near(left, right, distance, starts(operator, "before"));
        }
    }

    private static boolean isNearness(Pieces.Piece piece) {
        return piece.kind() == Pieces.Kind.WORD && (starts(piece, "near/") || starts(piece, "before/"));
    }

    private static boolean starts(Pieces.Piece piece, String operator) {
        return piece.text().regionMatches(true, 0, operator, 0, operator.length());
    }

    private int distance(Pieces.Piece operator) {
        String digits = operator.text().substring(operator.text().indexOf('/') + 1);
        OptionalInt distance = digits.matches("[0-9]{1,3}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
        if (distance.isEmpty() || distance.getAsInt() < 1 || distance.getAsInt() > FARTHEST || !operator.text().contains("/")) {
            throw pieces.wrong(operator, "nearness needs a number of words from 1 to " + FARTHEST + ", as in near/5");
        }
        return distance.getAsInt();
    }

    private Expression row() {
        var places = new ArrayList<Expression>();
        int highest = 0;
        while (startsPlace(pieces.peek())) {
            Expression place = alternatives();
            highest = Math.max(highest, height);
            if (place instanceof Expression.Row row) {
                places.addAll(row.places());
            } else {
                places.add(place);
            }
        }
        height = highest;
        if (places.isEmpty()) {
            Pieces.Piece found = pieces.peek();
            throw pieces.wrong(found, isOfQuery(found) && found.kind() == Pieces.Kind.WORD
                ? "a word is needed here; " + found.text() + " combines turns in a search" : "a word, a quotation or an opening bracket is needed here");
        }
        return places.size() == 1 ? places.get(0) : new Expression.Row(places);
    }

    private static boolean startsPlace(Pieces.Piece piece) {
        return switch (piece.kind()) {
            case QUOTED, OPEN -> true;
            case WORD -> !isNearness(piece) && !piece.is("or") && !piece.is("not") && !isOfQuery(piece);
            case BAR, CLOSE, END -> false;
        };
    }

    /** What belongs to a query round the expression and ends the expression. */
    static boolean isOfQuery(Pieces.Piece piece) {
        return piece.is("AND") || piece.is("OR") || piece.is("NOT") || QueryField.isOne(piece);
    }

    private Expression alternatives() {
        var choices = new ArrayList<Expression>();
        choices.add(primary());
        int highest = height;
        while (pieces.peek().kind() == Pieces.Kind.BAR) {
            pieces.take();
            if (!startsPlace(pieces.peek())) {
                throw pieces.wrong(pieces.peek(), "after | comes another word");
            }
            choices.add(primary());
            highest = Math.max(highest, height);
        }
        height = highest;
        return anyOf(choices);
    }

    private Expression primary() {
        height = 0;
        Pieces.Piece piece = pieces.take();
        if (piece.kind() == Pieces.Kind.OPEN) {
            Expression inside = expression();
            Pieces.Piece close = pieces.take();
            if (close.kind() != Pieces.Kind.CLOSE) {
                throw pieces.wrong(close, isOfQuery(close) ? "AND, OR, NOT and fields combine turns in a search and cannot stand here; a closing bracket would do"
                    : "a closing bracket is missing");
            }
            return inside;
        }
        if (piece.kind() == Pieces.Kind.QUOTED) {
            return inRow(words(piece, piece.text()).stream().map(word -> (Expression) new Expression.Exactly(word.exact())).toList());
        }
        if (piece.text().endsWith("*")) {
            String start = single(piece);
            if (start.length() < 3) {
                throw pieces.wrong(piece, "the beginning of a word needs at least three letters before *");
            }
            return new Expression.Prefix(start);
        }
        if (piece.text().endsWith("~")) {
            String form = single(piece);
            if (form.length() < 4) {
                throw pieces.wrong(piece, "a word to be spelled nearly needs at least four letters before ~");
            }
            return new Expression.Fuzzy(form, form.length() < 8 ? 1 : 2);
        }
        if (piece.text().indexOf('*') >= 0 || piece.text().indexOf('~') >= 0) {
            throw pieces.wrong(piece, "* and ~ stand at the end of a word, as in psykolog*");
        }
        return inRow(words(piece, piece.text()).stream().map(word -> (Expression) new Expression.AnyForm(word.exact(), word.terms())).toList());
    }

    private String single(Pieces.Piece piece) {
        List<Word> words = words(piece, piece.text().substring(0, piece.text().length() - 1));
        if (words.size() != 1) {
            throw pieces.wrong(piece, "* and ~ go with one word without spaces or signs");
        }
        return words.get(0).exact();
    }

    private List<Word> words(Pieces.Piece piece, String written) {
        List<Word> words = written.isEmpty() ? List.of() : analysis.tokens(written, new Span(0, written.length())).stream().map(Token::word).toList();
        if (words.isEmpty()) {
            throw pieces.wrong(piece, "there is no word in it");
        }
        return words;
    }

    private static Expression inRow(List<Expression> places) {
        return places.size() == 1 ? places.get(0) : new Expression.Row(places);
    }

    private static Expression anyOf(List<Expression> choices) {
        return choices.size() == 1 ? choices.get(0) : new Expression.AnyOf(choices);
    }
}
