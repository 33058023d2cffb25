package dk.udsagn.agreement;

import static dk.udsagn.agreement.Figures.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.HubertKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.coding.PercentageAgreement;
import org.dkpro.statistics.agreement.coding.RandolphKappaAgreement;
import org.dkpro.statistics.agreement.coding.ScottPiAgreement;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;
import org.dkpro.statistics.agreement.distance.RatioDistanceFunction;
import org.junit.jupiter.api.Test;

/** DKPro Statistics, a library of its own descent, comes to the same figures. */
class DkproEqualityTest {
    private final Random random = new Random(7);

    private int[][] ratings(int coders, int units, boolean missing) {
        int[] truth = random.ints(units, 0, 4).toArray();
        return IntStream.range(0, coders).mapToObj(g -> IntStream.range(0, units).map(u -> missing && random.nextInt(10) == 0 ? -1
            : random.nextInt(3) == 0 ? random.nextInt(4) : truth[u]).toArray()).toArray(int[][]::new);
    }

    private static RatingTable ours(int[][] ratings) {
        return RatingTable.coded(IntStream.range(0, ratings.length).mapToObj(g -> "k" + g).toList(), List.of("1", "2", "3", "4"), ratings);
    }

    private static CodingAnnotationStudy theirs(int[][] ratings) {
        var study = new CodingAnnotationStudy(ratings.length);
        for (int u = 0; u < ratings[0].length; u++) {
            int unit = u;
            study.addItem(IntStream.range(0, ratings.length).mapToObj(g -> ratings[g][unit] < 0 ? null : (Object) (ratings[g][unit] + 1)).toArray());
        }
        return study;
    }

    @Test void threeCodersWithoutMissing() {
        for (int i = 0; i < 20; i++) {
            int[][] ratings = ratings(3, 40 + i, false);
            assertEquals(new PercentageAgreement(theirs(ratings)).calculateAgreement(), value(PercentAgreement.of(ours(ratings))), 1e-9);
            assertEquals(new HubertKappaAgreement(theirs(ratings)).calculateAgreement(), value(CohenKappa.conger(ours(ratings))), 1e-9);
            assertEquals(new FleissKappaAgreement(theirs(ratings)).calculateAgreement(), value(FleissKappa.of(ours(ratings))), 1e-9);
            assertEquals(new RandolphKappaAgreement(theirs(ratings)).calculateAgreement(), value(BrennanPrediger.of(ours(ratings))), 1e-9);
        }
    }

    @Test void twoCoders() {
        for (int i = 0; i < 20; i++) {
            int[][] ratings = ratings(2, 30 + i, false);
            assertEquals(new CohenKappaAgreement(theirs(ratings)).calculateAgreement(), value(CohenKappa.of(ours(ratings))), 1e-9);
            assertEquals(new ScottPiAgreement(theirs(ratings)).calculateAgreement(), value(ScottPi.of(ours(ratings))), 1e-9);
        }
    }

    @Test void alphaOfEveryLevelWithMissing() {
        for (int i = 0; i < 20; i++) {
            int[][] ratings = ratings(4, 25 + i, true);
            assertEquals(new KrippendorffAlphaAgreement(theirs(ratings), new NominalDistanceFunction()).calculateAgreement(),
                value(KrippendorffAlpha.of(ours(ratings))), 1e-9);
            assertEquals(new KrippendorffAlphaAgreement(theirs(ratings), new IntervalDistanceFunction()).calculateAgreement(),
                value(KrippendorffAlpha.of(ours(ratings), Metric.INTERVAL)), 1e-9);
            assertEquals(new KrippendorffAlphaAgreement(theirs(ratings), new RatioDistanceFunction()).calculateAgreement(),
                value(KrippendorffAlpha.of(ours(ratings), Metric.RATIO)), 1e-9);
            assertEquals(new KrippendorffAlphaAgreement(theirs(ratings), new OrdinalDistanceFunction()).calculateAgreement(),
                value(KrippendorffAlpha.of(ours(ratings), Metric.ORDINAL)), 1e-9);
        }
    }
}
