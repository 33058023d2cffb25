package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.exchange.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "codebook", description = "Runs the codebook's own examples and counter-examples: what each theme finds and misses, and what it is mixed up with.")
final class CodebookCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Option(names = "--check", required = true, description = "run the examples")
    boolean check;

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            var result = opened.checkCodebook();
            for (var t : result.themes()) {
                var mixed = result.confused().stream().filter(c -> c.theme().equals(t.theme()))
                    .map(c -> Json.object("theme", c.found(), "times", c.times())).toList();
                print(Json.object("theme", t.theme(), "precision", t.precision(), "recall", t.recall(), "confusedWith", mixed),
                    "%-28s precision %s  recall %s%s".formatted(t.theme(), two(t.precision()), two(t.recall()), result.confused().stream()
                        .filter(c -> c.theme().equals(t.theme())).map(c -> c.found() + " (" + c.times() + ")").collect(Collectors.collectingAndThen(
                            Collectors.joining(", "), all -> all.isEmpty() ? "" : "  mixed up with " + all))));
            }
            if (format == Format.TEXT) {
                result.neverFound().forEach(i -> out().println("never found: " + i.theme() + ", indicator " + i.number() + ": " + i.find()));
                result.oftenWrong().forEach(i -> out().println("often wrong: " + i.theme() + ", indicator " + i.number() + ": " + i.find() + " (right " + i.right() + ", wrong " + i.wrong() + ")"));
            }
            return 0;
        }
    }

    private static String two(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.2f", share.getAsDouble()) : "–";
    }
}
