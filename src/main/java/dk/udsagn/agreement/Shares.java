package dk.udsagn.agreement;

import java.util.Optional;

/**
 * What the kappas are made of, in the form that allows missing ratings and any number of coders.
 *
 * @param rated     units with a rating
 * @param paired    units with two or more
 * @param agreement mean over the paired units of the share of pairs of coders who agree, or of how much they do
 * @param mean      for each category the mean over the rated units of the share of ratings it got
 * @param own       for each coder and category the share of that coder's ratings
 * @param single    the only category used on the paired units, when there is but one
 * @see "Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014, section 2.5 and chapter 3"
 */
record Shares(int rated, int paired, double agreement, double[] mean, double[][] own, Optional<String> single) {
    static Shares of(RatingTable table, double[][] weights) {
        int m = table.coders().size();
        int q = table.kinds().size();
        int[] patterns = table.patterns();
        int[] counts = table.counts();
        double[] mean = new double[q];
        double[][] own = new double[m][q];
        boolean[] used = new boolean[q];
        long rated = 0;
        long paired = 0;
        double agreement = 0;
        for (int p = 0; p < counts.length; p++) {
            int r = 0;
            double pairs = 0;
            for (int g = 0; g < m; g++) {
                int a = patterns[p * m + g];
                if (a >= 0) {
                    r++;
                    for (int h = 0; h < g; h++) {
                        int b = patterns[p * m + h];
                        if (b >= 0) {
                            pairs += weights == null ? a == b ? 1 : 0 : weights[a][b];
                        }
                    }
                }
            }
            if (r == 0 || counts[p] == 0) {
                continue;
            }
            rated += counts[p];
            if (r > 1) {
                paired += counts[p];
                agreement += counts[p] * (2 * pairs / (r * (r - 1.0)));
            }
            for (int g = 0; g < m; g++) {
                int a = patterns[p * m + g];
                if (a >= 0) {
                    mean[a] += (double) counts[p] / r;
                    own[g][a] += counts[p];
                    used[a] |= r > 1;
                }
            }
        }
        for (int k = 0; k < q; k++) {
            mean[k] /= rated;
        }
        for (double[] coder : own) {
            double sum = 0;
            for (double n : coder) {
                sum += n;
            }
            for (int k = 0; k < q && sum > 0; k++) {
                coder[k] /= sum;
            }
        }
        return new Shares(Math.toIntExact(rated), Math.toIntExact(paired), agreement / paired, mean, own, single(used, table));
    }

    private static Optional<String> single(boolean[] used, RatingTable table) {
        int only = -1;
        for (int k = 0; k < used.length; k++) {
            if (used[k]) {
                if (only >= 0) {
                    return Optional.empty();
                }
                only = k;
            }
        }
        return only < 0 ? Optional.empty() : Optional.of(table.categories().get(only));
    }

    /** Why no chance-corrected coefficient exists, if so. */
    Optional<Coefficient> obstacle() {
        if (paired == 0) {
            return Optional.of(unpaired());
        }
        return single.map(Shares::unvaried);
    }

    static Coefficient unpaired() {
        return new Coefficient.Undefined("no unit was rated by two coders");
    }

    static Coefficient unvaried(String category) {
        return new Coefficient.Undefined("every rating is \"" + category + "\", so there is no variation to agree on");
    }

    /** (observed - expected) / (1 - expected). */
    static Coefficient corrected(double observed, double expected, int units) {
        if (1 - expected < 1e-12) {
            return new Coefficient.Undefined("chance alone would give full agreement, so nothing is left to measure");
        }
        return new Coefficient.Value((observed - expected) / (1 - expected), observed, expected, units);
    }

    /** Agreement that two independent draws from these shares come to. */
    static double chance(double[] first, double[] second, double[][] weights) {
        double sum = 0;
        for (int k = 0; k < first.length; k++) {
            if (weights == null) {
                sum += first[k] * second[k];
            } else {
                for (int l = 0; l < second.length; l++) {
                    sum += weights[k][l] * first[k] * second[l];
                }
            }
        }
        return sum;
    }

    /** Sum of all weights: the number of categories when only the same category agrees. */
    static double total(double[][] weights, int categories) {
        if (weights == null) {
            return categories;
        }
        double sum = 0;
        for (double[] row : weights) {
            for (double weight : row) {
                sum += weight;
            }
        }
        return sum;
    }

    /** Checks what the weights need, then hands out the shares. */
    interface Corrected {
        Coefficient of(Shares shares, double[][] weights);
    }

    static Coefficient measure(RatingTable table, Weights weights, Corrected measure) {
        var without = weights.obstacle(table.kinds());
        if (without.isPresent()) {
            return new Coefficient.Undefined(without.get());
        }
        double[][] matrix = weights.matrix(table.kinds());
        var shares = of(table, matrix);
        return shares.obstacle().orElseGet(() -> measure.of(shares, matrix));
    }
}
