package dk.udsagn.codebook;

import java.io.Serializable;
import java.util.Objects;

/**
 * A passage that shows where a theme applies, or where it does not though it seems to.
 *
 * @param text     the passage, words of a respondent
 * @param polarity which side it takes; {@link Polarity#NEUTRAL} for a counter-example
 * @param note     why; may be empty
 * @param question what the passage answers; may be empty
 */
public record Example(String text, Polarity polarity, String note, String question) implements Serializable {
    /** Checks that there is a passage. */
    public Example {
        Objects.requireNonNull(polarity, "polarity");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(question, "question");
        if (text.isBlank()) {
            throw new IllegalArgumentException("an example needs a text");
        }
    }

    /**
     * One whose question is not known.
     *
     * @param text     the passage
     * @param polarity which side it takes
     * @param note     why; may be empty
     */
    public Example(String text, Polarity polarity, String note) {
        this(text, polarity, note, "");
    }
}
