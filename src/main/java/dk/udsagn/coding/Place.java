package dk.udsagn.coding;

import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.util.Objects;

/**
 * Words in a transcript, as a decision keeps them: the place and the words themselves, so that neither can drift from the other unnoticed.
 *
 * @param transcript id of the transcript
 * @param digest     {@link Transcript#digest()} of the text the span counts in
 * @param span       where, in that text
 * @param words      what stands there
 */
public record Place(String transcript, String digest, Span span, String words) {
    /** Checks that words and span are equally long. */
    public Place {
        Objects.requireNonNull(digest, "digest");
        if (transcript.isBlank()) {
            throw new IllegalArgumentException("a place needs a transcript");
        }
        if (words.length() != span.length()) {
            throw new IllegalArgumentException("the place " + span + " of " + transcript + " holds " + span.length()
                + " characters, the words given are " + words.length());
        }
    }

    /**
     * A place in a transcript as it stands now.
     *
     * @param transcript the transcript
     * @param span       where
     * @return the place with its words
     * @throws IllegalArgumentException if the span ends past the text
     */
    public static Place in(Transcript transcript, Span span) {
        if (span.end() > transcript.text().length()) {
            throw new IllegalArgumentException("transcript " + transcript.id() + " has " + transcript.text().length()
                + " characters; the span [" + span.start() + ", " + span.end() + ") ends past them");
        }
        return new Place(transcript.id(), transcript.digest(), span, span.in(transcript.text()));
    }
}
