package dk.udsagn.transcript;

import java.util.Objects;
import java.util.Optional;

/**
 * A voice in one transcript.
 *
 * @param label      how the transcript names the voice ("I", "Respondent C", "SPEAKER_00"); never blank
 * @param role       what the voice does
 * @param respondent id of the respondent who speaks, when the study says so; only for {@link Role#RESPONDENT}
 */
public record Speaker(String label, Role role, Optional<String> respondent) {
    /** Checks that there is a label, and that only respondents are respondents. */
    public Speaker {
        Objects.requireNonNull(role, "role");
        if (label.isBlank()) {
            throw new IllegalArgumentException("a speaker needs a label");
        }
        if (respondent.isPresent() && role != Role.RESPONDENT) {
            throw new IllegalArgumentException("speaker \"" + label + "\" is respondent " + respondent.get()
                + " and cannot be " + role.word() + " too");
        }
    }

    /**
     * A voice that is not yet known to be one of the study's respondents.
     *
     * @param label how the transcript names the voice
     * @param role  what the voice does
     */
    public Speaker(String label, Role role) {
        this(label, role, Optional.empty());
    }
}
