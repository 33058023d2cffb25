package dk.udsagn.intake;

import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.Transcript;
import java.util.Objects;

/**
 * What was made of a file.
 *
 * @param transcript the transcript; its id is the file's name without ending
 * @param format     what kind of file it is and how it is written, for people: "plain text, Windows-1252, CRLF"
 * @param losses     all that was repaired, guessed, set aside or left out
 */
public record Reading(Transcript transcript, String format, LossReport losses) {
    /** Checks that nothing is missing. */
    public Reading {
        Objects.requireNonNull(transcript, "transcript");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(losses, "losses");
    }
}
