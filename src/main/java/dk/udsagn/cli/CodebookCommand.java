package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.CodebookChange;
import dk.udsagn.codebook.WordWeights;
import dk.udsagn.coding.Decision;
import dk.udsagn.exchange.CodebookFile;
import dk.udsagn.exchange.Json;
import dk.udsagn.exchange.WordWeightsFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "codebook", description = {"The study's codebook: run its own examples, compare it, write it out, change it.",
    "--check: what each theme finds and misses of its examples and counter-examples, and what it is mixed up with. Exit 1 when there are problems.",
    "--diff OTHER: what OTHER says otherwise than the study's codebook.", "-o FILE: writes it to .json or .csv.", "--replace FILE: puts another in its place.",
    "--words FILE: learns from the coded interviews what words weigh for each theme; as words.json beside a codebook it makes suggestions by indicator,example better in other studies.",
    "--merge A --into B: theme A becomes part of B, codings come along.", "--split A --into B --codings ID,…: those codings of A become B's."})
final class CodebookCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @ArgGroup(multiplicity = "1")
    Act act;

    static final class Act {
        @Option(names = "--check", required = true, description = "run the examples")
        boolean check;
        @Option(names = "--diff", paramLabel = "OTHER", required = true, description = "another codebook, .json or .csv, or another study's folder")
        Path diff;
        @Option(names = "--replace", paramLabel = "FILE", required = true, description = "a codebook, .json or .csv")
        Path replace;
        @Option(names = "-o", paramLabel = "FILE", required = true, description = "where to write it; its ending, .json or .csv, says in which form")
        Path out;
        @Option(names = "--words", paramLabel = "FILE", required = true, description = "where to write what words weigh, .json")
        Path words;
        @Option(names = "--merge", paramLabel = "ID", required = true, description = "the theme that goes")
        String merge;
        @Option(names = "--split", paramLabel = "ID", required = true, description = "the theme that is split")
        String split;
    }

    @Option(names = "--into", paramLabel = "ID", description = "merge: the theme it becomes part of; split: the theme that some codings go to, new or not")
    Optional<String> into = Optional.empty();

    @Option(names = "--codings", paramLabel = "ID,…", split = ",", description = "split: ids of codings and recorded suggestions; - reads them from stdin")
    List<String> codings = List.of();

    @Option(names = "--coder", paramLabel = "ID", description = "merge, split: who decides")
    Optional<String> coder = Optional.empty();

    @Option(names = "--why", paramLabel = "TEXT", description = "merge, split: the reason")
    Optional<String> why = Optional.empty();

    @Option(names = "--precision", paramLabel = "N", description = "check: least precision of each theme, 0 to 1 (default: 1, no example wrong)")
    Optional<Double> precision = Optional.empty();

    @Option(names = "--recall", paramLabel = "N", description = "check: least recall of each theme, 0 to 1 (default: 1, no example missed)")
    Optional<Double> recall = Optional.empty();

    @Option(names = "--excel", description = "-o: a .csv that Excel opens by a double click where the comma is the decimal sign")
    boolean excel;

    @Override public Integer call() throws IOException {
        boolean changes = act.merge != null || act.split != null;
        if (changes && (into.isEmpty() || coder.isEmpty())) {
            throw new IllegalArgumentException("codebook " + (act.merge != null ? "--merge" : "--split") + " needs --into and --coder");
        }
        if (!changes && (into.isPresent() || coder.isPresent() || why.isPresent()) || act.split == null && !codings.isEmpty() || excel && act.out == null) {
            throw new IllegalArgumentException("--into, --coder and --why go with --merge and --split, --codings with --split, --excel with -o");
        }
        if (!act.check && (precision.isPresent() || recall.isPresent())) {
            throw new IllegalArgumentException("--precision and --recall go with --check");
        }
        double leastPrecision = share("--precision", precision.orElse(1.0));
        double leastRecall = share("--recall", recall.orElse(1.0));
        try (var opened = Study.open(study)) {
            if (act.check) {
                return new CodebookCheckLines(this).print(opened.checkCodebook(), leastPrecision, leastRecall);
            } else if (act.diff != null) {
                print(opened.codebook().diff(read(act.diff)));
            } else if (act.replace != null) {
                String version = opened.codebook().version();
                var made = opened.replace(read(act.replace));
                print(made);
                if (!made.isEmpty() && opened.codebook().version().equals(version)) {
                    aside("the version is still \"" + version + "\"; another would let codings say which codebook they were made with");
                }
            } else if (act.out != null) {
                write(opened.codebook());
            } else if (act.words != null) {
                words(opened);
            } else if (act.merge != null) {
                print(opened.merge(act.merge, into.get(), coder.get(), why), act.merge + " is part of " + into.get() + " now", opened.codebook());
            } else {
                var ids = codings.equals(List.of("-")) ? lines() : codings;
                print(opened.split(act.split, into.get(), ids, coder.get(), why), ids.size() + " of " + act.split + " are " + into.get() + "'s now", opened.codebook());
            }
        }
        return 0;
    }

    private static double share(String option, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(option + " " + value + " is no share; it needs to be 0 to 1");
        }
        return value;
    }

    private static Codebook read(Path file) throws IOException {
        return CodebookFile.read(Files.isDirectory(file) ? file.resolve("codebook.json") : file);
    }

    private static List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return lines;
    }

    private void write(Codebook codebook) throws IOException {
        String name = act.out.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".json") || excel && !name.endsWith(".csv")) {
            throw new IllegalArgumentException("\"" + act.out.getFileName() + "\" does not end in " + (excel ? ".csv" : ".csv or .json; export writes .qdc"));
        }
        Files.writeString(Names.besides(study, act.out), excel ? CodebookFile.csvForExcel(codebook) : name.endsWith(".csv") ? CodebookFile.csv(codebook) : CodebookFile.write(codebook));
    }

    private void words(Study opened) throws IOException {
        if (!act.words.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            throw new IllegalArgumentException("\"" + act.words.getFileName() + "\" does not end in .json");
        }
        WordWeights learned = opened.learnWords();
        Files.writeString(Names.besides(study, act.words), WordWeightsFile.write(learned));
        aside(learned.answer().size() + " words, pairs of words and beginnings in answers and " + learned.question().size() + " in questions, from " + learned.from()
            + "; look through them for what should not be passed on, then put them beside a codebook as words.json");
    }

    private void print(List<CodebookChange> changes) {
        for (CodebookChange c : changes) {
            print(Json.object("kind", c.kind().name().toLowerCase(Locale.ROOT), "theme", c.theme(), "what", c.what(), "before", some(c.before()), "after", some(c.after())), flat(c.toString()));
        }
        if (changes.isEmpty()) {
            aside("the two codebooks say the same");
        }
    }

    private static Optional<String> some(String words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private void print(Decision decision, String said, Codebook codebook) {
        var e = decision.entry();
        print(Json.object("id", e.id(), "at", e.at().toString(), "coder", e.coder(), "act", decision.act(), "codebook", codebook.version(), "why", why),
            e.id() + "  " + said + " (by " + e.coder() + ", codebook " + codebook.id() + " " + codebook.version() + ")");
    }
}
