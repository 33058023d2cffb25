package dk.udsagn.transcript;

import java.util.Objects;
import java.util.Optional;

/**
 * One speaker's words until another speaks.
 *
 * @param number  1-based place among the transcript's turns
 * @param speaker who speaks
 * @param span    the words spoken, in the canonical text; label and time marks stand outside it
 * @param times   when they were spoken
 */
public record Turn(int number, Speaker speaker, Span span, Times times) {
    /** Checks that nothing is missing. */
    public Turn {
        if (number < 1) {
            throw new IllegalArgumentException("turns are numbered from 1, not " + number);
        }
        Objects.requireNonNull(speaker, "speaker");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(times, "times");
    }

    /**
     * What the speaker does.
     *
     * @return the speaker's role
     */
    public Role role() {
        return speaker.role();
    }

    /**
     * Which respondent speaks.
     *
     * @return the respondent's id; empty for other roles and where the study does not say
     */
    public Optional<String> respondent() {
        return speaker.respondent();
    }
}
