package dk.udsagn.coding;

import java.util.Locale;

/** How the words that were found stand in their clause. A flag for the coder's eye: nothing is dropped for it. */
public enum Status {
    /** Plainly said. */
    ASSERTED,
    /** Denied: "hun lyttede ikke". */
    NEGATED,
    /** Softened: "ikke helt", "måske lidt". */
    HEDGED,
    /** Not the case: "hvis jeg var blevet hørt". */
    HYPOTHETICAL,
    /** Someone else's words or someone else's case: "min søster fik hjælp". */
    REPORTED;

    /**
     * The word for it in files and on the command line.
     *
     * @return the name in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status a word names.
     *
     * @param word the name, in any case
     * @return the status
     * @throws IllegalArgumentException if it names none; the message lists those there are
     */
    public static Status of(String word) {
        for (Status status : values()) {
            if (status.word().equalsIgnoreCase(word)) {
                return status;
            }
        }
        throw new IllegalArgumentException(
            "there is no status \"" + word + "\"; there are asserted, negated, hedged, hypothetical and reported");
    }
}
