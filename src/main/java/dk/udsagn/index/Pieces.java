package dk.udsagn.index;

import java.util.ArrayList;
import java.util.List;

/** An expression or query cut into words, quotations and signs, each with its place; says what is wrong at a place. */
final class Pieces {
    enum Kind { WORD, QUOTED, OPEN, CLOSE, BAR, END }

    /** One piece; {@code end} is the character after it. */
    record Piece(Kind kind, String text, int at, int end) {
        boolean is(String word) {
            return kind == Kind.WORD && text.equals(word);
        }
    }

    /** Of a long text so many characters on either side of a fault are shown. */
    private static final int SHOWN = 60;
    private static final String QUOTES = "\"“”„»«";
    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int next;

    Pieces(String text) {
        this.text = text;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0') {
                i++;
            } else if (c == '(' || c == ')' || c == '|') {
                pieces.add(new Piece(c == '(' ? Kind.OPEN : c == ')' ? Kind.CLOSE : Kind.BAR, String.valueOf(c), i, ++i));
            } else if (QUOTES.indexOf(c) >= 0) {
                int end = quoteEnd(i);
                int wordEnd = QueryField.startsRelation(text, end + 1) ? wordEnd(end + 1) : end + 1;
                pieces.add(wordEnd == end + 1 ? new Piece(Kind.QUOTED, text.substring(i + 1, end), i, wordEnd)
                    : new Piece(Kind.WORD, text.substring(i + 1, end) + text.substring(end + 1, wordEnd), i, wordEnd));      // "came by":mor
                i = wordEnd;
            } else {
                int end = wordEnd(i);
                pieces.add(new Piece(Kind.WORD, text.substring(i, end), i, end));
                i = end;
            }
        }
        pieces.add(new Piece(Kind.END, "", text.length(), text.length()));
    }

    private int wordEnd(int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && "()|\u00A0".indexOf(text.charAt(end)) < 0
            && QUOTES.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private int quoteEnd(int start) {
        for (int i = start + 1; i < text.length(); i++) {
            if (QUOTES.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        throw new IllegalArgumentException(at(start) + "the quotation that starts here has no end; close it with \"");
    }

    Piece peek() {
        return pieces.get(next);
    }

    Piece peek(int ahead) {
        return pieces.get(Math.min(next + ahead, pieces.size() - 1));
    }

    Piece take() {
        Piece piece = pieces.get(next);
        if (piece.kind() != Kind.END) {
            next++;
        }
        return piece;
    }

    /** Whether the bracket that opens next holds AND, OR, NOT or a condition, and is a query's and not an expression's. */
    boolean bracketHoldsQuery() {
        int depth = 0;
        for (int i = next; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind() == Kind.OPEN) {
                depth++;
            } else if (piece.kind() == Kind.CLOSE && --depth == 0) {
                return false;
            } else if (ExpressionParser.isOfQuery(piece)) {
                return true;
            }
        }
        return false;
    }

    /** What to throw when {@code piece} is not what belongs there. */
    IllegalArgumentException wrong(Piece piece, String mend) {
        String found = piece.kind() == Kind.END ? "the end" : "\"" + shown(piece.at(), Math.min(piece.end(), piece.at() + SHOWN), piece.end()) + "\"";
        return new IllegalArgumentException(at(piece.at()) + "found " + found + "; " + mend);
    }

    private String at(int at) {
        boolean all = text.length() <= 2 * SHOWN;
        return "character " + (at + 1) + " of " + (all ? text : (at > SHOWN ? "…" : "")
            + shown(Math.max(0, at - SHOWN), Math.min(text.length(), at + SHOWN), text.length())) + ": ";
    }

    private String shown(int from, int to, int end) {
        return text.substring(from, to) + (to < end ? "…" : "");
    }
}
