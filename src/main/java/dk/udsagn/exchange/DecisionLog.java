package dk.udsagn.exchange;

import dk.udsagn.coding.Coder;
import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder {@code decisions/} of a study: one append-only log a coder, one decision a line.
 *
 * <p>A decision is on disk, forced, before {@link #append} returns. A torn last line, as a crash leaves it, is set aside in a
 * file of its own at the next append and told; whole lines are never rewritten. Several processes may append: a log is locked while one does.
 */
public final class DecisionLog {
    private final Path folder;

    /**
     * The logs in a folder. Nothing is opened or made yet.
     *
     * @param folder the folder; it need not be there
     */
    public DecisionLog(Path folder) {
        this.folder = folder;
    }

    /**
     * What the logs hold.
     *
     * @param decisions every whole line of every log, logs in the order of their names
     * @param told      what a person should know: torn last lines, in words
     */
    public record Contents(List<Decision> decisions, List<String> told) {
        /** Copies the lists. */
        public Contents {
            decisions = List.copyOf(decisions);
            told = List.copyOf(told);
        }
    }

    /**
     * The log files there are.
     *
     * @return files ending in .jsonl, sorted by name; none when the folder is not there
     * @throws IOException if the folder cannot be listed
     */
    public List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".jsonl") && Files.isRegularFile(f)).sorted().toList();
        }
    }

    /**
     * Reads all logs.
     *
     * @return their decisions, and what was torn
     * @throws IOException     if a log cannot be read
     * @throws FormatException if a whole line is no decision; names file and line
     */
    public Contents read() throws IOException {
        var decisions = new ArrayList<Decision>();
        var told = new ArrayList<String>();
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            int start = 0;
            int number = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    number++;
                    String line = new String(bytes, start, i - start, StandardCharsets.UTF_8).strip();
                    start = i + 1;
                    if (!line.isEmpty()) {
                        decisions.add(DecisionJson.read(file.toString(), number, line));
                    }
                }
            }
            if (start < bytes.length) {
                String rest = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
                try {
                    decisions.add(DecisionJson.read(file.toString(), number + 1, rest));      // whole but for its line end
                } catch (FormatException torn) {
                    told.add(file + ":" + (number + 1) + ": the last line is torn (" + (bytes.length - start)
                        + " bytes) and was passed over; everything before it stands");
                }
            }
        }
        return new Contents(decisions, told);
    }

    /**
     * Appends decisions, each to its coder's log. All of one log go down in one write, so a hundred thousand cost seconds.
     *
     * @param decisions in order
     * @throws IOException if the disk failed; what could not be written whole is taken back
     */
    public void append(List<? extends Decision> decisions) throws IOException {
        var byCoder = new LinkedHashMap<String, ByteArrayOutputStream>();
        for (Decision decision : decisions) {
            byCoder.computeIfAbsent(new Coder(decision.entry().coder(), "").id(), k -> new ByteArrayOutputStream())
                .writeBytes((DecisionJson.write(decision) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, ByteArrayOutputStream> one : byCoder.entrySet()) {
            append(folder.resolve(one.getKey() + ".jsonl"), one.getValue().toByteArray());
        }
    }

    // One lock for the threads of this process: a FileLock is held by the process as a whole.
    private synchronized void append(Path file, byte[] lines) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            channel.lock();                                     // until the channel closes
            long end = mended(file, channel);
            try {
                var buffer = ByteBuffer.wrap(lines);
                while (buffer.hasRemaining()) {
                    channel.write(buffer, end + buffer.position());
                }
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        }
    }

    /** Ends a last line that lacks only its line end; sets a torn one aside. Returns where to write. */
    private static long mended(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        long start = size;
        var one = ByteBuffer.allocate(1);
        while (start > 0 && channel.read(one.clear(), start - 1) == 1 && one.get(0) != '\n') {
            start--;
        }
        if (start == size) {
            return size;
        }
        var rest = ByteBuffer.allocate((int) (size - start));
        channel.read(rest, start);
        try {
            DecisionJson.read(file.toString(), 0, new String(rest.array(), StandardCharsets.UTF_8));
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
            return size + 1;
        } catch (FormatException torn) {
            Path aside = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.jsonl$", "") + ".torn-" + start);
            Files.write(aside, rest.array(), StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            channel.truncate(start);
            return start;
        }
    }
}
