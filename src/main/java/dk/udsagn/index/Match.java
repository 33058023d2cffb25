package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.util.List;

/**
 * One place where an expression is found.
 *
 * @param span     from the first word found to the last
 * @param evidence the very words found, in text order; words in a row make one span
 * @param from     index of the first token found, in the list that was searched
 * @param to       index after the last token found
 * @param whole    false when a word was found only as a part of a compound, which is of lower trust
 */
public record Match(Span span, List<Span> evidence, int from, int to, boolean whole) {
    /** Copies the evidence. */
    public Match {
        evidence = List.copyOf(evidence);
    }
}
