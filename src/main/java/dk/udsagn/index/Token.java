package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.util.SortedSet;

/**
 * A word where it stands.
 *
 * @param start    first UTF-16 unit of the word in the text it was found in
 * @param end      unit after the last one
 * @param position 0-based place among the words of the passage; transcript markup between two words leaves a gap
 * @param word     the form and its terms
 */
public record Token(int start, int end, int position, Word word) {
    /**
     * Where the word stands.
     *
     * @return the span in the text it was found in
     */
    public Span span() {
        return new Span(start, end);
    }

    /**
     * The form as it stands, in lower case.
     *
     * @return {@code word().exact()}
     */
    public String exact() {
        return word.exact();
    }

    /**
     * What the index holds for the form.
     *
     * @return {@code word().terms()}
     */
    public SortedSet<String> terms() {
        return word.terms();
    }

    /**
     * The parts of a compound, of lower trust.
     *
     * @return {@code word().parts()}
     */
    public SortedSet<String> parts() {
        return word.parts();
    }
}
