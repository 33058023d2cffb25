package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library as a module, as an application with a module-info uses it; the other tests run on the class path. */
class ModuleTest {
    @Test void runsOnTheModulePath() throws IOException, InterruptedException {
        String jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(p -> p.endsWith(".jar"))
            .filter(p -> List.of("lucene-", "jackson-", "picocli-").stream().anyMatch(Path.of(p).getFileName().toString()::startsWith))
            .collect(Collectors.joining(File.pathSeparator));
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-p", "target/classes" + File.pathSeparator + jars,
            "--add-modules", "info.picocli", "-m", "dk.udsagn/dk.udsagn.cli.Main", "search", "corpus/headspace", "lytte", "--limit", "1", "--format", "json")
            .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals(1, said.lines().filter(line -> line.startsWith("{\"transcript\":")).count(), said);
    }
}
