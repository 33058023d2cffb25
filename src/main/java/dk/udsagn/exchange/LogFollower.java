package dk.udsagn.exchange;

import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.History;
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
    private final Seal seal = new Seal();
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
        var parser = new DecisionLine();
        var fresh = new ArrayList<Decision>();
        boolean onlyAdded = files.containsAll(marks.keySet());
        for (int i = 0; onlyAdded && i < files.size(); i++) {
            onlyAdded = follow(files.get(i), parser, fresh);
        }
        if (!onlyAdded) {
            marks.clear();
            fresh.clear();
            fresh.trimToSize();
            history = History.of(List.of());
            for (Path file : files) {
                follow(file, parser, fresh);
            }
        }
        if (!fresh.isEmpty()) {
            history = history.plus(fresh);
        }
        return history;
    }

    /** Reads on; false when the log is not the one it was with lines added. */
    private boolean follow(Path file, DecisionLine parser, List<Decision> into) throws IOException {
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
        int number = mark == null ? 0 : mark.lines;
        String link = mark == null ? "" : mark.link;
        byte[] last = new byte[0];
        int lastLength = -1;
        boolean first = mark != null;
        try (var lines = new LogLines(file, mark == null ? 0 : mark.end, tail.whole())) {
            while (lines.next()) {
                number++;
                if (lines.isBlank() || lines.isMark()) {
                    continue;
                }
                if (first && !(Seal.sealed(lines.bytes(), lines.start(), lines.end()) && Seal.after(lines.bytes(), lines.end()).equals(link))) {
                    return false;
                }
                first = false;
                into.add(parser.read(file.toString(), number, lines.bytes(), lines.start(), lines.end()));
                last = last.length >= lines.end() - lines.start() ? last : new byte[(lines.end() - lines.start()) * 2];
                System.arraycopy(lines.bytes(), lines.start(), last, 0, lines.end() - lines.start());
                lastLength = lines.end() - lines.start();
            }
        }
        if (tail.rest().length > 0 && tail.isWholeButForItsLineEnd(file)) {
            into.add(parser.read(file.toString(), number + 1, tail.line(), 0, tail.line().length));
        }
        marks.put(file, new Mark(tail.whole(), number, lastLength < 0 ? link : seal.link(last, 0, lastLength), size, changed));
        return true;
    }
}
