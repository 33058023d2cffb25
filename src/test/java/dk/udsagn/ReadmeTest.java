package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens: its script is run as it stands, and prints what the lines "// → …" say. */
class ReadmeTest {
    private static String block(String language) throws IOException {
        var matcher = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertTrue(matcher.find(), "README.md has no block of " + language);
        return matcher.group(1);
    }

    @Test void itsScriptRunsAndPrintsWhatItSays(@TempDir Path temp) throws IOException, InterruptedException {
        String script = block("java");
        Path source = Files.writeString(temp.resolve("Script.java"), script.lines().filter(l -> l.startsWith("import ")).reduce("", (a, b) -> a + b + "\n")
            + "class Script { public static void main(String[] arguments) throws Exception {\n"
            + script.lines().filter(l -> !l.startsWith("import ")).reduce("", (a, b) -> a + b + "\n") + "}}\n");
        String classes = Path.of("target/classes").toAbsolutePath() + File.pathSeparator + System.getProperty("java.class.path");
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
            "-cp", classes, source.toString()).redirectError(temp.resolve("stderr").toFile()).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), Files.readString(temp.resolve("stderr")));
        var said = script.lines().map(String::strip).filter(l -> l.startsWith("// → ")).map(l -> l.substring(5).stripTrailing()).toList();
        assertTrue(said.size() >= 3, "the script shows what it prints");
        assertEquals(said, printed.lines().map(String::stripTrailing).toList());
    }

    @Test void itsTestCommandIsTheOneThatCiRuns() throws IOException {
        var commands = block("").lines().map(line -> line.replaceAll("\\s+#.*", "")).toList();
        assertEquals(List.of("mvn -q compile exec:exec", "mvn verify"), commands);
        assertTrue(Files.readString(Path.of(".ci/run")).contains("mvn -B -ntp verify"));
    }
}
