package dk.udsagn.intake;

import dk.udsagn.transcript.Times;
import java.util.OptionalLong;

/**
 * A turn whose speaker has no role yet.
 *
 * @param label the speaker as the file names it
 * @param start first character of the words, in the canonical text
 * @param end   after the last one
 * @param times when it was said
 */
record Draft(String label, int start, int end, Times times) {
    /** Times of marks; one that runs backwards keeps its start only. */
    static Times times(OptionalLong start, OptionalLong end) {
        return new Times(start, end);
    }
}
