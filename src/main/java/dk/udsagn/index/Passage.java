package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.util.List;
import java.util.Optional;

/**
 * A hit in its context.
 *
 * @param transcript id of the transcript
 * @param respondent id of the respondent who speaks, when the study says so
 * @param turn       1-based number of the turn
 * @param span       the hit in the canonical text, from the first word found to the last; the whole turn when the query names no words
 * @param left       what stands before it in the same turn, as much as was asked for
 * @param quote      the words of the span, exactly as they stand
 * @param right      what stands after it in the same turn, as much as was asked for
 * @param evidence   the very words found, in text order; words in a row make one span
 * @param whole      false when a word was found only as a part of a compound, which is of lower trust
 */
public record Passage(String transcript, Optional<String> respondent, int turn, Span span, String left, String quote, String right,
                      List<Span> evidence, boolean whole) {
    /** Copies the evidence. */
    public Passage {
        evidence = List.copyOf(evidence);
    }

    /**
     * The hit as people read it.
     *
     * @return such as {@code A:12  … at jeg [følte mig hørt] dernede …}
     */
    @Override public String toString() {
        return transcript + ":" + turn + "  " + (left + "[" + quote + "]" + right).replace('\n', ' ');
    }
}
