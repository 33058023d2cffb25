package dk.udsagn.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Files of very many turns, of every kind: {@code -Dudsagn.turns=N}, 3,000 by default. A million, under {@code -Xmx512m}, are either read or
 * refused within ten seconds with the memory they would take.
 */
class ManyTurnsTest {
    private static final int MANY = Integer.getInteger("udsagn.turns", 3_000);
    private static final long TOO_LONG_MS = 10_000;

    @Test void veryManyTurnsAreReadOrRefusedSoon() throws IOException {
        var talk = new ArrayList<ReadingPropertyTest.Said>(MANY);
        for (int i = 0; i < MANY; i++) {
            talk.add(new ReadingPropertyTest.Said(i % 2 == 0 ? "I" : "R", i % 2 == 0 ? "Hvordan går det?" : "Det går jo."));
        }
        for (String kind : MANY > 100_000 ? List.of("json", "txt", "vtt", "srt", "tsv", "docx") : Kinds.ALL) {
            byte[] file = Kinds.write(kind, talk);
            long start = System.nanoTime();
            try {
                assertEquals(MANY, Reads.read("x." + kind, file).transcript().turns().size(), kind);
            } catch (FormatException e) {
                long ms = (System.nanoTime() - start) / 1_000_000;
                assertTrue(MANY > 100_000 && e.getMessage().matches("x\\..*(memory.*-Xmx\\d+g|64 MB.*)") && ms <= TOO_LONG_MS, e.getMessage() + " after " + ms + " ms");
            }
        }
    }
}
