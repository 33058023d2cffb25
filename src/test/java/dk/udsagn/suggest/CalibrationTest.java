package dk.udsagn.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test void aScoreBecomesTheShareThatWasRight() {
        var curve = Calibration.of(outcomes("0.9: 8 of 10", "0.5: 2 of 10"), 10);
        assertEquals(0.8, curve.apply(0.9), 1e-12);
        assertEquals(0.2, curve.apply(0.5), 1e-12);
        assertEquals(0.5, curve.apply(0.7), 1e-12);
        assertEquals(0.8, curve.apply(1), 1e-12);
    }

    @Test void neighboursThatFallArePooled() {                  // 6 of 10, then 2 of 10: both are 8 of 20
        var curve = Calibration.of(outcomes("0.2: 1 of 10", "0.4: 6 of 10", "0.6: 2 of 10", "0.8: 9 of 10"), 10);
        assertEquals(List.of(0.1, 0.4, 0.9), curve.points().stream().map(Calibration.Point::right).toList());
        assertEquals(List.of(10, 20, 10), curve.points().stream().map(Calibration.Point::count).toList());
    }

    @Test void withoutOutcomesScoresStay() {
        assertEquals(0.37, Calibration.of(List.of(), 5).apply(0.37), 1e-12);
    }

    @Test void aCurveThatFallsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Calibration(List.of(new Calibration.Point(0.1, 0.9, 5), new Calibration.Point(0.5, 0.2, 5))));
    }

    private static List<Calibration.Outcome> outcomes(String... bins) {
        var outcomes = new ArrayList<Calibration.Outcome>();
        for (String bin : bins) {
            String[] parts = bin.split("[: ]+");
            for (int i = 0; i < Integer.parseInt(parts[3]); i++) {
                outcomes.add(new Calibration.Outcome(Double.parseDouble(parts[0]), i < Integer.parseInt(parts[1])));
            }
        }
        return outcomes;
    }
}
