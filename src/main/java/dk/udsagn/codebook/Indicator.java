package dk.udsagn.codebook;

import java.io.Serializable;
import java.util.Objects;

/**
 * Words that speak for a theme, written as a search expression.
 *
 * @param find     the expression, such as {@code lytte til mig} or {@code føle near/4 hørt}; with {@code said:} before it, it is looked for in
 *                 respondents' words only, with {@code asked:} in questions only, with {@code answer-to:} in questions, for the whole answer
 * @param weight   how probable it is that a sentence where it is found belongs to the theme: over 0, at most 1
 * @param polarity whether what is found speaks for what the theme names, or against it, when nothing negates it
 */
public record Indicator(String find, double weight, Polarity polarity) implements Serializable {
    /** The weight of an indicator for which none is given: as likely as not. */
    public static final double USUAL_WEIGHT = 0.5;

    /** Checks the expression is there and the weight in range. */
    public Indicator {
        Objects.requireNonNull(polarity, "polarity");
        if (find.isBlank()) {
            throw new IllegalArgumentException("an indicator needs words to find");
        }
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("indicator \"" + find + "\" has weight " + weight + "; it needs to be over 0 and at most 1");
        }
    }
}
