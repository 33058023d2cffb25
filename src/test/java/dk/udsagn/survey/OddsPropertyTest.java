package dk.udsagn.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class OddsPropertyTest {
    @Property(tries = 500)
    void atLeastAndFewerMakeOne(@ForAll @IntRange(min = 1, max = 20) int n, @ForAll @IntRange(min = 1, max = 20) int k, @ForAll @DoubleRange(min = 0, max = 1) double p) {
        if (k <= n) {
            assertEquals(1, Odds.tail(k, n, p, true) + Odds.tail(k - 1, n, p, false), 1e-9);
        }
    }

    @Property(tries = 500)
    void withoutReplacementTooAndNeverOutsideZeroToOne(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll @IntRange(min = 1, max = 8) int k, @ForAll @IntRange(max = 40) int group) {
        if (k <= n) {
            double up = Odds.tail(k, n, group, 40, true);
            assertTrue(up >= 0 && up <= 1, "" + up);
            assertEquals(1, up + Odds.tail(k - 1, n, group, 40, false), 1e-9);
        }
    }

    @Property(tries = 200)
    void ofVeryManyItMakesNoDifference(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll @IntRange(max = 8) int k, @ForAll @IntRange(max = 100) int percent) {
        if (k <= n) {
            assertEquals(Odds.tail(k, n, percent / 100.0, true), Odds.tail(k, n, percent * 10_000, 1_000_000, true), 1e-3);
        }
    }
}
