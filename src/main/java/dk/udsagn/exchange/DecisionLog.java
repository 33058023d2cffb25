package dk.udsagn.exchange;

import dk.udsagn.coding.Coder;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.History;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The folder {@code decisions/} of a study: one append-only log a coder, one decision a line.
 *
 * <p>A decision is on disk, forced, before {@link #append} returns. A torn last line, as a crash leaves it, is set aside in
 * {@code <coder>.torn-<offset>} at the next append and told; whole lines are never rewritten. Any number of threads, objects and processes may
 * read and append. Each line carries a seal, a digest over itself and the line before, so that a line changed, taken out or put in is told.
 *
 * <p>Teams merge by copying files. Every file that ends in .jsonl counts, so also {@code k1 (conflicted copy).jsonl}; a decision that is there
 * twice is the same decision.
 */
public final class DecisionLog {
    private final Path folder;
    private final LogWriter writer;
    private final LogFollower follower;
    private final Map<Path, Last> lasts = new HashMap<>();

    /** When the last decision of a log of so many bytes was made. */
    private record Last(long size, Instant at) {
    }

    /**
     * The logs in a folder. Nothing is opened or made yet.
     *
     * @param folder the folder; it need not be there
     */
    public DecisionLog(Path folder) {
        this.folder = folder;
        this.writer = new LogWriter(folder);
        this.follower = new LogFollower(folder);
    }

    /**
     * What the logs hold.
     *
     * @param decisions every whole line of every log, logs in the order of their names
     * @param faults    what a person should know, each with file, line and mend: torn last lines, lines changed, missing or without a seal, one
     *                  log written on two machines, git's marks, a clock that ran backwards. Decisions are complete all the same.
     */
    public record Contents(List<Decision> decisions, List<FormatException> faults) {
        /** Copies the lists. */
        public Contents {
            decisions = List.copyOf(decisions);
            faults = List.copyOf(faults);
        }

        /**
         * What a person should know.
         *
         * @return the faults in words
         */
        public List<String> told() {
            return faults.stream().map(Throwable::getMessage).toList();
        }
    }

    /**
     * The log files there are.
     *
     * @return files ending in .jsonl, sorted by name; none when the folder is not there
     * @throws IOException if the folder cannot be listed
     */
    public List<Path> files() throws IOException {
        return files(".jsonl");
    }

    private List<Path> files(String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(ending) && Files.isRegularFile(f)).sorted().toList();
        }
    }

    /**
     * Reads all logs. Cost: linear in their size.
     *
     * @return their decisions, and what a person should know of them
     * @throws IOException     if a log cannot be read
     * @throws FormatException if a whole line is no decision; names file and line
     */
    public Contents read() throws IOException {
        var decisions = new ArrayList<Decision>();
        return new Contents(decisions, read(LogBlocks.keeping(), true, decisions::add));
    }

    /**
     * What all logs hold, as {@link #read} gives it, for whoever tells nobody of their faults: seals are not held to the lines.
     *
     * @return every whole line of every log, logs in the order of their names
     * @throws IOException     if a log cannot be read
     * @throws FormatException if a whole line is no decision; names file and line
     */
    public List<Decision> decisions() throws IOException {
        var decisions = new ArrayList<Decision>();
        read(LogBlocks.keeping(), false, decisions::add);
        return decisions;
    }

    /**
     * What a person should know of the logs, as {@link #read} tells it, for whoever has their {@link #history} already: the decisions are not held
     * in memory a second time.
     *
     * @return none when all is well
     * @throws IOException     if a log cannot be read
     * @throws FormatException if a whole line is no decision; names file and line
     */
    public List<FormatException> faults() throws IOException {
        return read(LogBlocks.passing(), true, decision -> { });
    }

    private List<FormatException> read(LogBlocks blocks, boolean seals, Consumer<Decision> into) throws IOException {
        var faults = new ArrayList<FormatException>();
        var readers = new ArrayList<LogReader>();
        for (Path file : files()) {
            var reader = new LogReader(file, faults, blocks, seals);
            reader.read(folder, into);
            readers.add(reader);
        }
        LogReader.tellForks(readers);
        for (Path aside : files("")) {
            if (aside.getFileName().toString().contains(".torn-")) {
                faults.add(new FormatException(aside.toString(), 0, Files.size(aside) + " bytes of a torn line were set aside here after a crash",
                    "nothing that had been confirmed was in them; delete the file when you have seen it"));
            }
        }
        return faults;
    }

    /**
     * The history the logs hold now. The first time it reads all logs, afterwards only what was added since, so that asking after every
     * decision is cheap. Seals are not held to the lines here; {@link #read} does that.
     *
     * @return a value; later decisions do not change it
     * @throws IOException     if a log cannot be read
     * @throws FormatException if a whole line is no decision; names file and line
     */
    public History history() throws IOException {
        return follower.history(files());
    }

    /**
     * The time to put on the next decision: now, or, should the clock have run backwards, a millisecond past the last line of any log. Cost: one
     * line a log, however long they are.
     *
     * @param now what the clock says
     * @return a moment after that of every log's last line
     * @throws IOException if a log cannot be read
     */
    public synchronized Instant after(Instant now) throws IOException {
        Instant next = now;
        for (Path file : files()) {
            long size = Files.size(file);
            Last last = lasts.get(file);
            if (last == null || last.size != size) {
                byte[] line = LogLock.reading(folder, () -> LogTail.lastLine(file));
                last = new Last(size, new DecisionLine().at(line).orElse(Instant.MIN));
                lasts.put(file, last);
            }
            next = next.isAfter(last.at) ? next : last.at.plusMillis(1);
        }
        return next;
    }

    /**
     * Appends decisions as {@link #append(List, Function)} does, without the words around those coded.
     *
     * @param decisions in order
     * @throws IOException if the disk failed
     */
    public void append(List<? extends Decision> decisions) throws IOException {
        append(decisions, digest -> Optional.empty());
    }

    /**
     * Appends decisions, each to its coder's log: all of them, or, when that fails, none. What several threads append at the same time goes
     * down in one forced write. Cost: that of the lines, however long the logs.
     *
     * @param decisions in order
     * @param texts     digest to canonical text; where there is one, the line carries up to 40 characters on either side of the words too, so
     *                  that they are found again when the transcript was edited and its old text is gone; asked by several threads where there
     *                  are more than a thousand decisions
     * @throws IOException              if the disk is full or failed or is read-only, or another program holds the logs for half a minute;
     *                                  what could not be written whole is taken back
     * @throws IllegalArgumentException if words begin or end in the middle of a character
     */
    public void append(List<? extends Decision> decisions, Function<String, Optional<String>> texts) throws IOException {
        var objects = new LinkedHashMap<String, List<byte[]>>();
        var written = DecisionJson.write(decisions, texts);
        for (int i = 0; i < written.size(); i++) {
            objects.computeIfAbsent(decisions.get(i).entry().coder(), coder -> new ArrayList<>()).add(written.get(i));
        }
        objects.keySet().forEach(coder -> new Coder(coder, ""));                    // which checks that it can be a file's name
        var lines = new LinkedHashMap<String, LogWriter.Lines>();
        objects.forEach((coder, all) -> lines.put(coder, LogWriter.Lines.objects(all)));
        if (!lines.isEmpty()) {
            writer.append(lines);
        }
    }

    /**
     * Joins the logs of another copy of the study: each decision that is not here is appended to its coder's log, byte for byte as it stands
     * there. What is here already is left alone, so joining twice, or each into the other, does no harm.
     *
     * @param other the other copy's folder of logs; not changed
     * @return the decisions that came in, and what a person should know of the other logs
     * @throws IOException     if a log cannot be read or written; then nothing came in
     * @throws FormatException if a whole line of either is no decision
     */
    public Contents join(Path other) throws IOException {
        var theirs = new DecisionLog(other);
        var faults = theirs.faults();
        var here = new HashSet<Decision>();
        eachLine((decision, line) -> here.add(decision));
        var came = new ArrayList<Decision>();
        var lines = new LinkedHashMap<String, List<byte[]>>();
        theirs.eachLine((decision, line) -> {
            if (here.add(decision)) {
                came.add(decision);
                lines.computeIfAbsent(new Coder(decision.entry().coder(), "").id(), k -> new ArrayList<>()).add(line);
            }
        });
        var sealed = new LinkedHashMap<String, LogWriter.Lines>();
        lines.forEach((coder, all) -> sealed.put(coder, LogWriter.Lines.sealed(all)));
        if (!sealed.isEmpty()) {
            writer.append(sealed);
        }
        return new Contents(came, faults);
    }

    /**
     * The seal of each log's last line. Written down elsewhere, in the minutes of a meeting or a preregistration, it shows later that nothing
     * before it was changed; a log alone shows only a change that was not sealed anew.
     *
     * @return file name to seal, in the order of names
     * @throws IOException if a log cannot be read
     */
    public SortedMap<String, String> seals() throws IOException {
        var seals = new TreeMap<String, String>();
        for (Path file : files()) {
            byte[] last = LogLock.reading(folder, () -> LogTail.lastLine(file));
            if (last.length > 0) {
                seals.put(file.getFileName().toString(), new Seal().link(last, 0, last.length));
            }
        }
        return seals;
    }

    /**
     * What the logs know of a text that is gone: the words of its decisions, and the words around them where the lines carry those.
     *
     * @param digest the text's digest
     * @return the text as far as it is known, every other character U+0000; empty when no decision is on it
     * @throws IOException     if a log cannot be read
     * @throws FormatException if a whole line is no decision; names file and line
     */
    public Optional<String> remembered(String digest) throws IOException {
        var known = new RememberedText(digest);
        eachLine((decision, line) -> known.add(line));
        return known.text();
    }

    private void eachLine(BiConsumer<Decision, byte[]> each) throws IOException {
        var parser = new DecisionLine();
        for (Path file : files()) {
            LogTail tail = LogLock.reading(folder, () -> LogTail.of(file));
            int number = 0;
            try (var lines = new LogLines(file, 0, tail.whole())) {
                while (lines.next()) {
                    number++;
                    if (!lines.isBlank() && !lines.isMark()) {
                        each.accept(parser.read(file.toString(), number, lines.bytes(), lines.start(), lines.end()),
                            Arrays.copyOfRange(lines.bytes(), lines.start(), lines.end()));
                    }
                }
            }
            if (tail.rest().length > 0 && tail.isWholeButForItsLineEnd(file)) {
                each.accept(parser.read(file.toString(), number + 1, tail.line(), 0, tail.line().length), tail.line());
            }
        }
    }
}
