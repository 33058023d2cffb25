package dk.udsagn.exchange;

import dk.udsagn.coding.Coder;
import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * The logs in a folder. Nothing is opened or made yet.
     *
     * @param folder the folder; it need not be there
     */
    public DecisionLog(Path folder) {
        this.folder = folder;
        this.writer = new LogWriter(folder);
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
        var faults = new ArrayList<FormatException>();
        var parser = new DecisionLine();
        var readers = new ArrayList<LogReader>();
        for (Path file : files()) {
            var reader = new LogReader(file, faults, parser);
            reader.read(folder, decisions);
            readers.add(reader);
        }
        LogReader.tellForks(readers);
        for (Path aside : files("")) {
            if (aside.getFileName().toString().contains(".torn-")) {
                faults.add(new FormatException(aside.toString(), 0, Files.size(aside) + " bytes of a torn line were set aside here after a crash",
                    "nothing that had been confirmed was in them; delete the file when you have seen it"));
            }
        }
        return new Contents(decisions, faults);
    }

    /**
     * Appends decisions, each to its coder's log: all of them, or, when that fails, none. What several threads append at the same time goes
     * down in one forced write. Cost: that of the lines, however long the logs.
     *
     * @param decisions in order
     * @throws IOException if the disk is full or failed or is read-only, or another program holds the logs for half a minute; what could not be
     *                     written whole is taken back
     */
    public void append(List<? extends Decision> decisions) throws IOException {
        var objects = new LinkedHashMap<String, List<String>>();
        for (Decision decision : decisions) {
            objects.computeIfAbsent(new Coder(decision.entry().coder(), "").id(), k -> new ArrayList<>()).add(DecisionJson.write(decision));
        }
        var lines = new LinkedHashMap<String, LogWriter.Lines>();
        for (Map.Entry<String, List<String>> one : objects.entrySet()) {
            lines.put(one.getKey(), LogWriter.Lines.objects(one.getValue()));
        }
        if (!lines.isEmpty()) {
            writer.append(lines);
        }
    }
}
