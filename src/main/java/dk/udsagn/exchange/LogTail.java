package dk.udsagn.exchange;

import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The end of a log: where its whole lines end, and what stands after them. Cost: one line, however long the log.
 *
 * @param whole offset after the last line end; 0 when there is none
 * @param rest  the bytes after it; none in a log that was written to its end
 */
record LogTail(long whole, byte[] rest) {
    private static final int BLOCK = 1 << 13;

    static LogTail of(RandomAccessFile file) throws IOException {
        long size = file.length();
        long whole = lineStart(file, size);
        return new LogTail(whole, bytes(file, whole, size));
    }

    static LogTail of(Path file) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            return of(open);
        }
    }

    /** How many bytes of a byte order mark, as an editor leaves it, a line begins with. */
    static int mark(byte[] bytes, int from, int to) {
        return to - from >= 3 && bytes[from] == (byte) 0xEF && bytes[from + 1] == (byte) 0xBB && bytes[from + 2] == (byte) 0xBF ? 3 : 0;
    }

    /** What stands after the whole lines, as a line of its own. */
    byte[] line() {
        return Arrays.copyOfRange(rest, mark(rest, 0, rest.length), rest.length);
    }

    /** Whether what stands after the whole lines is a decision that lacks only its line end. */
    boolean isWholeButForItsLineEnd(Path file) {
        try {
            DecisionJson.read(file.toString(), 0, new String(line(), StandardCharsets.UTF_8));
            return true;
        } catch (FormatException torn) {
            return false;
        }
    }

    /** Ends a last line that lacks only its line end; sets a torn one aside. Gives the offset to write at. */
    long mend(Path path, RandomAccessFile file) throws IOException {
        if (rest.length == 0) {
            return whole;
        }
        if (isWholeButForItsLineEnd(path)) {
            file.seek(whole + rest.length);
            file.write('\n');
            return whole + rest.length + 1;
        }
        setAside(path);
        file.setLength(whole);
        return whole;
    }

    private void setAside(Path path) throws IOException {
        String name = path.getFileName().toString().replaceFirst("\\.jsonl$", "") + ".torn-" + whole;
        for (int i = 1; ; i++) {                                    // an earlier crash may have torn a line at the same place
            Path aside = path.resolveSibling(i == 1 ? name : name + "-" + i);
            if (!Files.exists(aside)) {
                Files.write(aside, rest, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
                return;
            }
            if (Arrays.equals(Files.readAllBytes(aside), rest)) {
                return;                                             // the crash came after setting it aside
            }
        }
    }

    static byte[] lastLine(Path file) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            return lastLine(open, of(open).whole);
        }
    }

    /** The last line that says something, before an offset at a line's start; empty when there is none. */
    static byte[] lastLine(RandomAccessFile file, long before) throws IOException {
        long end = before;
        while (end > 0) {
            long start = lineStart(file, end - 1);
            String line = new String(bytes(file, start, end), StandardCharsets.ISO_8859_1);
            if (!line.isBlank()) {
                return line.replaceFirst("\r?\n$", "").getBytes(StandardCharsets.ISO_8859_1);
            }
            end = start;
        }
        return new byte[0];
    }

    /** Offset after the last line end before an offset. */
    private static long lineStart(RandomAccessFile file, long before) throws IOException {
        for (long end = before; end > 0; ) {
            long start = Math.max(0, end - BLOCK);
            byte[] block = bytes(file, start, end);
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    private static byte[] bytes(RandomAccessFile file, long start, long end) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(end - start)];
        file.seek(start);
        file.readFully(bytes);
        return bytes;
    }
}
