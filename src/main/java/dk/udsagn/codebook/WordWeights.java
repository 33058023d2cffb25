package dk.udsagn.codebook;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How much single words speak for each theme, as coded interviews taught it: a weighted dictionary that goes along with a codebook where the
 * interviews themselves may not.
 *
 * <p>A word is in small letters; {@code ikke lyttet} is a pair, one after the other; {@code lytte*} is any word of six letters or more that begins so.
 * A weight is what a word adds to the log-odds of a theme, before that is divided by the root of how many different words an answer has.
 *
 * @param from     what was learned from, for people
 * @param themes   ids of the themes, in the order of all weights
 * @param constant where no word stands, the log-odds of each theme
 * @param answer   words of answers, with a weight for each theme
 * @param question words of the question before an answer
 * @param next     words of the question after it, which takes up what was said
 * @param sides    words of answers that a theme was laid on, whichever: log-odds of its being neutral, and of its being positive where it is not; the empty word
 *                 stands for no word at all
 */
public record WordWeights(String from, List<String> themes, List<Double> constant, Map<String, List<Double>> answer, Map<String, List<Double>> question,
                          Map<String, List<Double>> next, Map<String, List<Double>> sides) implements Serializable {
    /** Words shorter than this have no beginning of their own. */
    public static final int LONG = 6;
    /** So many letters are a beginning. */
    public static final int BEGINNING = 5;
    private static final List<String> SIDES = List.of("neutral", "positive");

    /** Copies, and checks that each word has a number for each theme. */
    public WordWeights {
        Objects.requireNonNull(from, "from");
        themes = List.copyOf(themes);
        constant = checked("the constant", constant, themes);
        answer = checked(answer, themes);
        question = checked(question, themes);
        next = checked(next, themes);
        sides = checked(sides, SIDES);
        if (themes.stream().distinct().count() < themes.size()) {
            throw new IllegalArgumentException("a theme is named twice among " + themes);
        }
    }

    private static Map<String, List<Double>> checked(Map<String, List<Double>> words, List<String> themes) {
        var sorted = new TreeMap<String, List<Double>>();
        words.forEach((word, weights) -> sorted.put(word, checked("\"" + word + '"', weights, themes)));
        return Collections.unmodifiableMap(sorted);
    }

    private static List<Double> checked(String what, List<Double> weights, List<String> themes) {
        if (weights.size() != themes.size() || !weights.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(what + " has the weights " + weights + "; it needs a number for each of " + themes);
        }
        return List.copyOf(weights);
    }
}
