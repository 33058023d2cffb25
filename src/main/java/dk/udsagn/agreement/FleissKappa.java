package dk.udsagn.agreement;

import java.util.NoSuchElementException;

/**
 * Fleiss' kappa: Scott's pi for several coders, who need not be the same for each unit.
 *
 * @see "Fleiss 1971, Psychological Bulletin 76; with unequal numbers of ratings and weights Gwet 2014, section 3.4"
 */
public final class FleissKappa {
    private FleissKappa() {
    }

    /**
     * The kappa over all categories. Cost: linear in the ratings.
     *
     * @param table the ratings; units with one rating count for the chance agreement, as Gwet has it
     * @return the value, or undefined when no unit was rated by two coders or every rating is the same category
     */
    public static Coefficient of(RatingTable table) {
        return of(table, Weights.IDENTITY);
    }

    /**
     * The weighted kappa.
     *
     * @param table   the ratings
     * @param weights how much two different categories agree
     * @return the value, or undefined also when the weights need an order that is not there
     */
    public static Coefficient of(RatingTable table, Weights weights) {
        return Shares.measure(table, weights, (shares, w) ->
            Shares.corrected(shares.agreement(), Shares.chance(shares.mean(), shares.mean(), w), shares.paired()));
    }

    /**
     * The kappa of one category against all others (Fleiss 1971, equation 20).
     *
     * @param table    the ratings
     * @param category one of the table's categories
     * @return the value; observed is the chance that a second coder chooses the category when a first one did. Undefined when nobody or
     *     everybody always chose it
     * @throws NoSuchElementException if there is no such category
     */
    public static Coefficient ofCategory(RatingTable table, String category) {
        int wanted = table.categories().indexOf(category);
        if (wanted < 0) {
            throw new NoSuchElementException("the table has no category \"" + category + "\"; it has " + table.categories());
        }
        int m = table.coders().size();
        double chosen = 0;
        double again = 0;
        double all = 0;
        long units = 0;
        for (int p = 0; p < table.counts().length; p++) {
            int r = 0;
            int n = 0;
            for (int g = 0; g < m; g++) {
                int code = table.patterns()[p * m + g];
                r += code >= 0 ? 1 : 0;
                n += code == wanted ? 1 : 0;
            }
            if (r > 1) {
                units += table.counts()[p];
                chosen += (double) table.counts()[p] * n;
                all += (double) table.counts()[p] * r;
                again += table.counts()[p] * (n * (n - 1.0) / (r - 1));
            }
        }
        if (units == 0) {
            return Shares.unpaired();
        }
        if (chosen == 0) {
            return new Coefficient.Undefined("nobody chose \"" + category + "\"");
        }
        return chosen == all ? Shares.unvaried(category) : Shares.corrected(again / chosen, chosen / all, Math.toIntExact(units));
    }
}
