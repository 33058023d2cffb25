package dk.udsagn.intake;

import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.Transcript;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What was made of a file.
 *
 * @param transcript   the transcript; its id is the file's name without ending
 * @param format       what kind of file it is and how it is written, for people: "plain text, Windows-1252, CRLF"
 * @param losses       all that was repaired, guessed, set aside or left out
 * @param guessedRoles label of each speaker whose role was worked out, to the reason why; such a guess is one of the losses too
 */
public record Reading(Transcript transcript, String format, LossReport losses, Map<String, String> guessedRoles) {
    /** Checks that nothing is missing, and copies the reasons. */
    public Reading {
        Objects.requireNonNull(transcript, "transcript");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(losses, "losses");
        guessedRoles = Collections.unmodifiableMap(new LinkedHashMap<>(guessedRoles));
    }

    /**
     * What was made of a file that says itself who asks and who answers.
     *
     * @param transcript the transcript
     * @param format     what kind of file it is
     * @param losses     all that was repaired, guessed, set aside or left out
     */
    public Reading(Transcript transcript, String format, LossReport losses) {
        this(transcript, format, losses, Map.of());
    }
}
