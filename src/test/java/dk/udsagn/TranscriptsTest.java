package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.exchange.StudyFile;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptsTest {
    @TempDir Path folder;

    @Test void aBrokenTranscriptStopsASearchAndTheMessageSaysHowToGoOnWithoutIt() throws IOException {
        Path study = folder.resolve("s");
        var files = List.of(Files.writeString(folder.resolve("A.txt"), "I: Og?\n\nR: Det hjalp.\n"), Files.writeString(folder.resolve("B.txt"), "I: Og?\n\nR: Det hjalp ikke.\n"));
        Study.create(study, files, Optional.empty(), Language.DANISH).close();
        Path broken = Files.writeString(study.resolve("transcripts/B.txt"), "uden kolon her\n");
        try (var opened = Study.open(study)) {
            String message = assertThrows(FormatException.class, () -> opened.search("hjælpe").count()).getMessage();
            assertTrue(message.endsWith("B.txt:1: no line names a speaker; found \"uden kolon her\"; a turn needs a speaker and a colon, as in \"I: Hvordan ...\"; to go on without transcript B, "
                + "move its file out of transcripts/"), message);
        }
        Files.move(broken, study.resolve("B.txt"));
        try (var opened = Study.open(study)) {
            assertEquals(1, opened.search("hjælpe").count());
        }
    }

    @Test void aRoleThatTheStudySaysIsNoGuessWhetherItIsTheSameOrAnother() throws IOException {
        Path file = Files.writeString(folder.resolve("A.txt"), "Karen: Hvad så?\n\nBo: Ja.\n\nKaren: Hvorfor?\n\nBo: Jo.\n\nKaren: Nå?\n\nBo: Tak.\n");
        for (String role : List.of("interviewer", "other")) {
            var said = new StudyFile("s", Language.DANISH, List.of(), List.of(), Map.of("A", Map.of("Karen", role), "B", Map.of("Bo", "other")));
            var reading = new Transcripts(folder, said).read(file);
            assertEquals(Role.of(role), reading.transcript().turns().getFirst().role());
            assertEquals(Set.of("Bo"), reading.guessedRoles().keySet());
        }
    }
}
