package dk.udsagn.index;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What to look for in a passage, as people write it.
 *
 * <table><caption>The language, tightest binding first</caption>
 * <tr><td>{@code lettet}</td><td>any form of the word</td></tr>
 * <tr><td>{@code "blev taget seriøst"}</td><td>exactly these forms in a row, whatever their case</td></tr>
 * <tr><td>{@code psykolog*}</td><td>forms that begin so; at least three letters</td></tr>
 * <tr><td>{@code fejlstavt~}</td><td>forms spelled nearly so: one letter off, two from eight letters on; at least four letters</td></tr>
 * <tr><td>{@code tage|tog}</td><td>either, at one place</td></tr>
 * <tr><td>{@code lytte til mig}</td><td>one right after the other</td></tr>
 * <tr><td>{@code A near/4 B}, {@code A before/5 B}</td><td>within so many words, in either order or in this one; neighbours are 1 apart</td></tr>
 * <tr><td>{@code A not near/3 B}</td><td>A where no B stands within so many words</td></tr>
 * <tr><td>{@code A or B}</td><td>either</td></tr>
 * <tr><td>{@code (A or B) near/3 C}</td><td>round brackets bind</td></tr>
 * </table>
 *
 * <p>Values are immutable and compare by what they find, so a program may compile many of them into one pass of its own.
 */
public sealed interface Expression {
    /**
     * Any form of a word.
     *
     * @param written as it was written
     * @param terms   its terms: a form with one of them is found
     */
    record AnyForm(String written, SortedSet<String> terms) implements Expression {
        /** Copies the terms. */
        public AnyForm {
            terms = Collections.unmodifiableSortedSet(new TreeSet<>(terms));
        }
    }

    /**
     * One form only.
     *
     * @param form in the writing of {@link Word#exact()}
     */
    record Exactly(String form) implements Expression { }

    /**
     * Forms that begin so.
     *
     * @param start in the writing of {@link Word#exact()}; three letters or more
     */
    record Prefix(String start) implements Expression { }

    /**
     * Forms spelled nearly so: letters lost, added, changed, or swapped with the next; the first letter stands.
     *
     * @param form  in the writing of {@link Word#exact()}; four letters or more
     * @param edits how many letters may be off, 1 or 2
     */
    record Fuzzy(String form, int edits) implements Expression { }

    /**
     * One right after the other.
     *
     * @param places two or more
     */
    record Row(List<Expression> places) implements Expression {
        /** Copies the places. */
        public Row {
            places = List.copyOf(places);
        }
    }

    /**
     * Two near one another, not overlapping.
     *
     * @param left     the one
     * @param right    the other
     * @param distance 1 when they may only be neighbours, 2 when one word may stand between, and so on up to 100
     * @param ordered  whether left has to come before right
     */
    record Near(Expression left, Expression right, int distance, boolean ordered) implements Expression { }

    /**
     * One where the other is not near.
     *
     * @param wanted   what is found
     * @param unwanted what must not stand near it, nor overlap it
     * @param distance as in {@link Near}
     */
    record NotNear(Expression wanted, Expression unwanted, int distance) implements Expression { }

    /**
     * Any of several.
     *
     * @param choices two or more
     */
    record AnyOf(List<Expression> choices) implements Expression {
        /** Copies the choices. */
        public AnyOf {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Reads an expression.
     *
     * @param text     the expression
     * @param analysis gives its words their terms
     * @return the expression
     * @throws IllegalArgumentException if it is not one; the message names the character, what was found there, and what would do
     */
    static Expression parse(String text, Analysis analysis) {
        return new ExpressionParser(text, analysis).whole();
    }

    /**
     * All places where the expression is found, overlapping ones included. Of rows and nearness, and of what they are made of, the first 10,000
     * in the passage count: a word said over and over near itself has more places than anyone can look through.
     *
     * @param tokens a passage's words, from the same analysis the expression was read with
     * @return the places by their first word, then their last
     */
    default List<Match> in(List<Token> tokens) {
        return TokenPlaces.matches(this, tokens);
    }
}
