package dk.udsagn.agreement;

import static dk.udsagn.agreement.Figures.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final RatingTable TABLE = RatingTable.cross(List.of("yes", "no"), new int[][] {{40, 10}, {6, 44}});

    @Test void theSameSeedGivesTheSameIntervalAndAnotherSeedAnother() {
        var one = of(Bootstrap.STANDARD.interval(TABLE, KrippendorffAlpha::of)).interval().orElseThrow();
        assertEquals(one, of(Bootstrap.STANDARD.interval(TABLE, KrippendorffAlpha::of)).interval().orElseThrow());
        assertNotEquals(one.low(), of(new Bootstrap(1000, 2, .95).interval(TABLE, KrippendorffAlpha::of)).interval().orElseThrow().low());
    }

    /** Percent agreement is a mean of 100 draws of .84: its standard error is .0367, and ±1.96 of it .768 to .912. */
    @Test void theIntervalOfAShareIsThatOfTheBinomial() {
        var interval = of(new Bootstrap(20_000, 3, .95).interval(TABLE, PercentAgreement::of)).interval().orElseThrow();
        assertEquals(.768, interval.low(), .012);
        assertEquals(.912, interval.high(), .012);
        assertEquals(20_000, interval.samples());
    }

    @Test void rowsAndACrossTableOfTheSameUnitsGiveNearlyTheSameInterval() {
        var first = new int[100];
        var second = new int[100];
        int[][] cells = {{40, 10}, {6, 44}};
        for (int i = 0, at = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                for (int n = 0; n < cells[i][j]; n++, at++) {
                    first[at] = i;
                    second[at] = j;
                }
            }
        }
        var rows = RatingTable.coded(List.of("1", "2"), List.of("yes", "no"), first, second);
        var one = of(Bootstrap.STANDARD.interval(TABLE, CohenKappa::of)).interval().orElseThrow();
        var other = of(Bootstrap.STANDARD.interval(rows, CohenKappa::of)).interval().orElseThrow();
        assertEquals(one.low(), other.low(), 1e-12);
        assertEquals(one.high(), other.high(), 1e-12);
    }

    @Test void charactersAreDrawnByTurnsSoTheirIntervalIsNotThatOfAThousandUnits() {
        int[][] columns = {{1, 0, 1, 0, 1, 0, 1, 0}, {1, 0, 1, 0, 1, 0, 0, 0}};
        int[] weights = {125, 125, 125, 125, 125, 125, 125, 125};
        var categories = Categories.declared(List.of("no", "yes"));
        var byTurn = RatingTable.weighted(List.of("a", "b"), categories, columns, weights, new int[] {0, 1, 2, 3, 4, 5, 6, 7});
        var single = RatingTable.weighted(List.of("a", "b"), categories, columns, weights, null);
        var wide = of(Bootstrap.STANDARD.interval(byTurn, PercentAgreement::of)).interval().orElseThrow();
        var narrow = of(Bootstrap.STANDARD.interval(single, PercentAgreement::of)).interval().orElseThrow();
        assertTrue(wide.high() - wide.low() > 4 * (narrow.high() - narrow.low()), wide + " / " + narrow);
    }

    @Test void thereIsNoIntervalWhereManySamplesHaveNoValue() {
        var rare = RatingTable.cross(List.of("yes", "no"), new int[][] {{1, 0}, {0, 99}});
        assertTrue(of(Bootstrap.STANDARD.interval(rare, KrippendorffAlpha::of)).interval().isEmpty());
        assertInstanceOf(Coefficient.Undefined.class, Bootstrap.STANDARD.interval(RatingTable.parse("a x x", "b x x"), CohenKappa::of));
    }

    @Test void tooFewSamplesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(10, 1, .95));
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(1000, 1, 1));
    }

    private static final Continuum TEXT = UnitizingLiteratureTest.continuum(100, "a 5-15=X 22-38=Y 61-69=X 85-95=Y", "b 7-15=X 25-38=X 61-70=X 85-95=Y");

    @Test void alphasForUnitizingHaveIntervalsFromTheirPieces() {
        var pieces = TEXT.inPieces(20, 40, 60, 80);
        var alpha = of(Bootstrap.STANDARD.interval(pieces, UnitizingAlpha::u));
        assertEquals(of(UnitizingAlpha.u(TEXT)).value(), alpha.value(), 0);
        var interval = alpha.interval().orElseThrow();
        assertTrue(interval.low() < alpha.value() && alpha.value() < interval.high(), alpha.toString());
        assertEquals(interval, of(Bootstrap.STANDARD.interval(pieces, UnitizingAlpha::u)).interval().orElseThrow());
        assertTrue(of(Bootstrap.STANDARD.interval(pieces, AlphaU::of)).interval().isPresent());
    }

    @Test void withoutPiecesThereIsNothingToDraw() {
        assertTrue(of(Bootstrap.STANDARD.interval(TEXT, UnitizingAlpha::u)).interval().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> TEXT.inPieces(101));
    }

    @Test void aSegmentIsNeverCut() {
        var joined = UnitizingLiteratureTest.continuum(100, "a 5-15=X 30-60=X", "b 5-15=X 35-40=X").inPieces(25, 50, 75);
        assertEquals(List.of(25, 75, 100), Arrays.stream(joined.freeEnds()).boxed().toList());
        var lengths = new HashSet<Integer>();
        Bootstrap.STANDARD.interval(joined, c -> {
            c.marked().getFirst().forEach(s -> lengths.add(s.end() - s.start()));
            return UnitizingAlpha.u(c);
        });
        assertEquals(Set.of(10, 30), lengths);
    }

    /** Means and variances of 200,000 draws within five standard errors of n·p and n·p·(1 - p), on either side of where the way of drawing changes. */
    @Test void successesAreDrawnAsTheBinomialHasThem() {
        var random = new SplittableRandom(5);
        for (double[] trial : new double[][] {{1, .3}, {20, .1}, {40, .5}, {312, .04}, {312, .9}, {50_000, .0001}, {50_000, .37}}) {
            int n = (int) trial[0];
            double p = trial[1];
            double sum = 0;
            double squares = 0;
            int draws = 200_000;
            for (int i = 0; i < draws; i++) {
                int x = Binomial.draw(random, n, p);
                assertTrue(x >= 0 && x <= n);
                sum += x;
                squares += (x - n * p) * (x - n * p);
            }
            double variance = n * p * (1 - p);
            assertEquals(n * p, sum / draws, 5 * Math.sqrt(variance / draws), n + " × " + p);
            double fourth = variance * (1 + 3 * variance * (1 - 2.0 / n));              // the binomial's fourth central moment, for p(1 - p) at most a quarter
            assertEquals(variance, squares / draws, 5 * Math.sqrt(fourth / draws), n + " × " + p);
        }
    }

    @Test void aSampleHasAsManyUnitsAsTheTable() {
        var blocks = Blocks.of(TABLE);
        var random = new SplittableRandom(6);
        for (int i = 0; i < 1000; i++) {
            assertEquals(100, Arrays.stream(blocks.draw(random)).sum());
        }
    }
}
