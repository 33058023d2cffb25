package dk.udsagn.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test void isNeverEmptyOrNegative() {
        assertThrows(IllegalArgumentException.class, () -> new Span(3, 3));
        assertThrows(IllegalArgumentException.class, () -> new Span(4, 3));
        assertThrows(IllegalArgumentException.class, () -> new Span(-1, 3));
    }

    @Test void spansThatOnlyTouchDoNotOverlap() {
        assertFalse(new Span(0, 3).overlaps(new Span(3, 5)));
        assertTrue(new Span(0, 4).overlaps(new Span(3, 5)));
        assertTrue(new Span(0, 9).overlaps(new Span(3, 5)));
    }

    @Test void cutsExactlyItsWords() {
        assertEquals("følte", new Span(4, 9).in("Jeg følte mig hørt"));
    }

    @Test void saysHowLongTheTextIsWhenItEndsPastIt() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Span(4, 99).in("kort"));
        assertTrue(e.getMessage().contains("4 characters"), e.getMessage());
    }

    @Test void isOrderedByStartThenEnd() {
        assertEquals(List.of(new Span(0, 2), new Span(0, 5), new Span(1, 2)), Stream.of(new Span(1, 2), new Span(0, 5), new Span(0, 2)).sorted().toList());
    }
}
