package dk.udsagn.agreement;

import static dk.udsagn.agreement.Figures.assertFigure;
import static dk.udsagn.agreement.Figures.assertUndefined;
import static dk.udsagn.agreement.Figures.of;
import static dk.udsagn.agreement.Figures.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** More than two coders, missing ratings, weights, and sets of codes, against worked examples. */
class SeveralCodersLiteratureTest {
    private static final List<String> DIAGNOSES = List.of("1", "2", "3", "4", "5");
    private static final List<String> PATIENTS = List.of("""
        444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 333335 111455 111112 224444
        133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555""".split("\\s+"));
    private static final RatingTable FLEISS = RatingTable.tallies(DIAGNOSES, PATIENTS.stream().map(patient -> {
            int[] tally = new int[5];
            patient.chars().forEach(c -> tally[c - '1']++);
            return tally;
        }).toArray(int[][]::new));

    @Test void fleiss1971ThirtyPatientsSixPsychiatrists() {
        assertFigure(.430, 3, 0.430244520060141, FleissKappa.of(FLEISS));
        assertEquals(.5556, of(FleissKappa.of(FLEISS)).observed(), .00005);
        assertEquals(.2201, of(FleissKappa.of(FLEISS)).expected(), .001);
        assertEquals(0.433409828286842, value(KrippendorffAlpha.of(FLEISS)), 1e-9);
        assertEquals(30, of(FleissKappa.of(FLEISS)).units());
    }

    @Test void fleiss1971EachCategory() {
        double[] published = {.248, .248, .517, .470, .565};
        for (int k = 0; k < 5; k++) {
            assertEquals(published[k], value(FleissKappa.ofCategory(FLEISS, DIAGNOSES.get(k))), .005, DIAGNOSES.get(k));
        }
    }

    @Test void talliesDoNotSayWhoRatedSoCongerIsUndefined() {
        assertUndefined("does not say which coder", CohenKappa.conger(FLEISS));
    }

    /** The data set cac.raw4raters of Gwet's irrCAC; its last unit was rated by the third coder, not by the second as in Krippendorff 2011. */
    @Test void gwetFourCodersWithMissing() {
        var table = RatingTable.parse("A 1 2 3 3 2 1 4 1 2 . . .", "B 1 2 3 3 2 2 4 1 2 5 . .", "C . 3 3 3 2 3 4 2 2 5 1 3", "D 1 2 3 3 2 4 4 1 2 5 1 .");
        assertEquals(.81818, value(PercentAgreement.of(table)), .000006);
        assertEquals(.77544, value(GwetAc1.of(table)), .000006);
        assertEquals(.76117, value(FleissKappa.of(table)), .000006);
        assertEquals(.76282, value(CohenKappa.conger(table)), .000006);
        assertEquals(.77273, value(BrennanPrediger.of(table)), .000006);
    }

    /** The data set distrib.6raters of irrCAC: half of Fleiss' patients. */
    @Test void gwetSixRatersFifteenPatients() {
        var table = RatingTable.tallies(DIAGNOSES, new int[][] {{0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0},
            {2, 0, 4, 0, 0}, {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6}, {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0}, {0, 3, 3, 0, 0},
            {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1}});
        assertEquals(.4448007, value(GwetAc1.of(table)), 6e-8);
        assertEquals(.4139265, value(FleissKappa.of(table)), 6e-8);
        assertEquals(.4204384, value(KrippendorffAlpha.of(table)), 6e-8);
        assertEquals(.4388889, value(BrennanPrediger.of(table)), 6e-8);
    }

    /** The data set cont3x3abstractors of irrCAC. */
    @Test void gwetTwoAbstractors() {
        var table = RatingTable.cross(List.of("Ectopic", "AIU", "NIU"), new int[][] {{13, 0, 0}, {0, 20, 7}, {0, 4, 56}});
        assertEquals(.7964094, value(CohenKappa.of(table)), 6e-8);
        assertEquals(.7962397, value(ScottPi.of(table)), 6e-8);
        assertEquals(.8493305, value(GwetAc1.of(table)), 6e-8);
        assertEquals(.835, value(BrennanPrediger.of(table)), 6e-8);
        assertEquals(.7972585, value(KrippendorffAlpha.of(table)), 6e-8);
    }

    private static RatingTable dkproSets() {
        var byCoder = new LinkedHashMap<String, List<Optional<Set<String>>>>();
        byCoder.put("1", sets("", "A", "A", "A", "AB", "AB", "ABC", "C", "C"));
        byCoder.put("2", sets("", "", "A", "B", "A", "AC", "ABC", "AC", "AC"));
        return RatingTable.ofSets(byCoder);
    }

    private static List<Optional<Set<String>>> sets(String... labels) {
        return Arrays.stream(labels).map(l -> Optional.of(Set.of(l.isEmpty() ? new String[0] : l.split("")))).toList();
    }

    @Test void dkproSetAnnotationsByNesting() {
        var alpha = KrippendorffAlpha.of(dkproSets(), Metric.NESTING);
        assertFigure(.186, 3, 0.1861702127659574, alpha);
        assertEquals(.333, of(alpha).observed(), .0005);
        assertEquals(.409, of(alpha).expected(), .001);
    }

    @Test void dkproSetAnnotationsByWhatItCallsMasi() {
        var alpha = KrippendorffAlpha.of(dkproSets(), Metric.MASI_DKPRO);
        assertEquals(0.2529474812433012, value(alpha), 1e-9);      // printed as .252, with a tolerance of .001
        assertEquals(.253, of(alpha).observed(), .0005);
    }

    @Test void dkproSetAnnotationsByPassonneausMasi() {
        assertEquals(0.2730806608357629, value(KrippendorffAlpha.of(dkproSets(), Metric.MASI)), 1e-9);
    }

    @Test void dkproSetAnnotationsPercent() {
        assertEquals(.333, value(PercentAgreement.of(dkproSets())), .0005);
    }

    @Test void dkproSetAnnotationsMaxPercent() {
        assertEquals(.667, value(PercentAgreement.sharing(dkproSets())), .0005);
    }

    @Test void dkproSetAnnotationsDice() {
        assertEquals(.5, value(PercentAgreement.dice(dkproSets())), 1e-12);
    }

    /** Worked by hand. */
    @Test void alphaByDiceOfTwoPairs() {
        var byCoder = new LinkedHashMap<String, List<Optional<Set<String>>>>();
        byCoder.put("1", sets("AB", "A"));
        byCoder.put("2", sets("A", "A"));
        // observed: 2 of 4 pairable ratings, each 1 - 2·1/3 apart; expected: AB beside three As, both ways, of 12
        assertEquals(1 - (2 / 3.0 / 4) / (6 / 3.0 / 12), value(KrippendorffAlpha.of(RatingTable.ofSets(byCoder), Metric.DICE)), 1e-12);
        assertUndefined("for sets of labels", PercentAgreement.dice(RatingTable.parse("a x", "b x")));
    }

    /** Wikipedia's article on Fleiss' kappa: ten subjects, fourteen raters. */
    @Test void wikipediaFleissKappa() {
        var kappa = FleissKappa.of(RatingTable.tallies(DIAGNOSES, new int[][] {{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1}, {7, 7, 0, 0, 0},
            {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}}));
        assertFigure(.210, 3, 0.20993070442195522, kappa);
        assertEquals(.378, of(kappa).observed(), .0005);
        assertEquals(.213, of(kappa).expected(), .0005);
    }

    /** The data set diagnoses of the R package irr: Fleiss' patients with the six ratings of each in the order of their names. Values as its manual pages print them; those of the pairs are kappa2's. */
    @Test void irrDiagnosesLightAndConger() {
        var patients = PATIENTS;
        int[][] columns = new int[6][patients.size()];
        for (int g = 0; g < 6; g++) {
            int rater = g;
            Arrays.setAll(columns[g], u -> patients.get(u).charAt(rater) - '1');
        }
        var table = RatingTable.coded(List.of("1", "2", "3", "4", "5", "6"), DIAGNOSES, columns);
        assertEquals(.459, value(CohenKappa.light(table)), .0005);
        assertEquals(.442, value(CohenKappa.conger(table)), .0005);
        assertEquals(.430, value(FleissKappa.of(table)), .0005);
        assertEquals(.651, value(CohenKappa.of(table.only("1", "2"))), .0005);
        assertEquals(.384, value(CohenKappa.of(table.only("1", "3"))), .0005);
        assertEquals(.631, value(CohenKappa.of(table.only("2", "3"))), .0005);
        assertEquals(.555, value(CohenKappa.light(table.only("1", "2", "3"))), .0006);
    }
}
