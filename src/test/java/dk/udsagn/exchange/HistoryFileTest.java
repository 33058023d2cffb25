package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.udsagn.coding.Acts;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir Path temp;
    private final Acts acts = new Acts();
    private final Decision.Laid laid = acts.laid("c1", "k1", 4, "seen");
    private final History history = History.of(List.of(laid, new Decision.Withdrawn(acts.entry("w1", "k1"), "c1", Optional.of("fejl, \"helt\" forkert"))));

    @Test void theTableSaysWhenWhoWhatOnWhichWordsAndWhy() throws IOException {
        Path file = temp.resolve("new/audit.csv");
        HistoryFile.write(history.rows(), file);
        var p = laid.content().place();
        String where = "A," + p.digest() + ",4,8," + p.words() + ",seen,";
        assertEquals("id,at,coder,act,target,transcript,digest,start,end,quote,theme,detail,why,library,codebook\r\n"
            + "c1," + laid.entry().at() + ",k1,laid,," + where + ",fordi," + laid.entry().library() + ",1\r\n"
            + "w1," + history.decisions().getLast().entry().at() + ",k1,withdrawn,c1," + where + "laid,\"fejl, \"\"helt\"\" forkert\"," + laid.entry().library() + ",1\r\n",
            Files.readString(file));
    }

    @Test void jsonHasOneDecisionALine() throws IOException {
        Path file = temp.resolve("audit.jsonl");
        HistoryFile.write(history.rows(), file);
        var lines = Files.readAllLines(file);
        assertEquals(2, lines.size());
        assertEquals("withdrawn", JsonView.of("", 0, lines.get(1)).text("act"));
        assertEquals("fejl, \"helt\" forkert", JsonView.of("", 0, lines.get(1)).text("why"));
    }

    @Test void anotherEndingIsRefusedAndLeavesNothing() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> HistoryFile.write(history.rows(), temp.resolve("audit.xlsx")));
        try (var files = Files.list(temp)) {
            assertEquals(0, files.count());
        }
    }
}
