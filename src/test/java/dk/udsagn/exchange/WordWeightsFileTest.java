package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.WordWeights;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordWeightsFileTest {
    private static final WordWeights WEIGHTS = new WordWeights("9 interviews", List.of("seen", "helped"), List.of(-1.5, -2.0),
        Map.of("lytte*", List.of(2.25, -0.1), "ikke \"ja\"", List.of(0.0, 0.01)), Map.of("hvordan", List.of(0.3, 0.2)), Map.of(), Map.of("", List.of(-0.5, 1.0)));
    @TempDir Path temp;

    @Test void whatIsWrittenIsReadBack() throws IOException {
        String text = WordWeightsFile.write(WEIGHTS);
        assertEquals(WEIGHTS, read(text));
        assertTrue(text.contains("\n    \"lytte*\" : [2.25,-0.1]\n"), text);
    }

    @Test void faultsNameTheLine() {
        String good = WordWeightsFile.write(WEIGHTS);
        fault(good.replace("[2.25,-0.1]", "[2.25]"), 7, "\"lytte*\" has 1 weights");
        fault(good.replace("[2.25,-0.1]", "[2.25,\"x\"]"), 7, "found the text \"x\"");
        fault(good.replace("[2.25,-0.1]", "2.25"), 7, "a list of numbers was expected");
        fault(good.replace("\"constant\"", "\"constnat\""), 4, "unknown key \"constnat\"");
        fault(good.replace("[\"seen\",\"helped\"]", "[]"), 1, "it names no themes");
        fault(good.replace("[\"seen\",\"helped\"]", "[\"seen\",\"seen\"]"), 1, "a theme is named twice");
        fault(good.replace("  \"constant\" : [-1.5,-2.0],\n", ""), 1, "\"constant\" is missing");
        fault("{}", 1, "it names no themes");
    }

    private void fault(String text, int line, String problem) {
        var fault = assertThrows(FormatException.class, () -> read(text));
        assertTrue(fault.problem().contains(problem), fault.getMessage());
        assertEquals(line, fault.line(), fault.getMessage());
    }

    private WordWeights read(String text) throws IOException {
        return WordWeightsFile.read(Files.writeString(temp.resolve("words.json"), text));
    }
}
