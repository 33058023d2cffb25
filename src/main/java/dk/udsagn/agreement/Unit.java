package dk.udsagn.agreement;

import java.util.Locale;

/** What coders are compared on. */
public enum Unit {
    /** A turn carries a theme when any of its characters does. */
    TURN,
    /** A sentence carries a theme when any of its characters does. */
    SENTENCE,
    /** Each character of the text on its own; with it go the alphas for unitizing. */
    CHARACTER;

    /**
     * The word for it on the command line and in files.
     *
     * @return the name in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The unit a word names.
     *
     * @param word turn, sentence or character, in any case
     * @return the unit
     * @throws IllegalArgumentException if it names none
     */
    public static Unit of(String word) {
        for (Unit unit : values()) {
            if (unit.word().equalsIgnoreCase(word)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("there is no unit \"" + word + "\"; there are turn, sentence and character");
    }
}
