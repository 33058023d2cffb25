package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Histories;
import dk.udsagn.coding.History;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecisionJsonPropertyTest {
    @Provide Arbitrary<List<Decision>> histories() {
        return Arbitraries.integers().between(0, 24).flatMap(n -> Arbitraries.longs().map(seed -> Histories.history(n, seed)));
    }

    @Property(tries = 500)
    void aLineIsReadAsWhatWasWrittenFastAndSlowly(@ForAll("histories") List<Decision> decisions) {
        var fast = new DecisionLine();
        for (Decision decision : decisions) {
            String line = DecisionJson.write(decision);
            assertFalse(line.contains("\n"), line);
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            assertEquals(decision, DecisionJson.read("log", 1, line));
            assertEquals(decision, fast.read("log", 1, bytes, 0, bytes.length));
            byte[] sealed = new Seal().line(bytes, new Seal().first("k1"));
            assertEquals(decision, fast.read("log", 1, sealed, 0, sealed.length));
        }
    }

    @Property(tries = 40)
    void aFolderWrittenReadAndWrittenAgainHoldsTheSameBytes(@ForAll("histories") List<Decision> decisions) throws IOException {
        Path folder = Files.createTempDirectory("logs");
        var first = new DecisionLog(folder.resolve("a"));
        first.append(decisions);
        var read = first.read();
        assertEquals(History.of(decisions).decisions(), History.of(read.decisions()).decisions());
        assertTrue(read.told().stream().allMatch(t -> t.contains("clock ran backwards")), read.told().toString());
        var second = new DecisionLog(folder.resolve("b"));
        second.append(read.decisions());
        assertEquals(first.files().size(), second.files().size());
        for (int i = 0; i < first.files().size(); i++) {
            assertEquals(Files.readString(first.files().get(i)), Files.readString(second.files().get(i)));
        }
        for (String side : List.of("a", "b")) {
            try (var files = Files.list(Files.createDirectories(folder.resolve(side)))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder.resolve(side));
        }
        Files.delete(folder);
    }
}
