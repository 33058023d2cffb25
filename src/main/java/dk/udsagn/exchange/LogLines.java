package dk.udsagn.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The whole lines of a stretch of a log as bytes, one at a time: a log is never in memory at once. */
final class LogLines implements Closeable {
    private final InputStream in;
    private long left;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;
    private int start;
    private int end;
    private int number;

    /** From the start of a line to the end of another, both as offsets in bytes. */
    LogLines(Path file, long from, long to) throws IOException {
        in = Files.newInputStream(file);
        try {
            in.skipNBytes(from);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        left = to - from;
    }

    /** Of so many bytes that begin with a line. */
    LogLines(InputStream in, long length) {
        this.in = in;
        left = length;
    }

    /** How many lines there were until now; the number of this one. */
    int number() {
        return number;
    }

    /** Goes to the next line; false when there is none. A carriage return before the line end is no part of the line. */
    boolean next() throws IOException {
        int looked = next;
        while (true) {
            for (int i = looked; i < filled; i++) {
                if (buffer[i] == '\n') {
                    start = next + LogTail.mark(buffer, next, i);
                    end = i > start && buffer[i - 1] == '\r' ? i - 1 : i;
                    next = i + 1;
                    number++;
                    return true;
                }
            }
            looked = filled - next;
            if (!fill()) {
                return false;
            }
        }
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, (int) Math.min(left, buffer.length - filled));
        if (read <= 0) {
            return false;
        }
        filled += read;
        left -= read;
        return true;
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the line is one that git puts into a file that it could not merge. */
    boolean isMark() {
        return end - start >= 7 && switch (buffer[start]) {
            case '<', '>', '=', '|' -> {
                boolean mark = true;
                for (int i = start; i < start + 7; i++) {
                    mark &= buffer[i] == buffer[start];
                }
                yield mark;
            }
            default -> false;
        };
    }

    @Override public void close() throws IOException {
        in.close();
    }
}
