package dk.udsagn.agreement;

/**
 * Brennan and Prediger's kappa: chance is taken to choose all categories equally often. The same figure is known as Bennett's S (1954),
 * as the G index, and for several coders as Randolph's free-marginal kappa (2005).
 *
 * <p>It hangs on how many categories there were to choose from: declare them by {@link RatingTable#withCategories} where some were not used.
 *
 * @see "Brennan and Prediger 1981, Educational and Psychological Measurement 41; Gwet 2014, section 3.4"
 */
public final class BrennanPrediger {
    private BrennanPrediger() {
    }

    /**
     * The coefficient for any number of coders. Cost: linear in the ratings.
     *
     * @param table the ratings
     * @return the value, or undefined when no unit was rated by two coders or every rating is the same category
     */
    public static Coefficient of(RatingTable table) {
        return of(table, Weights.IDENTITY);
    }

    /**
     * The weighted coefficient.
     *
     * @param table   the ratings
     * @param weights how much two different categories agree
     * @return the value, or undefined also when the weights need an order that is not there
     */
    public static Coefficient of(RatingTable table, Weights weights) {
        double q = table.kinds().size();
        return Shares.measure(table, weights, (shares, w) ->
            Shares.corrected(shares.agreement(), Shares.total(w, table.kinds().size()) / (q * q), shares.paired()));
    }
}
