package dk.udsagn.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The alphas for unitizing: do coders mark the same stretches of a text, and mark them as the same?
 *
 * <p>They compare lengths of intersections. Observed and expected are disagreements, as shares of the length compared. A coder's segments
 * of different categories may not overlap here; where they do, take one category at a time. The earlier measure is {@link AlphaU}.
 * Cost: n log n in the segments, and quadratic in coders and categories.
 *
 * @see "Krippendorff, Mathet, Bouvry and Widlöcher 2016, On the reliability of unitizing textual continua, Quality and Quantity 50;
 *     Krippendorff, Content Analysis, 4th ed. 2019, section 12.6"
 */
public final class UnitizingAlpha {
    private UnitizingAlpha() {
    }

    /**
     * u-alpha, nominal: agreement on stretches and on their categories, gaps being one more category.
     *
     * @param continuum what coders marked
     * @return the value over all characters, or undefined when there are not two coders, a coder's segments overlap, or no two
     *     characters differ in category
     * @see "2019, equations 32 to 34"
     */
    public static Coefficient u(Continuum continuum) {
        return obstacle(continuum).orElseGet(() -> {
            var lengths = Intersections.of(continuum).withGaps();
            return lengths.alpha(continuum.length(), continuum.categories().isEmpty()
                ? "nobody marked anything" : "every coder marked every character as \"" + continuum.categories().getFirst() + "\"");
        });
    }

    /**
     * |u-alpha, binary: agreement on which stretches are marked, whatever as.
     *
     * @param continuum what coders marked
     * @return the value over all characters, or undefined when there are not two coders, a coder's segments overlap, or everything or
     *     nothing was marked
     * @see "2019, equation 35"
     */
    public static Coefficient boundaries(Continuum continuum) {
        return obstacle(continuum).orElseGet(() -> {
            var lengths = Intersections.of(continuum).withGaps();
            double[][] observed = new double[2][2];
            double[] self = new double[2];
            for (int c = 0; c < lengths.observed().length; c++) {
                for (int k = 0; k < lengths.observed().length; k++) {
                    observed[Math.min(c, 1)][Math.min(k, 1)] += lengths.observed()[c][k];
                }
                self[Math.min(c, 1)] += lengths.self()[c];
            }
            return new Lengths(observed, self).alpha(continuum.length(),
                continuum.categories().isEmpty() ? "nobody marked anything" : "every coder marked every character");
        });
    }

    /**
     * cu-alpha, nominal: agreement on categories where coders marked the same characters.
     *
     * <p>A segment's pairable length is the mean, over the other coders, of how much of it they marked: this is what gives the source's .724.
     *
     * @param continuum what coders marked
     * @return the value; its units are the characters that two or more coders marked. Undefined when there are none, or they all carry
     *     one category
     * @see "2019, equations 36 and 37"
     */
    public static Coefficient cu(Continuum continuum) {
        return obstacle(continuum).orElseGet(() -> {
            var found = Intersections.of(continuum);
            return found.valued().total() == 0 ? new Coefficient.Undefined("no character was marked by two coders")
                : found.valued().alpha(found.common(), "all that two coders marked carries one category");
        });
    }

    /**
     * (k)u-alpha, nominal: agreement on one category against the others where coders marked the same characters.
     *
     * @param continuum what coders marked
     * @param category  the category
     * @return the value; its units are the characters that two or more coders marked. Undefined when no other coder marked any
     *     of the characters that carry the category ({@link #coverage} is then 0), or nothing else is there to tell it from
     * @throws NoSuchElementException if nobody used the category
     * @see "2019, equation 38"
     */
    public static Coefficient ku(Continuum continuum, String category) {
        int k = place(continuum, category);
        return obstacle(continuum).orElseGet(() -> {
            var found = Intersections.of(continuum);
            double[][] observed = found.valued().observed();
            double[][] expected = found.valued().expected();
            double seen = Lengths.sum(observed[k]);
            double chance = Lengths.sum(expected[k]);
            if (seen == 0) {
                return new Coefficient.Undefined("what carries \"" + category + "\" was marked by one coder only (coverage 0)");
            }
            if (!(chance - expected[k][k] > 1e-12 * chance)) {
                return new Coefficient.Undefined("where two coders marked the same characters there is nothing to tell \"" + category + "\" from");
            }
            return KrippendorffAlpha.ofDisagreement((seen - observed[k][k]) / seen, (chance - expected[k][k]) / chance, found.common());
        });
    }

    /**
     * How much of what carries a category was marked by the other coders too, whatever as.
     *
     * @param continuum what coders marked
     * @param category  the category
     * @return 0 to 1, the mean over the other coders; empty when there are not two coders or a coder's segments overlap
     * @throws NoSuchElementException if nobody used the category
     */
    public static OptionalDouble coverage(Continuum continuum, String category) {
        int k = place(continuum, category);
        if (obstacle(continuum).isPresent()) {
            return OptionalDouble.empty();
        }
        var found = Intersections.of(continuum);
        return OptionalDouble.of(Lengths.sum(found.valued().observed()[k]) / Lengths.sum(found.withGaps().observed()[k + 1]));
    }

    /**
     * The coincidence table of characters: how much one coder's stretches of a category intersect another's.
     *
     * @param continuum what coders marked
     * @return rows and columns are the gaps, named {@code (none)}, and the categories; cells are characters, adding up to coders × length
     * @throws IllegalArgumentException if there are not two coders or a coder's segments of different categories overlap
     */
    public static Coincidences coincidences(Continuum continuum) {
        if (obstacle(continuum).orElse(null) instanceof Coefficient.Undefined u) {
            throw new IllegalArgumentException(u.why());
        }
        var lengths = Intersections.of(continuum).withGaps();
        var names = new ArrayList<>(List.of("(none)"));
        names.addAll(continuum.categories());
        return Coincidences.of(names, lengths.observed(), lengths.expected());
    }

    private static int place(Continuum continuum, String category) {
        int k = continuum.categories().indexOf(category);
        if (k < 0) {
            throw new NoSuchElementException("nobody marked anything as \"" + category + "\"; there is " + continuum.categories());
        }
        return k;
    }

    private static Optional<Coefficient> obstacle(Continuum continuum) {
        if (continuum.coders().size() < 2) {
            return Optional.of(new Coefficient.Undefined("agreement needs two coders; there is " + continuum.coders().size()));
        }
        for (int g = 0; g < continuum.coders().size(); g++) {
            Continuum.Marked last = null;
            for (Continuum.Marked next : continuum.marked().get(g)) {
                if (last != null && next.start() < last.end()) {
                    var names = continuum.categories();
                    return Optional.of(new Coefficient.Undefined(continuum.coders().get(g) + " marked the same characters as \"" + names.get(last.category())
                        + "\" and as \"" + names.get(next.category()) + "\"; this measure needs one category a character, so take one category at a time"));
                }
                last = next;
            }
        }
        return Optional.empty();
    }
}
