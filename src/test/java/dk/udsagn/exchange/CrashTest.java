package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.udsagn.coding.Acts;
import dk.udsagn.coding.Decision;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed, disks that are full, folders that cannot be written. {@code -Dkills=200} is the full run. */
class CrashTest {
    private static final int KILLS = Integer.getInteger("kills", 8);
    @TempDir Path folder;

    /** Two processes record into the same log, and are killed at any moment after the first confirmation, again and again. */
    @Test void whatWasConfirmedIsThereOnceHoweverOftenTheProcessIsKilled() throws Exception {
        var random = new Random(1);
        Path log = folder.resolve("decisions");
        var confirmed = new ArrayList<String>();
        for (int kill = 0; kill < KILLS; kill += 2) {
            var one = start(List.of(), Recorder.command(log, "k1", "a" + kill, 1 + random.nextInt(3) * 200, Integer.MAX_VALUE));
            var other = start(List.of(), Recorder.command(log, kill % 4 == 0 ? "k1" : "k2", "b" + kill, 1, Integer.MAX_VALUE));
            for (var process : List.of(one, other)) {
                while (!process.confirmed().contains("\n")) {
                    assertTrue(process.running.isAlive(), process.confirmed());
                    Thread.sleep(2);
                }
            }
            Thread.sleep(random.nextInt(120));
            one.running.destroyForcibly();                          // SIGKILL
            Thread.sleep(random.nextInt(20));
            other.running.destroyForcibly();
            assertEquals(137, one.running.waitFor());
            other.running.waitFor();
            for (var process : List.of(one, other)) {
                String acks = process.confirmed();
                confirmed.addAll(words(acks.substring(0, acks.lastIndexOf('\n') + 1)));        // the last one may be cut itself
            }

            var contents = new DecisionLog(log).read();
            var ids = contents.decisions().stream().map(d -> d.entry().id()).toList();
            var there = new HashSet<>(ids);
            assertEquals(List.of(), confirmed.stream().filter(id -> !there.contains(id)).toList(), "confirmed and lost after kill " + kill);
            assertEquals(there.size(), ids.size(), "recorded twice after kill " + kill);
            assertTrue(contents.told().stream().allMatch(t -> t.contains("torn") || t.contains("clock ran backwards")), contents.told().toString());
        }
        assertTrue(confirmed.size() >= KILLS, "only " + confirmed.size() + " confirmed");
    }

    @Test void aFullDiskIsToldAndWhatWasOnlyHalfWrittenIsTakenBack() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell with ulimit");
        // each append writes about 40 kB of a file that may have 100 kB: the third one fails halfway
        var process = start(List.of("/bin/sh", "-c", "ulimit -f 200; exec \"$@\"", "sh"), Recorder.command(folder.resolve("decisions"), "k1", "a", 100, 4));
        assertEquals(0, process.running.waitFor());
        var lines = process.confirmed().lines().toList();
        var failed = lines.stream().filter(l -> l.startsWith("failed: ")).toList();
        assertTrue(!failed.isEmpty() && failed.size() < 4, lines.size() + " lines, " + failed);
        assertTrue(failed.getFirst().contains("File too large"), failed.getFirst());
        var contents = new DecisionLog(folder.resolve("decisions")).read();
        assertEquals(lines.stream().filter(l -> !l.startsWith("failed: ")).flatMap(l -> words(l).stream()).toList(),
            contents.decisions().stream().map(d -> d.entry().id()).toList());
        assertEquals(List.of(), contents.told());
    }

    @Test void aReadOnlyFolderIsReadAndSaysWhyNothingIsRecorded() throws IOException {
        var acts = new Acts();
        var made = List.<Decision>of(acts.laid("c1", "k1", 4, "seen"));
        new DecisionLog(folder).append(made);
        assumeTrue(folder.toFile().setWritable(false) && folder.resolve(".lock").toFile().setWritable(false), "the file system knows no read-only folders");
        assumeFalse(Files.isWritable(folder), "this user may write everywhere");
        try {
            assertEquals(made, new DecisionLog(folder).read().decisions());
            var e = assertThrows(AccessDeniedException.class, () -> new DecisionLog(folder).append(List.of(acts.laid("c2", "k1", 4, "seen"))));
            assertTrue(e.getMessage().contains("the folder is read-only; nothing was written"), e.getMessage());
        } finally {
            assertTrue(folder.toFile().setWritable(true));
        }
    }

    @Test void aFolderThatCannotBeMadeIsTheDisksError() throws IOException {
        Path file = Files.writeString(folder.resolve("decisions"), "not a folder");
        assertThrows(IOException.class, () -> new DecisionLog(file).append(List.of(new Acts().laid("c1", "k1", 4, "seen"))));
        assertFalse(Files.isDirectory(file));
    }

    /** A process and the file it prints to. */
    private record Child(Process running, Path printed) {
        String confirmed() throws IOException {
            return Files.readString(printed);
        }
    }

    private Child start(List<String> before, List<String> command) throws IOException {
        var all = new ArrayList<>(before);
        all.addAll(command);
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        return new Child(new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT).redirectOutput(printed.toFile()).start(), printed);
    }

    private static List<String> words(String lines) {
        return lines.isBlank() ? List.of() : List.of(lines.strip().split("\\s+"));
    }
}
