package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefiGuidTest {
    @Test void aGuidIsToldByItsDigitsAndByWhereItsHyphensAre() {
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            String guid = new UUID(random.nextLong(), random.nextLong()).toString();
            assertTrue(RefiGuid.is(guid), guid);
            for (int at = 0; at < 36; at++) {
                boolean hyphen = guid.charAt(at) == '-';
                for (String other : new String[] {"g", "G", "A", "/", ":", "`", " ", "æ", hyphen ? "0" : "-"}) {
                    String not = guid.substring(0, at) + other + guid.substring(at + 1);
                    assertFalse(RefiGuid.is(not), not);
                }
            }
            assertFalse(RefiGuid.is(guid + "0") || RefiGuid.is(guid.substring(1)) || RefiGuid.is(guid.replace("-", "")));
            assertEquals(guid, RefiGuid.normal(" {" + guid.toUpperCase(java.util.Locale.ROOT) + "} "));
        }
    }
}
