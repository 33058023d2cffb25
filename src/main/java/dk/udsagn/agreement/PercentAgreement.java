package dk.udsagn.agreement;

import java.util.HashSet;
import java.util.Set;

/**
 * The share of pairs of coders who chose the same category, meant over the units; nothing is taken off for chance.
 *
 * <p>Units rated by fewer than two coders are left out. With two coders and characters as units this is NVivo's "agreement %".
 *
 * @see "Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014, section 2.5"
 */
public final class PercentAgreement {
    private PercentAgreement() {
    }

    /**
     * Percent agreement, as a share. Cost: linear in the ratings.
     *
     * @param table the ratings
     * @return 0 to 1; undefined when no unit was rated by two coders
     */
    public static Coefficient of(RatingTable table) {
        return of(table, Weights.IDENTITY);
    }

    /**
     * Weighted percent agreement.
     *
     * @param table   the ratings
     * @param weights how much two different categories agree
     * @return 0 to 1; undefined when no unit was rated by two coders or the weights need an order that is not there
     */
    public static Coefficient of(RatingTable table, Weights weights) {
        var without = weights.obstacle(table.kinds());
        if (without.isPresent()) {
            return new Coefficient.Undefined(without.get());
        }
        var shares = Shares.of(table, weights.matrix(table.kinds()));
        return shares.paired() == 0 ? Shares.unpaired() : new Coefficient.Value(shares.agreement(), shares.agreement(), 0, shares.paired());
    }

    /**
     * The share of units on which all who rated them chose the same category.
     *
     * @param table the ratings
     * @return 0 to 1; undefined when no unit was rated by two coders
     */
    public static Coefficient unanimous(RatingTable table) {
        int m = table.coders().size();
        long paired = 0;
        long same = 0;
        for (int p = 0; p < table.counts().length; p++) {
            int first = -1;
            int ratings = 0;
            boolean alike = true;
            for (int g = 0; g < m; g++) {
                int code = table.patterns()[p * m + g];
                if (code >= 0) {
                    alike &= first < 0 || first == code;
                    first = code;
                    ratings++;
                }
            }
            if (ratings > 1) {
                paired += table.counts()[p];
                same += alike ? table.counts()[p] : 0;
            }
        }
        double share = (double) same / paired;
        return paired == 0 ? Shares.unpaired() : new Coefficient.Value(share, share, 0, Math.toIntExact(paired));
    }

    /**
     * The share of units on which some label is in the sets of all who rated them. Two empty sets share no label: this is the "max percentage" of DKPro
     * Statistics, which counts them so.
     *
     * @param table ratings that are sets, see {@link RatingTable#ofSets}
     * @return 0 to 1; undefined when ratings are no sets or no unit was rated by two coders
     */
    public static Coefficient sharing(RatingTable table) {
        return ofSets(table, (common, sizes, coders) -> common > 0 ? 1 : 0);
    }

    /**
     * Dice's coefficient, meant over the units: coders × the labels in all their sets over the sizes of the sets. Two empty sets count 0, as in DKPro
     * Statistics; where they are to count as the same, there is alpha with {@link Metric#DICE}.
     *
     * @param table ratings that are sets, see {@link RatingTable#ofSets}
     * @return 0 to 1; undefined when ratings are no sets or no unit was rated by two coders
     * @see "Dice 1945, Ecology 26"
     */
    public static Coefficient dice(RatingTable table) {
        return ofSets(table, (common, sizes, coders) -> sizes == 0 ? 0 : (double) coders * common / sizes);
    }

    private interface OfSets {
        double agreement(int common, int sizes, int coders);
    }

    private static Coefficient ofSets(RatingTable table, OfSets measure) {
        if (!table.kinds().areSets()) {
            return new Coefficient.Undefined("it is for sets of labels; make the table by ofSets");
        }
        int m = table.coders().size();
        double sum = 0;
        long paired = 0;
        for (int p = 0; p < table.counts().length; p++) {
            Set<String> common = null;
            int sizes = 0;
            int ratings = 0;
            for (int g = 0; g < m; g++) {
                int code = table.patterns()[p * m + g];
                if (code >= 0) {
                    var labels = table.kinds().labels().get(code);
                    common = common == null ? new HashSet<>(labels) : common;
                    common.retainAll(labels);
                    sizes += labels.size();
                    ratings++;
                }
            }
            if (ratings > 1) {
                paired += table.counts()[p];
                sum += table.counts()[p] * measure.agreement(common.size(), sizes, ratings);
            }
        }
        return paired == 0 ? Shares.unpaired() : new Coefficient.Value(sum / paired, sum / paired, 0, Math.toIntExact(paired));
    }
}
