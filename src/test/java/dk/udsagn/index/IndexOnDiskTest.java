package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index's files among other processes, on discs that are full or may only be read, and when they are torn. */
class IndexOnDiskTest {
    private static final Analysis DANISH = Analysis.withoutDictionary(Language.DANISH);

    @TempDir Path folder;

    /** The second process: holds the index's update open until it is told to go on, or, as a reader, counts the hits. */
    public static final class Other {
        private Other() { }

        public static void main(String[] args) throws IOException {
            var corpus = corpus(Integer.parseInt(args[1]));
            try (var index = TranscriptIndex.open(Path.of(args[0]), DANISH)) {
                if (args.length > 2) {
                    System.out.println(count(index, "mor"));
                    return;
                }
                index.update(corpus.digests(), id -> {
                    if (id.equals("R0")) {
                        System.out.println("updating");
                        System.in.read();
                    }
                    return corpus.read(id);
                });
            }
        }
    }

    @Test void anotherProcessThatUpdatesIsToldAtOnceAndReadersGoOn() throws Exception {
        try (var index = TranscriptIndex.open(folder, DANISH)) {
            index.update(corpus(1).without("R0").with("X", "A: mor").digests(), corpus(1).with("X", "A: mor")::read);
            Process writer = other(folder, "3");
            try (var out = new BufferedReader(new InputStreamReader(writer.getInputStream()))) {
                assertEquals("updating", out.readLine());
                long start = System.nanoTime();
                var refused = assertThrows(FileSystemException.class, () -> index.update(corpus(5).digests(), corpus(5)::read));
                assertTrue(System.nanoTime() - start < 3_000_000_000L, "it took " + (System.nanoTime() - start) + " ns");
                assertTrue(refused.getMessage().contains("being updated by somebody else"), refused.getMessage());
                var readers = List.of(other(folder, "0", "read"), other(folder, "0", "read"));
                for (Process reader : readers) {
                    assertEquals("1", new String(reader.getInputStream().readAllBytes()).strip());
                }
                assertEquals(1, count(index, "mor"));
                writer.getOutputStream().write('\n');
                writer.getOutputStream().flush();
                assertEquals(0, writer.waitFor());
            } finally {
                writer.destroyForcibly();
            }
            assertEquals(0, index.update(corpus(3).digests(), corpus(3)::read).read());
            assertEquals(30, count(index, "mor"));
        }
    }

    @Test void whateverByteIsTornTheAnswersAreRight() throws IOException {
        var corpus = corpus(12);
        Path whole = folder.resolve("whole");
        try (var index = corpus.index(whole, DANISH)) {
            assertEquals(120, count(index, "mor"));
        }
        var random = new Random(3);
        for (int i = 0; i < 60; i++) {
            Path torn = copy(whole, folder.resolve("torn" + i));
            var files = files(torn);
            Path file = files.get(i % files.size());
            boolean cut = random.nextBoolean() && Files.size(file) > 0;
            tear(file, cut, random);
            String what = (cut ? "cut " : "changed ") + file.getFileName();
            try (var index = TranscriptIndex.open(torn, DANISH)) {
                var update = index.update(corpus.digests(), corpus::read);
                assertTrue(update.rebuilt().isPresent() || update.read() == 0, what + ": " + update);
                update.rebuilt().ifPresent(why -> assertTrue(why.lines().count() == 1 && why.contains("made anew; it was"), what + ": " + why));
                assertEquals(120, count(index, "mor"), what);
                assertEquals(12, count(index, "\"far gik\""), what);
            }
        }
    }

    @Test void onAFullDiskTheIndexStaysAsItWas() throws Exception {
        try (var disk = new Disk(folder.resolve("disk"), "size=1m")) {
            try (var index = TranscriptIndex.open(disk.folder, DANISH)) {
                index.update(corpus(2).digests(), corpus(2)::read);
                var full = corpus(4000);
                var refused = assertThrows(IOException.class, () -> index.update(full.digests(), full::read));
                assertTrue(refused.getMessage().contains("the disk is full"), refused.getMessage());
                assertEquals(20, count(index, "mor"));
            }
            try (var index = TranscriptIndex.open(disk.folder, DANISH)) {
                assertEquals(0, index.update(corpus(2).digests(), corpus(2)::read).read());
                assertEquals(20, count(index, "mor"));
            }
        }
    }

    @Test void inAFolderThatMayOnlyBeReadTheIndexIsReadAndNotUpdated() throws Exception {
        try (var disk = new Disk(folder.resolve("disk"), "size=1m")) {
            corpus(2).index(disk.folder, DANISH).close();
            Disk.run("mount", "-o", "remount,ro", disk.folder.toString());
            try (var index = TranscriptIndex.open(disk.folder, DANISH)) {
                assertEquals(0, index.update(corpus(2).digests(), corpus(2)::read).read());
                assertEquals(20, count(index, "mor"));
                var refused = assertThrows(AccessDeniedException.class, () -> index.update(corpus(3).digests(), corpus(3)::read));
                assertTrue(refused.getMessage().contains("cannot be written; make it writable"), refused.getMessage());
                assertEquals(20, count(index, "mor"));
            }
        }
    }

    /** A small disk of its own, where this machine lets one be mounted. */
    private static final class Disk implements AutoCloseable {
        private final Path folder;

        Disk(Path folder, String options) throws IOException, InterruptedException {
            this.folder = folder;
            Files.createDirectories(folder);
            Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()) == 0, "no disk can be mounted here, so none can be full");
        }

        static int run(String... command) throws IOException, InterruptedException {
            try {
                return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            } catch (IOException e) {
                return -1;                                // there is no such program
            }
        }

        @Override public void close() throws IOException {
            try {
                run("umount", folder.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Process other(Path folder, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m", "-cp", System.getProperty("java.class.path"),
            Other.class.getName(), folder.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** So many transcripts; "mor" stands ten times in each. */
    private static Corpus corpus(int transcripts) {
        var corpus = new Corpus();
        for (int i = 0; i < transcripts; i++) {
            var lines = new ArrayList<String>();
            for (int turn = 0; turn < 10; turn++) {
                lines.add("A: Min mor sagde nummer " + i + " og " + turn + ", at navn" + (char) ('a' + i % 26) + turn + " ikke var " + "hjemme ".repeat(turn));
            }
            lines.add("I: far gik");
            corpus.with("R" + i, lines.toArray(String[]::new));
        }
        return corpus;
    }

    private static int count(TranscriptIndex index, String query) throws IOException {
        try (var hits = index.search(Search.of(query))) {
            return (int) hits.filter(hit -> hit.quote().length() >= 3).count();
        }
    }

    private static void tear(Path file, boolean cut, Random random) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() == 0) {
                return;
            }
            long at = Math.floorMod(random.nextLong(), channel.size());
            if (cut) {
                channel.truncate(at);
                return;
            }
            var one = java.nio.ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 1 << random.nextInt(8)));
            channel.write(one.rewind(), at);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(Path::toString)).toList();
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
        return to;
    }
}
