package dk.udsagn.agreement;

/**
 * Scott's pi of two coders: chance draws from the shares both together gave the categories. For more coders see {@link FleissKappa}.
 *
 * @see "Scott 1955, Public Opinion Quarterly 19"
 */
public final class ScottPi {
    private ScottPi() {
    }

    /**
     * Scott's pi over the units that both coders rated. Cost: linear in the ratings.
     *
     * @param table the ratings of two coders
     * @return the value, or undefined when there are not two coders, no unit was rated by both, or every rating is the same category
     */
    public static Coefficient of(RatingTable table) {
        return of(table, Weights.IDENTITY);
    }

    /**
     * The weighted coefficient.
     *
     * @param table   the ratings of two coders
     * @param weights how much two different categories agree
     * @return the value, or undefined also when the weights need an order that is not there
     */
    public static Coefficient of(RatingTable table, Weights weights) {
        if (table.coders().size() != 2) {
            return new Coefficient.Undefined("Scott's pi compares two coders and there are " + table.coders().size() + "; for more there is Fleiss' kappa");
        }
        return FleissKappa.of(CohenKappa.complete(table), weights);
    }
}
