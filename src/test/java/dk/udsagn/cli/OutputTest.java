package dk.udsagn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputTest {
    @Test void whatGetsThereIsNotLost() {
        var kept = new ByteArrayOutputStream();
        var output = new Output(kept);
        output.write("æ".getBytes(StandardCharsets.UTF_8), 0, 2);
        output.flush();
        assertEquals(Optional.empty(), output.lost());
        assertEquals("æ", kept.toString(StandardCharsets.UTF_8));
    }

    @Test void aReaderWhoHasReadEnoughIsNoFault() {
        assertEquals(Optional.empty(), failing("Broken pipe").lost());
        assertEquals(Optional.of("No space left on device"), failing("No space left on device").lost());
    }

    @Test void aFullDiskIsToldByTheProgram() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full on this system");
        var process = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
            "dk.udsagn.cli.Main", "codings", "corpus/headspace")).redirectOutput(full.toFile()).start();
        String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor(), told);
        assertEquals(1, told.lines().filter(l -> l.startsWith("udsagn: what was printed did not all get where it should: ")).count(), told);
    }

    private static Output failing(String why) {
        var output = new Output(new OutputStream() {
            @Override public void write(int b) throws IOException {
                throw new IOException(why);
            }
        });
        output.write(1);
        return output;
    }
}
