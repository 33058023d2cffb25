package dk.udsagn.codebook;

import java.io.Serializable;
import java.util.Objects;

/**
 * A passage that shows where a theme applies, or where it does not though it seems to.
 *
 * @param text     the passage
 * @param polarity which side it takes; {@link Polarity#NEUTRAL} for a counter-example
 * @param note     why; may be empty
 */
public record Example(String text, Polarity polarity, String note) implements Serializable {
    /** Checks that there is a passage. */
    public Example {
        Objects.requireNonNull(polarity, "polarity");
        Objects.requireNonNull(note, "note");
        if (text.isBlank()) {
            throw new IllegalArgumentException("an example needs a text");
        }
    }
}
