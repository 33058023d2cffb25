package dk.udsagn.exchange;

import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.FormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/**
 * Reads logs on all processors: each is cut into blocks of whole lines, which are worked on side by side and handed on in order. Never more than a
 * few blocks are in memory. One object reads all logs of a folder.
 */
final class LogBlocks {
    private static final int BLOCK = 1 << 18;
    private static final int WAITING = 16;

    private final Optional<Map<String, Decision.Suggested>> suggestions;
    private final ConcurrentLinkedQueue<DecisionLine> parsers = new ConcurrentLinkedQueue<>();
    private final int hands = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private LogBlocks(Optional<Map<String, Decision.Suggested>> suggestions) {
        this.suggestions = suggestions;
    }

    /** For decisions that are kept: verdicts share what they repeat with suggestions read before. */
    static LogBlocks keeping() {
        return new LogBlocks(Optional.of(new ConcurrentHashMap<>()));
    }

    /** For decisions that are looked at and let go, so that nothing may hold on to them. */
    static LogBlocks passing() {
        return new LogBlocks(Optional.empty());
    }

    /** What is made of the lines of a block. */
    interface Work<T> {
        T of(DecisionLine parser, LogLines lines) throws IOException;
    }

    /** Where it goes; {@code before} is how many lines of the log come before the block. */
    interface Use<T> {
        void take(int before, T made) throws IOException;
    }

    private record Made<T>(int lines, T made) {
    }

    DecisionLine parser() {
        DecisionLine free = parsers.poll();
        return free == null ? new DecisionLine(suggestions) : free;
    }

    /**
     * Works on a stretch of a log.
     *
     * @param from   offset of the start of a line
     * @param to     offset of the end of another
     * @param number how many lines come before it
     * @return how many come before what follows it
     * @throws FormatException if {@code work} finds a fault; what is before it has been handed on by then
     */
    <T> int read(Path file, long from, long to, int number, Work<T> work, Use<T> use) throws IOException {
        Deque<FutureTask<Made<T>>> waiting = new ArrayDeque<>();
        int lines = number;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            byte[] rest = new byte[0];
            for (long left = to - from; left > 0;) {
                byte[] block = Arrays.copyOf(rest, (int) Math.min(rest.length + left, Math.max(BLOCK, rest.length * 2)));
                int filled = rest.length + in.readNBytes(block, rest.length, block.length - rest.length);
                left = filled < block.length ? 0 : left - (filled - rest.length);               // a file that has shrunk meanwhile ends where it ends
                int end = left == 0 ? filled : lineEnd(block, filled);
                rest = Arrays.copyOfRange(block, end, filled);
                if (end > 0) {
                    waiting.add(begun(block, end, work, left == 0 || waiting.stream().filter(t -> !t.isDone()).count() >= hands));
                }
                while (!waiting.isEmpty() && (waiting.peek().isDone() || waiting.size() > WAITING)) {
                    lines = handOn(waiting.poll(), file, lines, use);
                }
            }
            while (!waiting.isEmpty()) {
                lines = handOn(waiting.poll(), file, lines, use);
            }
            return lines;
        } finally {
            waiting.forEach(t -> t.cancel(false));
        }
    }

    private <T> FutureTask<Made<T>> begun(byte[] block, int end, Work<T> work, boolean here) {
        var task = new FutureTask<>(() -> {
            DecisionLine parser = parser();
            var lines = new LogLines(new ByteArrayInputStream(block, 0, end), end);
            T made = work.of(parser, lines);
            parsers.add(parser);
            return new Made<>(lines.number(), made);
        });
        if (here) {
            task.run();
        } else {
            ForkJoinPool.commonPool().execute(task);
        }
        return task;
    }

    private static <T> int handOn(FutureTask<Made<T>> task, Path file, int before, Use<T> use) throws IOException {
        Made<T> made;
        try {
            made = SideBySide.made(task);
        } catch (FormatException f) {
            throw new FormatException(file.toString(), before + f.line(), f.problem(), f.mend());
        } catch (UncheckedIOException io) {
            throw io.getCause();
        }
        use.take(before, made.made());
        return before + made.lines();
    }

    /** After the last line end; 0 when there is none. */
    private static int lineEnd(byte[] block, int filled) {
        int end = filled;
        while (end > 0 && block[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
