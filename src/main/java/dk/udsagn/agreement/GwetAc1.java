package dk.udsagn.agreement;

/**
 * Gwet's AC1, and with weights AC2: chance agreement is that of the ratings which are guesses.
 *
 * <p>It hangs on how many categories there were to choose from: declare them by {@link RatingTable#withCategories} where some were not used.
 *
 * @see "Gwet 2008, British Journal of Mathematical and Statistical Psychology 61; Gwet 2014, sections 2.4 and 3.4"
 */
public final class GwetAc1 {
    private GwetAc1() {
    }

    /**
     * AC1 for any number of coders, ratings may be missing. Cost: linear in the ratings.
     *
     * @param table the ratings
     * @return the value, or undefined when no unit was rated by two coders or every rating is the same category
     */
    public static Coefficient of(RatingTable table) {
        return of(table, Weights.IDENTITY);
    }

    /**
     * AC2: AC1 with weights.
     *
     * @param table   the ratings
     * @param weights how much two different categories agree
     * @return the value, or undefined also when the weights need an order that is not there
     */
    public static Coefficient of(RatingTable table, Weights weights) {
        double q = table.kinds().size();
        return Shares.measure(table, weights, (shares, w) -> {
            double spread = 0;
            for (double share : shares.mean()) {
                spread += share * (1 - share);
            }
            return Shares.corrected(shares.agreement(), Shares.total(w, table.kinds().size()) * spread / (q * (q - 1)), shares.paired());
        });
    }
}
