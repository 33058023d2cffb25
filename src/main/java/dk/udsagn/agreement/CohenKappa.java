package dk.udsagn.agreement;

/**
 * Cohen's kappa: chance draws from the shares that each coder gave the categories. Conger's and Light's kappas carry it to more coders.
 *
 * @see "Cohen 1960, Educational and Psychological Measurement 20; weighted: Cohen 1968, Psychological Bulletin 70"
 */
public final class CohenKappa {
    private CohenKappa() {
    }

    /**
     * Cohen's kappa over the units that both coders rated. Cost: linear in the ratings. With characters as units this is NVivo's kappa.
     *
     * @param table the ratings of two coders
     * @return the value, or undefined when there are not two coders, they cannot be told apart, no unit was rated by both, or every
     *     rating is the same category
     */
    public static Coefficient of(RatingTable table) {
        return of(table, Weights.IDENTITY);
    }

    /**
     * Weighted kappa.
     *
     * @param table   the ratings of two coders
     * @param weights how much two different categories agree
     * @return the value, or undefined also when the weights need an order that is not there
     */
    public static Coefficient of(RatingTable table, Weights weights) {
        if (table.coders().size() != 2) {
            return new Coefficient.Undefined("Cohen's kappa compares two coders and there are " + table.coders().size() + "; for more there is Conger's kappa");
        }
        return conger(complete(table), weights);
    }

    /**
     * Conger's kappa: the exact form for any number of coders, as Davies and Fleiss (1982) have it too. Two coders give Cohen's.
     *
     * @param table the ratings; where some are missing, each coder's shares are over the units that coder rated
     * @return the value, or undefined when coders cannot be told apart, no unit was rated by two, or every rating is the same category
     * @see "Conger 1980, Psychological Bulletin 88; with missing ratings Gwet 2014, section 3.4"
     */
    public static Coefficient conger(RatingTable table) {
        return conger(table, Weights.IDENTITY);
    }

    /**
     * Conger's kappa with weights.
     *
     * @param table   the ratings
     * @param weights how much two different categories agree
     * @return the value, or undefined also when the weights need an order that is not there
     */
    public static Coefficient conger(RatingTable table, Weights weights) {
        if (table.anonymous()) {
            return new Coefficient.Undefined("the table does not say which coder gave which rating; Fleiss' kappa does without");
        }
        return Shares.measure(table, weights, (shares, w) -> {
            double expected = 0;
            int m = shares.own().length;
            for (int g = 0; g < m; g++) {
                for (int h = 0; h < g; h++) {
                    expected += Shares.chance(shares.own()[g], shares.own()[h], w);
                }
            }
            return Shares.corrected(shares.agreement(), expected / (m * (m - 1) / 2.0), shares.paired());
        });
    }

    /**
     * Light's kappa: the mean of Cohen's kappas of all pairs of coders.
     *
     * @param table the ratings
     * @return the value with the means of the observed and expected agreement and the units that any pair shares; undefined when one
     *     of the pairs has no kappa
     * @see "Light 1971, Psychological Bulletin 76"
     */
    public static Coefficient light(RatingTable table) {
        var coders = table.coders();
        double value = 0;
        double observed = 0;
        double expected = 0;
        int pairs = 0;
        for (int g = 0; g < coders.size(); g++) {
            for (int h = 0; h < g; h++) {
                switch (of(table.only(coders.get(h), coders.get(g)))) {
                    case Coefficient.Undefined u -> {
                        return new Coefficient.Undefined(coders.get(h) + " and " + coders.get(g) + ": " + u.why());
                    }
                    case Coefficient.Value v -> {
                        value += v.value();
                        observed += v.observed();
                        expected += v.expected();
                        pairs++;
                    }
                }
            }
        }
        return pairs == 0 ? Shares.unpaired()
            : new Coefficient.Value(value / pairs, observed / pairs, expected / pairs, Shares.of(table, null).paired());
    }

    /** The table without the units that one of the coders did not rate. */
    static RatingTable complete(RatingTable table) {
        int m = table.coders().size();
        int[] counts = table.counts().clone();
        for (int i = 0; i < table.patterns().length; i++) {
            if (table.patterns()[i] < 0) {
                counts[i / m] = 0;
            }
        }
        return table.sampled(counts);
    }
}
