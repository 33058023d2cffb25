package dk.udsagn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test void lettersTheLocaleHasNotAreToldWithTheLocaleThatWouldDo(@TempDir Path temp) throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "other systems have UTF-8 names whatever the shell's locale");
        Path interviews = Files.createDirectories(temp.resolve("interviews"));
        Files.writeString(interviews.resolve("Åse.txt"), "I: Hvordan var det?\nÅse: Det hjalp.\n");
        String mend = "set a locale with UTF-8 first, as in LC_ALL=C.UTF-8";
        String asked = inPlainC(2, "search", temp.toString(), "følte");
        assertTrue(asked.matches("udsagn: \"[^\"]+\" has letters that are not read in this shell's character set, [^,]+; " + mend), asked);
        String made = inPlainC(2, "new", temp.resolve("study").toString(), "--transcripts", interviews.toString());
        assertTrue(made.matches("udsagn: .*: the file's name has letters that are not read in this system's character set, [^,]+; " + mend), made);
        assertFalse(Files.exists(temp.resolve("study")));
    }

    /** One line on stderr of a shell without UTF-8. */
    private static String inPlainC(int status, String... args) throws Exception {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"), "dk.udsagn.cli.Main"));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(status, process.waitFor(), told);
        return told;
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
