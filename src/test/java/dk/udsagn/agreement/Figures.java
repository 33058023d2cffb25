package dk.udsagn.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Short forms for the tests of this room. */
final class Figures {
    private Figures() {
    }

    static double value(Coefficient coefficient) {
        return of(coefficient).value();
    }

    static Coefficient.Value of(Coefficient coefficient) {
        return assertInstanceOf(Coefficient.Value.class, coefficient);
    }

    /** What the source prints, to its digits, and what was computed anew from its data. */
    static void assertFigure(double published, int digits, double recomputed, Coefficient coefficient) {
        double value = value(coefficient);
        assertEquals(published, value, .5001 * Math.pow(10, -digits), "published");
        assertEquals(recomputed, value, 1e-9, "recomputed");
    }

    static void assertUndefined(String why, Coefficient coefficient) {
        String said = assertInstanceOf(Coefficient.Undefined.class, coefficient).why();
        assertTrue(said.contains(why), said);
    }
}
