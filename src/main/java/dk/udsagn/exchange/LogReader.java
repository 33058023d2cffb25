package dk.udsagn.exchange;

import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one log, holding its chain of seals to what the lines say. */
final class LogReader {
    /** Two processes may write their lines in another order than they took the time, as long as one waits for the other. */
    private static final Duration WAITING = Duration.ofMinutes(1);
    private static final String UNSEALED = "unsealed";

    private final Path file;
    private final List<FormatException> told;
    private final LogBlocks blocks;
    private final boolean seals;
    private final Count changed = new Count();
    private final Count unsealed = new Count();
    private final Count marks = new Count();
    private final Count backwards = new Count();
    private long[] links = new long[64];
    private int[] lineOf = new int[64];
    private int count;
    private int number;
    private String link = "";
    private String first = "";
    private long begin;
    private Instant at = Instant.MIN;
    private final List<Jump> jumps = new ArrayList<>();

    /** A line that does not follow the one before it; {@code after} is the link it names. */
    private record Jump(int line, long after) {
    }

    /** How often something was found, and where first. */
    private static final class Count {
        private int first;
        private int times;

        void at(int line) {
            first = times++ == 0 ? line : first;
        }

        String others() {
            return times == 1 ? "" : " (and " + (times - 1) + " more of this log)";
        }
    }

    /** {@code seals} says whether seals are held to the lines. */
    LogReader(Path file, List<FormatException> told, LogBlocks blocks, boolean seals) {
        this.seals = seals;
        this.file = file;
        this.told = told;
        this.blocks = blocks;
    }

    /** What one line says; {@code line} counts from the start of its block, {@code after} is empty where there is no seal. A line that is git's has no decision. */
    private record Seen(int line, Optional<Decision> decision, String after, boolean fits, String link) {
    }

    /** Hands on the log's decisions. {@code writing} is the folder whose lock holds writers off while the end is looked up. */
    void read(Path writing, Consumer<Decision> into) throws IOException {
        LogTail tail = LogLock.reading(writing, () -> LogTail.of(file));
        number = blocks.read(file, 0, tail.whole(), 0, this::seen, (before, all) -> {
            for (Seen line : all) {
                number = before + line.line;
                take(line, into);
            }
        });
        if (tail.rest().length > 0) {
            number++;
            if (tail.isWholeButForItsLineEnd(file)) {
                take(seen(blocks.parser(), new Seal(), number, tail.line(), 0, tail.line().length), into);
            } else {
                fault(number, "the last line is torn (" + tail.rest().length + " bytes) and was passed over; everything before it stands",
                    "the next decision recorded there sets it aside in a file of its own");
            }
        }
        tell();
    }

    private List<Seen> seen(DecisionLine parser, LogLines lines) throws IOException {
        var seen = new ArrayList<Seen>();
        var seal = new Seal();
        while (lines.next()) {
            if (lines.isMark()) {
                seen.add(new Seen(lines.number(), Optional.empty(), "", true, ""));
            } else if (!lines.isBlank()) {
                seen.add(seen(parser, seal, lines.number(), lines.bytes(), lines.start(), lines.end()));
            }
        }
        return seen;
    }

    private Seen seen(DecisionLine parser, Seal seal, int line, byte[] bytes, int start, int end) {
        Decision decision = parser.read(file.toString(), line, bytes, start, end);
        boolean sealed = Seal.sealed(bytes, start, end);
        return new Seen(line, Optional.of(decision), sealed ? Seal.after(bytes, end) : "", !sealed || !seals || seal.fits(bytes, start, end), seal.link(bytes, start, end));
    }

    private void take(Seen line, Consumer<Decision> into) {
        if (line.decision.isEmpty()) {
            marks.at(number);
            return;
        }
        Decision decision = line.decision.get();
        into.accept(decision);
        boolean follows = true;
        if (!line.after.isEmpty()) {
            if (!line.fits) {
                changed.at(number);
            }
            String after = line.after;
            if (first.isEmpty()) {
                first = after;
                follows = false;
                begin = hash(new Seal().first(decision.entry().coder()));
                if (begin != hash(after)) {
                    jumps.add(new Jump(number, hash(after)));
                }
            } else if (!after.equals(link)) {
                jumps.add(new Jump(number, hash(after)));
                follows = false;
            }
        } else {
            unsealed.at(number);
            follows = false;
            first = first.isEmpty() ? UNSEALED : first;
        }
        if (follows && decision.entry().at().plus(WAITING).isBefore(at)) {
            backwards.at(number);
        }
        at = decision.entry().at();
        link = line.link;
        if (count == links.length) {
            links = Arrays.copyOf(links, count * 2);
            lineOf = Arrays.copyOf(lineOf, count * 2);
        }
        lineOf[count] = number;
        links[count++] = hash(link);
    }

    private void tell() {
        if (changed.times > 0) {
            fault(changed.first, "the line was changed after it was written, its seal does not fit" + changed.others(),
                "compare it with a copy of the log");
        }
        if (unsealed.times > 0) {
            fault(unsealed.first, "the line was not written by this library, it carries no seal" + unsealed.others(),
                "it counts; whether it was changed cannot be seen");
        }
        if (marks.times > 0) {
            fault(marks.first, "git could not merge the log and left its mark; the lines of both sides count" + marks.others(), "take the marks out");
        }
        if (backwards.times > 0) {
            fault(backwards.first, "its time is before that of the line above: the clock ran backwards" + backwards.others(),
                "the times stand as they were recorded");
        }
    }

    private void fault(int line, String problem, String mend) {
        told.add(new FormatException(file.toString(), line, problem, mend));
    }

    private static long hash(String link) {
        return Long.parseUnsignedLong(link, 0, 16, 16);
    }

    /**
     * Tells where one log was written on two machines, and where lines are missing.
     *
     * @param logs all logs of a folder, read
     */
    static void tellForks(List<LogReader> logs) {
        if (logs.stream().anyMatch(l -> !l.jumps.isEmpty())) {
            long[] known = logs.stream().flatMapToLong(l -> Arrays.stream(l.links, 0, l.count)).sorted().toArray();
            logs.forEach(log -> log.tellJumps(known));
        }
        for (int i = 0; i < logs.size(); i++) {
            LogReader log = logs.get(i);
            var alike = logs.stream().filter(l -> l != log && l.first.equals(log.first) && !l.first.isEmpty() && !l.first.equals(UNSEALED)).toList();
            if (alike.stream().noneMatch(log::tellCopy)) {
                for (LogReader other : alike) {
                    if (logs.indexOf(other) < i && log.tellFork(other)) {
                        break;
                    }
                }
            }
        }
    }

    private void tellJumps(long[] known) {
        var joined = new Count();
        var missing = new Count();
        for (Jump jump : jumps) {
            (jump.after == begin || Arrays.binarySearch(known, jump.after) >= 0 ? joined : missing).at(jump.line);
        }
        if (joined.times > 0) {
            fault(joined.first, "the line follows an earlier line than the one above it: the log was written on two machines and joined; both sides count"
                + joined.others(), "nothing is lost; let each machine keep a coder of its own");
        }
        if (missing.times > 0) {
            fault(missing.first, "the line follows one that stands in no log here: lines before it are missing or were changed" + missing.others(),
                "compare it with a copy of the log");
        }
    }

    /** A log that is the beginning of another, or, of two that are alike, the one whose name says that it is a copy: the longer one. */
    private boolean tellCopy(LogReader other) {
        String name = other.file.getFileName().toString();
        boolean second = count < other.count || count == other.count && file.getFileName().toString().length() > name.length();
        if (!second || !Arrays.equals(links, 0, count, other.links, 0, count)) {
            return false;
        }
        fault(0, "it is a copy: every line of it stands in " + name + " too; each decision counts once", "nothing is lost; delete it when you like");
        return true;
    }

    private boolean tellFork(LogReader other) {
        int same = Arrays.mismatch(links, 0, count, other.links, 0, other.count);
        boolean fork = same >= 0 && same < Math.min(count, other.count);
        if (fork) {
            fault(lineOf[same], "this line and " + other.file.getFileName() + ":" + other.lineOf[same]
                + " both follow the same line: the log was written on two machines; both sides count", "nothing is lost; let each machine keep a coder of its own");
        }
        return fork;
    }
}
