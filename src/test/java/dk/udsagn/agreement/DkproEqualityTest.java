package dk.udsagn.agreement;

import static dk.udsagn.agreement.Figures.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.DiceAgreement;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.HubertKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.coding.MaxPercentageAgreement;
import org.dkpro.statistics.agreement.coding.PercentageAgreement;
import org.dkpro.statistics.agreement.coding.RandolphKappaAgreement;
import org.dkpro.statistics.agreement.coding.ScottPiAgreement;
import org.dkpro.statistics.agreement.coding.WeightedKappaAgreement;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.dkpro.statistics.agreement.distance.MASISetAnnotationDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;
import org.dkpro.statistics.agreement.distance.RatioDistanceFunction;
import org.dkpro.statistics.agreement.distance.SetAnnotation;
import org.dkpro.statistics.agreement.distance.SetAnnotationDistanceFunction;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;
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

    @Test void eachCategoryOfFleiss() {
        for (int i = 0; i < 20; i++) {
            int[][] ratings = ratings(3, 40 + i, false);
            var fleiss = new FleissKappaAgreement(theirs(ratings));
            fleiss.calculateAgreement();
            for (int k = 1; k <= 4; k++) {
                assertEquals(fleiss.calculateCategoryAgreement(k), value(FleissKappa.ofCategory(ours(ratings), "" + k)), 1e-9);
            }
        }
    }

    @Test void weightedKappaOfTwoCoders() {
        for (int i = 0; i < 20; i++) {
            int[][] ratings = ratings(2, 30 + i, false);
            ratings[0][0] = 0;
            ratings[1][0] = 3;          // it scales what was observed by the greatest distance observed, and what is expected by the greatest there is
            var theirs = new WeightedKappaAgreement(theirs(ratings), new IntervalDistanceFunction());      // squared distances: Cohen 1968, quadratic
            assertEquals(theirs.calculateAgreement(), value(CohenKappa.of(ours(ratings), Weights.QUADRATIC)), 1e-9);
        }
    }

    private static SetAnnotation labels(int bits) {
        return new SetAnnotation(IntStream.range(0, 4).filter(b -> (bits >> b & 1) == 1).mapToObj(b -> "L" + b).toArray());
    }

    @Test void setsOfLabels() {
        for (int i = 0; i < 20; i++) {
            int[][] bits = IntStream.range(0, 2).mapToObj(g -> random.ints(40, 0, 16).toArray()).toArray(int[][]::new);
            for (int u = 0; u < 40; u++) {
                bits[1][u] = random.nextInt(3) > 0 ? bits[0][u] : bits[1][u];
            }
            var study = new CodingAnnotationStudy(2);
            var byCoder = new LinkedHashMap<String, List<Optional<Set<String>>>>();
            for (int u = 0; u < 40; u++) {
                study.addItem(labels(bits[0][u]), labels(bits[1][u]));
            }
            for (int g = 0; g < 2; g++) {
                byCoder.put("k" + g, Arrays.stream(bits[g]).mapToObj(b -> Optional.of(IntStream.range(0, 4).filter(x -> (b >> x & 1) == 1)
                    .mapToObj(x -> "L" + x).collect(Collectors.toSet()))).toList());
            }
            var table = RatingTable.ofSets(byCoder);
            assertEquals(new MaxPercentageAgreement(study).calculateAgreement(), value(PercentAgreement.sharing(table)), 1e-9);
            assertEquals(new DiceAgreement(study).calculateAgreement(), value(PercentAgreement.dice(table)), 1e-9);
            assertEquals(new KrippendorffAlphaAgreement(study, new SetAnnotationDistanceFunction()).calculateAgreement(), value(KrippendorffAlpha.of(table, Metric.NESTING)), 1e-9);
            assertEquals(new KrippendorffAlphaAgreement(study, new MASISetAnnotationDistanceFunction()).calculateAgreement(),
                value(KrippendorffAlpha.of(table, Metric.MASI_DKPRO)), 1e-9);
        }
    }

    @Test void alphaForUnitizingOfThreeCoders() {
        for (int i = 0; i < 20; i++) {
            var study = new UnitizingAnnotationStudy(3, 400);
            var byCoder = new LinkedHashMap<String, List<Continuum.Segment>>();
            for (int g = 0; g < 3; g++) {
                var list = new ArrayList<Continuum.Segment>();
                for (int at = random.nextInt(30); at < 360; at += 5 + random.nextInt(60)) {
                    int length = 3 + random.nextInt(25);
                    String category = "c" + random.nextInt(3);
                    study.addUnit(at, length, g, category);
                    list.add(new Continuum.Segment(new Span(at, at + length), category));
                    at += length;
                }
                byCoder.put("k" + g, list);
            }
            var continuum = Continuum.of(400, byCoder);
            assertEquals(new KrippendorffAlphaUnitizingAgreement(study).calculateAgreement(), value(AlphaU.of(continuum)), 1e-9);
            for (String category : continuum.categories()) {
                assertEquals(new KrippendorffAlphaUnitizingAgreement(study).calculateCategoryAgreement(category), value(AlphaU.ofCategory(continuum, category)), 1e-9);
            }
        }
    }
}
