package dk.udsagn.agreement;

import static dk.udsagn.agreement.Figures.assertFigure;
import static dk.udsagn.agreement.Figures.of;
import static dk.udsagn.agreement.Figures.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kappas of two coders against worked examples; rows are what the first coder said. */
class KappaLiteratureTest {
    private static final List<String> THREE = List.of("1", "2", "3");
    private static final RatingTable COHEN1 = RatingTable.cross(THREE, new int[][] {{25, 12, 3}, {13, 2, 15}, {12, 16, 2}});
    private static final RatingTable COHEN2 = RatingTable.cross(THREE, new int[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
    private static final RatingTable ARTSTEIN1 = RatingTable.cross(List.of("Stat", "IReq"), new int[][] {{20, 20}, {10, 50}});
    private static final RatingTable ARTSTEIN2 = RatingTable.cross(List.of("Stat", "IReq", "Chck"), new int[][] {{46, 0, 0}, {6, 32, 6}, {0, 0, 10}});

    private static void assertAll(RatingTable table, double percent, double cohen, double scott, double s, double ac1) {
        assertEquals(percent, value(PercentAgreement.of(table)), 1e-12);
        assertEquals(cohen, value(CohenKappa.of(table)), .00006);
        assertEquals(scott, value(ScottPi.of(table)), .00006);
        assertEquals(s, value(BrennanPrediger.of(table)), .00006);
        assertEquals(ac1, value(GwetAc1.of(table)), .00006);
        assertEquals(cohen, value(CohenKappa.conger(table)), .00006);
        assertEquals(scott, value(FleissKappa.of(table)), .00006);
        assertEquals(cohen, value(CohenKappa.light(table)), .00006);
    }

    @Test void cohen1960Page37() {
        assertAll(COHEN1, .29, -.0923, -.1008, -.0650, -.04797);
        assertEquals(.35, of(CohenKappa.of(COHEN1)).expected(), .0005);
    }

    @Test void cohen1960SecondExample() {
        assertAll(COHEN2, .70, .4915, .4872, .5500, .5760);
        assertFigure(.492, 3, 0.4915254237288136, CohenKappa.of(COHEN2));
        assertEquals(.41, of(CohenKappa.of(COHEN2)).expected(), .0005);
    }

    @Test void artsteinAndPoesio2008FirstTable() {
        assertAll(ARTSTEIN1, .70, .3478, .3407, .40, .4495);
        assertFigure(.348, 3, 0.3478260869565217, CohenKappa.of(ARTSTEIN1));
        assertEquals(.341, value(ScottPi.of(ARTSTEIN1)), .0005);
    }

    @Test void artsteinAndPoesio2008SecondTable() {
        assertAll(ARTSTEIN2, .88, .8013, .7995, .82, .8287);
        var half = Weights.of((a, b) -> a.equals("Chck") || b.equals("Chck") ? .5 : 0);
        assertFigure(.8163, 4, 0.816326530612245, CohenKappa.of(ARTSTEIN2, half));
    }

    @Test void gwet2008HandExample() {
        assertAll(RatingTable.cross(List.of("y", "n"), new int[][] {{8, 1}, {0, 1}}), .90, .6154, .6078, .80, .8658);
    }

    @Test void brennanAndPrediger1981() {
        var table = RatingTable.cross(THREE, new int[][] {{50, 0, 0}, {10, 10, 10}, {20, 0, 0}});
        assertEquals(.60, value(PercentAgreement.of(table)), 1e-12);
        assertEquals(.27, value(CohenKappa.of(table)), .005);
        assertEquals(.40, value(BrennanPrediger.of(table)), 1e-12);
    }

    @Test void nvivoDocumentationExampleOverCharacters() {
        var table = RatingTable.cross(List.of("coded", "not coded"), new int[][] {{50, 150}, {0, 800}});
        assertEquals(.85, value(PercentAgreement.of(table)), 1e-12);
        double expected = 200.0 * 50 / 1000 + 800.0 * 950 / 1000;           // EF1 + EF2 of its manual
        assertEquals((850 - expected) / (1000 - expected), value(CohenKappa.of(table)), 1e-12);
    }

    /** The examples of Wikipedia's articles on Cohen's kappa, which carry a table from 50 grant proposals, and two that tell apart how disagreement leans. */
    @Test void wikipediaCohensKappa() {
        var yesNo = List.of("yes", "no");
        assertEquals(.40, value(CohenKappa.of(RatingTable.cross(yesNo, new int[][] {{20, 5}, {10, 15}}))), 1e-12);
        assertEquals(.1304, value(CohenKappa.of(RatingTable.cross(yesNo, new int[][] {{45, 15}, {25, 15}}))), .00005);
        assertEquals(.2593, value(CohenKappa.of(RatingTable.cross(yesNo, new int[][] {{25, 35}, {5, 35}}))), .00005);
    }

    /** A printout of SAS, procedure FREQ, as the tests of statsmodels give it. */
    @Test void sasSimpleAndWeightedKappa() {
        var table = RatingTable.cross(THREE, new int[][] {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}});
        assertEquals(.4842, value(CohenKappa.of(table)), .00005);
        assertEquals(.4701, value(CohenKappa.of(table, Weights.LINEAR)), .00005);
    }

    /** The data set anxiety of the R package irr, second and third rater; values of irr 0.83 in the tests of statsmodels. Neither used level 5, and irr then weights by rank. */
    @Test void irrAnxietySecondAndThirdRater() {
        int[] second = {3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4};
        int[] third = {2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2};
        var both = RatingTable.coded(List.of("2", "3"), List.of("one", "two", "three", "four", "six"), rank(second), rank(third));
        assertEquals(-.006289308, value(CohenKappa.of(both)), 5e-10);
        assertEquals(.1459075, value(CohenKappa.of(both, Weights.LINEAR)), 5e-8);
        assertEquals(.2520325, value(CohenKappa.of(both, Weights.QUADRATIC)), 5e-8);
    }

    private static int[] rank(int[] levels) {
        return Arrays.stream(levels).map(level -> level == 6 ? 4 : level - 1).toArray();
    }
}
