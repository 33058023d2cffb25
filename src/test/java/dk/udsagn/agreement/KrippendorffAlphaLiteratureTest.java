package dk.udsagn.agreement;

import static dk.udsagn.agreement.Figures.assertFigure;
import static dk.udsagn.agreement.Figures.of;
import static dk.udsagn.agreement.Figures.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Alpha for ratings of given units, against worked examples. Numbers of the second column were computed anew from the printed data. */
class KrippendorffAlphaLiteratureTest {
    private static final RatingTable FOUR_CODERS = RatingTable.parse(
        "A 1 2 3 3 2 1 4 1 2 . . .", "B 1 2 3 3 2 2 4 1 2 5 . 3", "C . 3 3 3 2 3 4 2 2 5 1 .", "D 1 2 3 3 2 4 4 1 2 5 1 .");
    private static final RatingTable WIKIPEDIA = RatingTable.parse(
        "A . . . . . 3 4 1 2 1 1 3 3 . 3", "B 1 . 2 1 3 3 4 3 . . . . . . .", "C . . 2 1 3 4 4 . 2 1 1 3 3 . 4");

    @Test void krippendorff1980Page133TwoCodersBinary() {
        var alpha = KrippendorffAlpha.of(RatingTable.parse("A 0 1 0 0 0 0 0 0 1 0", "B 0 1 1 0 0 1 0 1 0 0"));
        assertFigure(.095, 3, 0.0952380952380952, alpha);
        assertEquals(.400, of(alpha).observed(), .0005);
        assertEquals(.442, of(alpha).expected(), .0005);
    }

    @Test void krippendorff2004Page227TwoCodersNominal() {
        var alpha = KrippendorffAlpha.of(RatingTable.parse("A a a b b b b b c c c c c", "B a b b b b b c c c c c c"));
        assertFigure(.734, 3, 0.734104046242775, alpha);
        assertEquals(.1667, of(alpha).observed(), .00005);
        assertEquals(.6268, of(alpha).expected(), .00005);
    }

    @Test void krippendorff2011ExampleCNominalWithMissing() {
        assertFigure(.743, 3, 0.743421052631579, KrippendorffAlpha.of(FOUR_CODERS));
    }

    @Test void krippendorff2011ExampleCOrdinal() {
        assertFigure(.815, 3, 0.815387503754880, KrippendorffAlpha.of(FOUR_CODERS, Metric.ORDINAL));
    }

    @Test void krippendorff2011ExampleCInterval() {
        var alpha = KrippendorffAlpha.of(FOUR_CODERS, Metric.INTERVAL);
        assertFigure(.849, 3, 0.849107142857143, alpha);
        assertEquals(.433, of(alpha).observed(), .0005);
        assertEquals(2.872, of(alpha).expected(), .0005);
        assertEquals(11, of(alpha).units());
    }

    @Test void krippendorff2011ExampleCRatio() {
        assertFigure(.797, 3, 0.797402774741938, KrippendorffAlpha.of(FOUR_CODERS, Metric.RATIO));
    }

    @Test void nltkAdvanced2AUnitOfOneRatingChangesNothing() {
        var without = RatingTable.parse("A 1 2 3 3 2 1 4 1 2 . .", "B 1 2 3 3 2 2 4 1 2 5 .", "C . 3 3 3 2 3 4 2 2 5 1", "D 1 2 3 3 2 4 4 1 2 5 1");
        for (var metric : List.of(Metric.NOMINAL, Metric.ORDINAL, Metric.INTERVAL, Metric.RATIO)) {
            assertEquals(value(KrippendorffAlpha.of(without, metric)), value(KrippendorffAlpha.of(FOUR_CODERS, metric)), 1e-15);
        }
    }

    @Test void wikipediaExampleNominal() {
        assertFigure(.691, 3, 0.691358024691358, KrippendorffAlpha.of(WIKIPEDIA));
    }

    @Test void wikipediaExampleInterval() {
        assertFigure(.811, 3, 0.810844892812106, KrippendorffAlpha.of(WIKIPEDIA, Metric.INTERVAL));
    }

    /** The book prints .760; icr notes that its data give .759. */
    @Test void krippendorff2018Page310() {
        assertFigure(.759, 3, 0.759162303664921, KrippendorffAlpha.of(RatingTable.parse("A a a c c c c c b b b b d", "B a c c c c c b b b b b d")));
    }

    @Test void nltkEasyThreeCodersHardlyOverlapping() {
        assertFigure(-.333, 3, -1 / 3.0, KrippendorffAlpha.of(RatingTable.parse("coder1 YES YES .", "coder2 NO NO .", "coder3 NO . NO")));
    }

    @Test void atlasTiManualTenSegments() {
        var table = RatingTable.parse("one 1 1 0 0 0 0 0 0 0 0", "two 0 1 1 0 0 1 0 1 0 0");
        assertEquals(.60, value(PercentAgreement.of(table)), 1e-12);
        assertFigure(.095, 3, 0.0952380952380952, KrippendorffAlpha.of(table));
    }

    @Test void artsteinPoesio2008NominalAndWeighted() {
        assertEquals(.3440, value(KrippendorffAlpha.of(RatingTable.cross(List.of("Stat", "IReq"), new int[][] {{20, 20}, {10, 50}}))), .00005);
        var dialogue = RatingTable.cross(List.of("Stat", "IReq", "Chck"), new int[][] {{46, 0, 0}, {6, 32, 6}, {0, 0, 10}});
        assertEquals(.8005, value(KrippendorffAlpha.of(dialogue)), .00005);
        assertFigure(.8156, 4, 0.8155509784447516, KrippendorffAlpha.of(dialogue, Metric.of((a, b) -> a.equals("Chck") || b.equals("Chck") ? .5 : 1)));
    }
}
