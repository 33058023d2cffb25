package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.exchange.StudyFile;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptsTest {
    @TempDir Path folder;

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
