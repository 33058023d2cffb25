package dk.udsagn.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Percentile intervals by drawing units with replacement. The same data and seed give the same interval on every machine.
 *
 * <p>Characters are not drawn one by one, since neighbours in a text are alike: whole turns are, and turns that a coder's segment joins
 * are drawn as one. Samples in which the coefficient is
 * undefined are left out; where that is more than one in ten, there is no interval. Cost: samples × units.
 *
 * @param samples    how many samples to draw, 100 or more
 * @param seed       what to draw them with
 * @param confidence share of the samples between the ends, above 0 and below 1
 * @see "Efron and Tibshirani 1993, An Introduction to the Bootstrap, section 13.3"
 */
public record Bootstrap(int samples, long seed, double confidence) {
    /** A thousand samples, .95. */
    public static final Bootstrap STANDARD = new Bootstrap(1000, 1, .95);

    /** Checks the numbers. */
    public Bootstrap {
        if (samples < 100 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a bootstrap needs 100 samples or more and a confidence between 0 and 1, not " + samples + " and " + confidence);
        }
    }

    /**
     * A coefficient with its interval.
     *
     * @param table   the ratings
     * @param measure the coefficient, such as {@code KrippendorffAlpha::of}
     * @return the coefficient of the table itself, with an interval where there is one
     */
    public Coefficient interval(RatingTable table, Function<RatingTable, Coefficient> measure) {
        return intervals(table, List.of(measure)).getFirst();
    }

    /**
     * A coefficient for unitizing with its interval.
     *
     * @param continuum what coders marked, {@linkplain Continuum#inPieces in pieces}; without pieces there is no interval
     * @param measure   the coefficient, such as {@code UnitizingAlpha::u}
     * @return the coefficient of the continuum itself, with an interval where there is one
     */
    public Coefficient interval(Continuum continuum, Function<Continuum, Coefficient> measure) {
        return intervals(continuum, List.of(measure)).getFirst();
    }

    /** Several coefficients from the same samples. */
    List<Coefficient> intervals(Continuum continuum, List<Function<Continuum, Coefficient>> measures) {
        var pieces = Pieces.of(continuum);
        return intervals(continuum, measures, pieces.count(), pieces::draw);
    }

    /** Several coefficients from the same samples. */
    List<Coefficient> intervals(RatingTable table, List<Function<RatingTable, Coefficient>> measures) {
        var blocks = Blocks.of(table);
        return intervals(table, measures, blocks.count(), random -> table.sampled(blocks.draw(random)));
    }

    private <T> List<Coefficient> intervals(T data, List<Function<T, Coefficient>> measures, int drawn, Function<SplittableRandom, T> sampler) {
        var found = measures.stream().map(m -> m.apply(data)).toList();
        if (drawn < 2 || found.stream().noneMatch(Coefficient.Value.class::isInstance)) {
            return found;
        }
        double[][] values = new double[measures.size()][samples];
        int[] defined = new int[measures.size()];
        var random = new SplittableRandom(seed);
        for (int s = 0; s < samples; s++) {
            var sample = sampler.apply(random);
            for (int i = 0; i < values.length; i++) {
                if (found.get(i) instanceof Coefficient.Value && measures.get(i).apply(sample) instanceof Coefficient.Value v) {
                    values[i][defined[i]++] = v.value();
                }
            }
        }
        var with = new ArrayList<Coefficient>();
        for (int i = 0; i < values.length; i++) {
            with.add(switch (found.get(i)) {
                case Coefficient.Undefined u -> u;
                case Coefficient.Value v -> new Coefficient.Value(v.value(), v.observed(), v.expected(), v.units(), interval(values[i], defined[i]));
            });
        }
        return with;
    }

    private Optional<Coefficient.Interval> interval(double[] values, int defined) {
        if (defined < .9 * samples) {
            return Optional.empty();
        }
        double[] sorted = Arrays.copyOf(values, defined);
        Arrays.sort(sorted);
        return Optional.of(new Coefficient.Interval(quantile(sorted, (1 - confidence) / 2), quantile(sorted, (1 + confidence) / 2), confidence, defined, seed));
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] == sorted[above] ? sorted[below] : sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
