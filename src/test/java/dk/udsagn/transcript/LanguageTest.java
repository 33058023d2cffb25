package dk.udsagn.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test void everyLanguageHasTheWordingOfDanish() {
        assertEquals(Language.DANISH.words().keySet(), Language.ENGLISH.words().keySet());
    }

    @Test void anUnknownLanguageIsNamed() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Language("xx"));
        assertTrue(e.getMessage().contains("\"xx\""), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Language("../da"));
    }

    @Test void aListTheLanguageLacksIsEmpty() {
        assertTrue(Language.ENGLISH.list("no-such-list.txt").isEmpty());
        assertTrue(Language.DANISH.list("irregular.txt").stream().anyMatch(line -> line.startsWith("være\t")));
    }
}
