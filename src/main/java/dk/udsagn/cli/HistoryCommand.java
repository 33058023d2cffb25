package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.coding.History;
import dk.udsagn.exchange.HistoryFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "history", description = "Every decision ever made: when, who, what, on which words, why, with which library and codebook.")
final class HistoryCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Option(names = "--coder", paramLabel = "ID", description = "only this coder's; \"udsagn\" is who suggestions are recorded under")
    Optional<String> coder = Optional.empty();

    @Option(names = "--transcript", paramLabel = "ID", description = "only on this transcript's words")
    Optional<String> transcript = Optional.empty();

    @Option(names = "--as-of", paramLabel = "TIME", description = "only until this moment, as in 2026-05-01T12:00:00Z, or the end of a day, as in 2026-05-01")
    Optional<String> asOf = Optional.empty();

    @Option(names = "--conflicts", description = "only what was decided on suggestions that one accepted and another rejected")
    boolean conflicts;

    @Option(names = "-o", paramLabel = "FILE", description = "write the table to a file that ends in .csv, .json or .jsonl")
    Optional<Path> file = Optional.empty();

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            var history = asOf.isPresent() ? opened.history().asOf(Moment.of(asOf.get())) : opened.history();
            Names.coder(coder, opened);
            Names.transcript(transcript, opened);
            var rows = history.rows().filter(wanted(history));
            if (file.isPresent()) {
                HistoryFile.write(rows, Names.besides(study, file.get()));
            } else {
                rows.forEach(this::print);
                if (isSilent()) {
                    aside(conflicts ? "no suggestion was both accepted and rejected" : history.decisions().isEmpty() ? "nothing has been decided" + asOf.map(t -> " as of " + t).orElse("")
                        : "none of the " + history.decisions().size() + " decisions meets this");
                }
            }
            int two = history.codings().conflicts().size();
            if (two > 0 && !conflicts && format == Format.TEXT) {
                aside(two + " suggestions were both accepted and rejected: --conflicts shows them");
            }
        }
        return 0;
    }

    private Predicate<History.Row> wanted(History history) {
        var disputed = new HashSet<String>();
        if (conflicts) {
            history.codings().conflicts().forEach(c -> {
                disputed.add(c.suggestion());
                c.accepted().forEach(d -> disputed.add(d.entry().id()));
                c.rejected().forEach(d -> disputed.add(d.entry().id()));
            });
        }
        return row -> (coder.isEmpty() || coder.get().equals(row.who())) && (transcript.isEmpty() || row.place().filter(p -> p.transcript().equals(transcript.get())).isPresent())
            && (!conflicts || disputed.contains(row.id()));
    }

    private void print(History.Row row) {
        print(HistoryFile.object(row), row.when() + "  " + row.who() + " " + row.act() + " " + row.id() + row.target().map(t -> " on " + t).orElse("")
            + row.place().map(p -> "  " + p.transcript() + " " + p.span().start() + ":" + p.span().end()).orElse("") + (row.theme().isEmpty() ? "" : "  " + row.theme())
            + row.place().map(p -> "  \"" + flat(p.words()) + "\"").orElse("") + (row.detail().isEmpty() ? "" : "  [" + flat(row.detail()) + "]")
            + row.why().map(w -> "  – " + flat(w)).orElse(""));
    }
}
