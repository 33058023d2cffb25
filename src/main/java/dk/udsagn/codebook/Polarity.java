package dk.udsagn.codebook;

import java.util.Locale;

/** Whether words speak for what a theme names, or against it. */
public enum Polarity {
    /** For it: "jeg følte mig hørt" under being heard. */
    POSITIVE,
    /** Against it: "han hørte slet ikke efter" under being heard. */
    NEGATIVE,
    /** Both at once. */
    MIXED,
    /** Neither: the words belong to the theme and take no side. */
    NEUTRAL;

    /**
     * The word for it in files and on the command line.
     *
     * @return {@code positive}, {@code negative}, {@code mixed} or {@code neutral}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The other side.
     *
     * @return positive for negative and the reverse; mixed and neutral stay
     */
    public Polarity opposite() {
        return switch (this) {
            case POSITIVE -> NEGATIVE;
            case NEGATIVE -> POSITIVE;
            case MIXED, NEUTRAL -> this;
        };
    }

    /**
     * The polarity a word names.
     *
     * @param word {@code positive}, {@code negative}, {@code mixed} or {@code neutral}, in any case
     * @return the polarity
     * @throws IllegalArgumentException if it names none; the message lists those there are
     */
    public static Polarity of(String word) {
        for (Polarity polarity : values()) {
            if (polarity.word().equalsIgnoreCase(word)) {
                return polarity;
            }
        }
        throw new IllegalArgumentException("there is no polarity \"" + word + "\"; there are positive, negative, mixed and neutral");
    }
}
