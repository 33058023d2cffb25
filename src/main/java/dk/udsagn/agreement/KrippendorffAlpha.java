package dk.udsagn.agreement;

import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Krippendorff's alpha: 1 - observed / expected disagreement, for any number of coders, missing ratings, and any {@link Metric}.
 *
 * @see "Krippendorff, Content Analysis, 2nd ed. 2004, chapter 11; 4th ed. 2019, chapter 12"
 */
public final class KrippendorffAlpha {
    private KrippendorffAlpha() {
    }

    /**
     * Alpha for nominal data.
     *
     * @param table the ratings; units with fewer than two are left out, as the source prescribes
     * @return the value with observed and expected <em>disagreement</em>, or undefined when no unit was rated by two coders or every
     *     rating is the same category
     */
    public static Coefficient of(RatingTable table) {
        return of(table, Metric.NOMINAL);
    }

    /**
     * Alpha for data of any level. Cost: linear in the ratings, and quadratic in the categories used.
     *
     * @param table  the ratings; units with fewer than two are left out
     * @param metric how far apart two ratings are
     * @return the value with observed and expected <em>disagreement</em>, or undefined when no unit was rated by two coders, every
     *     rating is the same category, or the metric does not fit the categories
     */
    public static Coefficient of(RatingTable table, Metric metric) {
        return overSamples(table, metric).apply(table);
    }

    /** Alpha of the table and of samples of it, which have the same categories: what hangs on these alone is worked out once. */
    static Function<RatingTable, Coefficient> overSamples(RatingTable of, Metric metric) {
        var without = metric.obstacle(of.kinds());
        if (without.isPresent()) {
            return table -> new Coefficient.Undefined(without.get());
        }
        var distances = metric.over(of.kinds());
        return table -> alpha(table, distances);
    }

    private static Coefficient alpha(RatingTable table, Function<double[], Metric.Distance> distances) {
        int m = table.coders().size();
        int[] patterns = table.patterns();
        int[] counts = table.counts();
        double[] pairable = new double[table.kinds().size()];
        double all = 0;
        long units = 0;
        for (int p = 0; p < counts.length; p++) {
            int r = ratings(patterns, p, m);
            if (r > 1) {
                units += counts[p];
                all += (double) r * counts[p];
                for (int g = 0; g < m; g++) {
                    if (patterns[p * m + g] >= 0) {
                        pairable[patterns[p * m + g]] += counts[p];
                    }
                }
            }
        }
        int[] used = IntStream.range(0, pairable.length).filter(k -> pairable[k] > 0).toArray();
        if (used.length == 0) {
            return Shares.unpaired();
        }
        if (used.length == 1) {
            return Shares.unvaried(table.categories().get(used[0]));
        }
        var distance = distances.apply(pairable);
        double observed = 0;
        for (int p = 0; p < counts.length; p++) {
            int r = counts[p] == 0 ? 0 : ratings(patterns, p, m);
            if (r > 1) {
                double sum = 0;
                for (int g = 0; g < m; g++) {
                    int a = patterns[p * m + g];
                    for (int h = 0; h < g && a >= 0; h++) {
                        int b = patterns[p * m + h];
                        sum += b < 0 || a == b ? 0 : distance.between(a, b);
                    }
                }
                observed += 2 * sum * counts[p] / (r - 1);
            }
        }
        return ofDisagreement(observed / all, expected(used, pairable, distance) / (all * (all - 1)), Math.toIntExact(units));
    }

    private static double expected(int[] used, double[] pairable, Metric.Distance distance) {
        double expected = 0;
        for (int i = 0; i < used.length; i++) {
            for (int j = 0; j < i; j++) {
                expected += 2 * pairable[used[i]] * pairable[used[j]] * distance.between(used[i], used[j]);
            }
        }
        return expected;
    }

    /** 1 - observed / expected. */
    static Coefficient ofDisagreement(double observed, double expected, int units) {
        if (!(expected > 1e-300)) {
            return new Coefficient.Undefined("chance would give no disagreement, so there is none to compare with");
        }
        return new Coefficient.Value(1 - observed / expected, observed, expected, units);
    }

    private static int ratings(int[] patterns, int p, int m) {
        int r = 0;
        for (int g = 0; g < m; g++) {
            r += patterns[p * m + g] >= 0 ? 1 : 0;
        }
        return r;
    }
}
