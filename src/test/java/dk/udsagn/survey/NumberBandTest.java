package dk.udsagn.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NumberBandTest {
    private static String ends(String label) {
        return NumberBand.of(label).map(b -> b.first(1) + ".." + b.last(1)).orElse("none");
    }

    @Test void readsTheWaysGroupsAreNamed() {
        assertEquals("12.0..14.0", ends("12-14"));
        assertEquals("12.0..14.0", ends("12 – 14 år"));
        assertEquals("12.0..14.0", ends("12 til 14"));
        assertEquals("20.0..20.0", ends("20 år"));
        assertEquals("-Infinity..11.0", ends("<12"));
        assertEquals("-Infinity..11.0", ends("under 12 år"));
        assertEquals("26.0..Infinity", ends(">25"));
        assertEquals("26.0..Infinity", ends("over 25"));
        assertEquals("13.0..Infinity", ends("mere end 12"));
        assertEquals("16.0..Infinity", ends("flere end 15"));
        assertEquals("25.0..Infinity", ends("25+"));
        assertEquals("25.0..Infinity", ends("25 år og derover"));
        assertEquals("25.0..Infinity", ends("25 and older"));
        assertEquals("-Infinity..3.0", ends("højst 3"));
        assertEquals("100000.0..199999.0", ends("100.000-199.999 kr."));
        assertEquals("2.5..3.5", ends("2,5-3,5"));
    }

    @Test void wordsAreNoNumbers() {
        assertEquals("none", ends("øvrige"));
        assertEquals("none", ends("foråret 2021"));
        assertEquals("none", ends("14-12"));
        assertEquals("none", ends(""));
    }

    @Test void aStrictEndIsNotInIt() {
        assertFalse(NumberBand.of("under 12").orElseThrow().holds(12));
        assertTrue(NumberBand.of("mindst 12").orElseThrow().holds(12));
    }
}
