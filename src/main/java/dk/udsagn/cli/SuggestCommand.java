package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.exchange.Json;
import dk.udsagn.suggest.Informative;
import dk.udsagn.suggest.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "suggest", description = "Proposes codings, with the words each goes by. They are nobody's codings until a person accepts them.")
final class SuggestCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Option(names = "--by", paramLabel = "indicator,example", split = ",", defaultValue = "indicator", description = "what suggestions go by: one or both")
    Set<Study.By> by;

    @Option(names = "--theme", paramLabel = "ID", description = "only for this theme")
    Optional<String> theme = Optional.empty();

    @Option(names = "--record", description = "write them to the log, for review")
    boolean record;

    enum Order { INFORMATIVE, TEXT }

    @Option(names = "--order", paramLabel = "informative|text", defaultValue = "informative",
        description = "informative: score in doubt, rule and words decided on least, first; text: as they stand in the transcripts")
    Order order;

    @Option(names = "--limit", paramLabel = "N", description = "print at most so many")
    Optional<Integer> limit = Optional.empty();

    @Option(names = "--curve", description = "not the suggestions, but how far their scores can be believed: what scored so was held right so often")
    boolean curve;

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            theme.ifPresent(opened.codebook()::theme);
            if (curve) {
                var points = opened.curve(by).points();
                if (points.stream().allMatch(p -> p.count() == 0)) {
                    spec.commandLine().getErr().println("too few answers are coded to judge scores by");
                    return 0;
                }
                points.forEach(p -> print(Json.object("score", p.raw(), "right", p.right(), "judgements", p.count()),
                    String.format(Locale.ROOT, "score %.2f: %.2f right, of %d judgements", p.raw(), p.right(), p.count())));
                return 0;
            }
            var suggestions = opened.suggest(by).stream().filter(s -> theme.isEmpty() || theme.get().equals(s.theme())).toList();
            if (record) {
                int fresh = opened.record(suggestions);
                spec.commandLine().getErr().println(fresh + " suggestions recorded, " + (suggestions.size() - fresh) + " were there already");
            }
            if (order == Order.INFORMATIVE) {
                suggestions = Informative.order(suggestions, opened.codings()).stream().map(Informative::suggestion).toList();
            }
            var lines = new SuggestionLines(this, opened);
            for (Suggestion suggestion : limit.isEmpty() ? suggestions : suggestions.subList(0, Math.min(suggestions.size(), Math.max(0, limit.get())))) {
                lines.print(suggestion);
            }
        }
        return 0;
    }
}
