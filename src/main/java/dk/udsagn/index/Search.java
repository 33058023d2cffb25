package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A question to the index.
 *
 * <p>The query is an {@link Expression}, or several joined by {@code AND}, {@code OR}, {@code NOT} and round brackets, which then have to
 * hold in one turn (or one sentence), with conditions on the turn beside them: {@code role:respondent}, {@code respondent:A},
 * {@code transcript:A1}, {@code theme:helped}, and attributes of the respondent such as {@code age>=20}, {@code city="Aarhus C"},
 * {@code gender!=mand}. Conditions side by side have all to hold.
 *
 * @param query   what to look for
 * @param within  what AND and NOT reach over, and nearness too
 * @param order   how the hits are sorted
 * @param context how many characters of context on either side, 0 or more; less where the turn begins or ends
 * @param facts   what attributes and themes mean
 */
public record Search(String query, Unit within, Order order, int context, Facts facts) {
    /** What a query has to hold in. */
    public enum Unit {
        /** A speaker's words until another speaks. */
        TURN,
        /** One sentence of a turn. */
        SENTENCE
    }

    /** How hits are sorted. */
    public enum Order {
        /** By transcript id, then by place in the text. */
        TEXT,
        /** Turns that hold more of the query, and of its rarer words, first; shorter turns before longer ones. */
        RELEVANCE
    }

    /** What the study knows and the index does not. */
    public interface Facts {
        /** Knows nothing: a query that names an attribute or a theme is refused. */
        Facts NONE = new Facts() {
            @Override public Function<String, Optional<String>> attribute(String name) {
                throw new NoSuchElementException("there is no attribute \"" + name + "\" here; there are role, respondent and transcript");
            }

            @Override public BiPredicate<String, Span> theme(String id) {
                throw new NoSuchElementException("there is no theme \"" + id + "\" here: this search was not given any codings");
            }
        };

        /**
         * An attribute of respondents. Asked once a query.
         *
         * @param name the attribute
         * @return from a respondent's id to the value, empty where it is not known
         * @throws NoSuchElementException if there is no such attribute; the message names those there are
         */
        Function<String, Optional<String>> attribute(String name);

        /**
         * Whose words there may be. Asked once a condition, so that a misspelled id is told and does not find nothing.
         *
         * @return ids of all respondents; empty where they are not known, and any id is taken then
         */
        default Set<String> respondents() {
            return Set.of();
        }

        /**
         * Which transcripts there are. Asked once a condition.
         *
         * @return ids of all transcripts; empty where they are not known, and any id is taken then
         */
        default Set<String> transcripts() {
            return Set.of();
        }

        /**
         * Where a theme is laid. Asked once a query.
         *
         * @param id the theme
         * @return whether the theme is laid on any of the words of a span of a transcript
         * @throws NoSuchElementException if there is no such theme; the message names those there are
         */
        BiPredicate<String, Span> theme(String id);
    }

    /** Checks that nothing is missing. */
    public Search {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(facts, "facts");
        if (context < 0) {
            throw new IllegalArgumentException("context of " + context + " characters; it needs to be 0 or more");
        }
    }

    /**
     * A question in text order, within turns, with 60 characters of context on either side.
     *
     * @param query what to look for
     * @return the question
     */
    public static Search of(String query) {
        return new Search(query, Unit.TURN, Order.TEXT, 60, Facts.NONE);
    }

    /**
     * The same question within another unit.
     *
     * @param unit turn or sentence
     * @return a new question
     */
    public Search within(Unit unit) {
        return new Search(query, unit, order, context, facts);
    }

    /**
     * The same question in another order.
     *
     * @param by text or relevance
     * @return a new question
     */
    public Search by(Order by) {
        return new Search(query, within, by, context, facts);
    }

    /**
     * The same question with more or less context.
     *
     * @param characters how many on either side, 0 or more
     * @return a new question
     */
    public Search withContext(int characters) {
        return new Search(query, within, order, characters, facts);
    }

    /**
     * The same question for one who knows attributes and themes.
     *
     * @param known what the study knows
     * @return a new question
     */
    public Search knowing(Facts known) {
        return new Search(query, within, order, context, known);
    }
}
