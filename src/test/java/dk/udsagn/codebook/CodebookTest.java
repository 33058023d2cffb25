package dk.udsagn.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class CodebookTest {
    private static Theme theme(String id, String name, Theme... children) {
        return new Theme(id, new Wording(Map.of("da", name)), Wording.NONE, List.of(), List.of(), "", "", List.of(), List.of(), List.of(), List.of(children));
    }

    private static final Codebook BOOK = new Codebook("hverdag", "1", Wording.NONE,
        List.of(theme("bridging", "Brobygning", theme("bridging-contact", "Kontakt")), theme("helped", "Hjulpet")));

    @Test void listsParentsBeforeChildren() {
        assertEquals(List.of("bridging", "bridging-contact", "helped"), List.copyOf(BOOK.all().keySet()));
    }

    @Test void anUnknownThemeIsAnsweredWithThoseThereAre() {
        var e = assertThrows(NoSuchElementException.class, () -> BOOK.theme("helpt"));
        assertEquals("codebook hverdag has no theme \"helpt\"; it has [bridging, bridging-contact, helped]", e.getMessage());
    }

    @Test void twoThemesOfOneIdAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Codebook("x", "1", Wording.NONE, List.of(theme("a", "A", theme("b", "B")), theme("b", "B"))));
        assertTrue(e.getMessage().contains("\"b\""), e.getMessage());
    }

    @Test void aPathLeadsFromTheTop() {
        assertEquals("Brobygning / Kontakt", BOOK.path("bridging-contact", "da"));
        assertEquals("gone", BOOK.path("gone", "da"));
    }

    @Test void anIndicatorsWeightIsAProbability() {
        assertThrows(IllegalArgumentException.class, () -> new Indicator("hørt", 0, Polarity.POSITIVE));
        assertThrows(IllegalArgumentException.class, () -> new Indicator("hørt", 1.01, Polarity.POSITIVE));
        assertThrows(IllegalArgumentException.class, () -> new Indicator("hørt", Double.NaN, Polarity.POSITIVE));
        assertThrows(IllegalArgumentException.class, () -> new Indicator(" ", .5, Polarity.POSITIVE));
    }

    @Test void anIdThatCouldNotBeTypedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> theme("Being Seen", "x"));
    }
}
