package dk.udsagn.exchange;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Puts lines at the ends of logs, all or none, forced to disk before it returns.
 *
 * <p>Group commit: what threads hand in while one of them writes goes down together in the next write, so that a hundred threads do not
 * wait for a hundred forced writes.
 */
final class LogWriter {
    private static final int CHUNK = 1 << 20;

    private final Path folder;
    private final ReentrantLock turn = new ReentrantLock();
    private final Deque<Request> waiting = new ArrayDeque<>();

    LogWriter(Path folder) {
        this.folder = folder;
    }

    /** Lines as they are to stand in the log, or JSON objects that are still to be sealed; both in UTF-8, which takes half the memory of texts. */
    record Lines(List<byte[]> objects, List<byte[]> sealed) {
        static Lines objects(List<byte[]> objects) {
            return new Lines(objects, List.of());
        }

        static Lines sealed(List<byte[]> lines) {
            return new Lines(List.of(), lines);
        }
    }

    private static final class Request {
        private final Map<String, Lines> lines;
        private boolean done;
        private IOException failure;

        private Request(Map<String, Lines> lines) {
            this.lines = lines;
        }
    }

    /** Appends lines, by coder. */
    void append(Map<String, Lines> lines) throws IOException {
        var request = new Request(new TreeMap<>(lines));
        synchronized (waiting) {
            waiting.add(request);
        }
        turn.lock();
        try {
            if (!request.done) {
                var group = new ArrayList<Request>();
                synchronized (waiting) {
                    group.addAll(waiting);
                    waiting.clear();
                }
                commit(group);
            }
        } finally {
            turn.unlock();
        }
        if (request.failure != null) {
            throw request.failure;
        }
        if (!request.done) {
            throw new IOException("the write that was to hold these decisions was broken off by an error; they were not recorded");
        }
    }

    private void commit(List<Request> group) {
        IOException failure = tried(group);
        for (Request request : group) {
            // one that is too big for the disk must not take the others with it
            request.failure = failure == null || group.size() == 1 ? failure : tried(List.of(request));
            request.done = true;
        }
    }

    private IOException tried(List<Request> group) {
        try {
            Files.createDirectories(folder);
            LogLock.writing(folder, () -> {
                write(group);
                return null;
            });
            return null;
        } catch (FileSystemException e) {
            return e;                                               // names its file
        } catch (IOException e) {
            return new IOException(folder + ": what was to be recorded was not, and what was begun was taken back: " + e.getMessage(), e);
        }
    }

    private void write(List<Request> group) throws IOException {
        var byCoder = new TreeMap<String, List<Lines>>();
        group.forEach(r -> r.lines.forEach((coder, lines) -> byCoder.computeIfAbsent(coder, k -> new ArrayList<>()).add(lines)));
        var open = new ArrayList<End>();
        try {
            for (var one : byCoder.entrySet()) {
                var end = End.of(folder.resolve(one.getKey() + ".jsonl"), one.getKey());
                open.add(end);
                end.write(one.getValue());
            }
            for (End end : open) {
                end.file.getFD().sync();
            }
            if (open.stream().anyMatch(e -> e.isNew)) {
                forceNames();
            }
        } catch (IOException e) {
            open.forEach(end -> end.takeBack(e));
            throw e;
        } finally {
            for (End end : open) {
                end.file.close();
            }
        }
    }

    /** A new file is there after a power cut only when its folder is on disk too. */
    private void forceNames() throws IOException {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            if (!System.getProperty("os.name").startsWith("Windows")) {      // which opens no folders, and keeps names by itself
                throw e;
            }
        }
    }

    /** The end of one log. Plain files, not channels: an interrupted thread would close a channel in the middle of a write. */
    private static final class End {
        private final Path path;
        private final RandomAccessFile file;
        private final boolean isNew;
        private final Seal seal = new Seal();
        private long end;
        private String after;

        private End(Path path, boolean isNew) throws IOException {
            this.path = path;
            this.isNew = isNew;
            this.file = new RandomAccessFile(path.toFile(), "rw");
        }

        static End of(Path path, String coder) throws IOException {
            var end = new End(path, !Files.exists(path));
            try {
                end.end = LogTail.of(end.file).mend(path, end.file);
                byte[] last = LogTail.lastLine(end.file, end.end);
                end.after = last.length == 0 ? end.seal.first(coder) : end.seal.link(last, 0, last.length);
                return end;
            } catch (IOException | RuntimeException e) {
                end.file.close();
                throw e;
            }
        }

        void write(List<Lines> all) throws IOException {
            file.seek(end);
            byte[] chunk = new byte[all.stream().mapToInt(l -> l.objects.size() + l.sealed.size()).sum() > 16 ? CHUNK : 1 << 13];
            int filled = 0;
            for (Lines lines : all) {
                for (int i = 0; i < lines.objects.size() + lines.sealed.size(); i++) {
                    byte[] line = i < lines.objects.size() ? seal.line(lines.objects.get(i), after) : lines.sealed.get(i - lines.objects.size());
                    after = seal.link(line, 0, line.length);
                    if (filled + line.length + 1 > chunk.length) {
                        file.write(chunk, 0, filled);
                        filled = 0;
                        if (line.length + 1 > chunk.length) {
                            chunk = new byte[line.length + 1];
                        }
                    }
                    System.arraycopy(line, 0, chunk, filled, line.length);
                    chunk[filled + line.length] = '\n';
                    filled += line.length + 1;
                }
            }
            file.write(chunk, 0, filled);
        }

        void takeBack(IOException why) {
            try {
                file.setLength(end);
                file.getFD().sync();
                if (isNew && end == 0) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                why.addSuppressed(e);
            }
        }
    }
}
