package dk.udsagn.exchange;

import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.History;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps up with logs: reads what was added since it last looked, and everything anew when a log was changed in any other way. */
final class LogFollower {
    private final Path folder;
    private final Map<Path, Mark> marks = new HashMap<>();
    private History history = History.of(List.of());

    /** How far a log was read: the end of its last whole line, how many lines that are, and what the next line has to follow. */
    private record Mark(long end, int lines, String link, long size, FileTime changed) {
    }

    LogFollower(Path folder) {
        this.folder = folder;
    }

    synchronized History history(List<Path> all) throws IOException {
        // the history is the same in any order; verdicts share what they repeat with suggestions that were read before
        var files = all.stream().sorted(Comparator.comparing(f -> !f.getFileName().toString().startsWith(Coding.SUGGESTER))).toList();
        var blocks = LogBlocks.keeping();
        var fresh = new ArrayList<Decision>();
        boolean onlyAdded = files.containsAll(marks.keySet());
        for (int i = 0; onlyAdded && i < files.size(); i++) {
            onlyAdded = follow(files.get(i), blocks, fresh);
        }
        if (!onlyAdded) {
            marks.clear();
            fresh.clear();
            fresh.trimToSize();
            history = History.of(List.of());
            for (Path file : files) {
                follow(file, blocks, fresh);
            }
        }
        if (!fresh.isEmpty()) {
            history = history.plus(fresh);
        }
        return history;
    }

    /** Reads on; false when the log is not the one it was with lines added. */
    private boolean follow(Path file, LogBlocks blocks, List<Decision> into) throws IOException {
        var mark = marks.get(file);
        long size = Files.size(file);
        FileTime changed = Files.getLastModifiedTime(file);             // before reading, so that a later change is seen next time
        if (mark != null && mark.size == size && mark.changed.equals(changed)) {
            return true;
        }
        LogTail tail = LogLock.reading(folder, () -> LogTail.of(file));
        if (mark != null && tail.whole() <= mark.end) {
            return false;
        }
        var read = new Read();
        int number;
        try {
            number = blocks.read(file, mark == null ? 0 : mark.end, tail.whole(), mark == null ? 0 : mark.lines, (parser, lines) -> block(file, parser, lines), (before, block) -> {
                into.addAll(block.decisions);
                read.add(block);
            });
        } catch (FormatException e) {
            if (mark != null) {
                return false;                                           // its line may have another number, should lines before it be new
            }
            throw e;
        }
        if (mark != null && !read.after.isEmpty() && !read.after.equals(mark.link)) {
            return false;
        }
        if (tail.rest().length > 0 && tail.isWholeButForItsLineEnd(file)) {
            into.add(blocks.parser().read(file.toString(), number + 1, tail.line(), 0, tail.line().length));
        }
        marks.put(file, new Mark(tail.whole(), number, !read.link.isEmpty() ? read.link : mark == null ? "" : mark.link, size, changed));
        return true;
    }

    /** What lines say, what the first of them follows ("unsealed" when it does not say), and what the next has to follow; "" of no lines. */
    private record Block(List<Decision> decisions, String after, String link) {
    }

    /** The ends of what was read of one log. */
    private static final class Read {
        private String after = "";
        private String link = "";

        private void add(Block block) {
            after = after.isEmpty() ? block.after : after;
            link = block.link.isEmpty() ? link : block.link;
        }
    }

    private static Block block(Path file, DecisionLine parser, LogLines lines) throws IOException {
        var decisions = new ArrayList<Decision>();
        String after = "";
        byte[] last = new byte[0];
        int lastLength = 0;
        while (lines.next()) {
            if (!lines.isBlank() && !lines.isMark()) {
                if (decisions.isEmpty()) {
                    after = Seal.sealed(lines.bytes(), lines.start(), lines.end()) ? Seal.after(lines.bytes(), lines.end()) : "unsealed";
                }
                decisions.add(parser.read(file.toString(), lines.number(), lines.bytes(), lines.start(), lines.end()));
                int length = lines.end() - lines.start();
                last = last.length >= length ? last : new byte[length * 2];
                System.arraycopy(lines.bytes(), lines.start(), last, 0, length);
                lastLength = length;
            }
        }
        return new Block(decisions, after, decisions.isEmpty() ? "" : new Seal().link(last, 0, lastLength));
    }
}
