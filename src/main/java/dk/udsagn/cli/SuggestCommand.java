package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.exchange.Json;
import dk.udsagn.suggest.Suggestion;
import dk.udsagn.transcript.Transcript;
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

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            theme.ifPresent(opened.codebook()::theme);
            var suggestions = opened.suggest(by).stream().filter(s -> theme.isEmpty() || theme.get().equals(s.theme())).toList();
            if (record) {
                int fresh = opened.record(suggestions);
                spec.commandLine().getErr().println(fresh + " suggestions recorded, " + (suggestions.size() - fresh) + " were there already");
            }
            Transcript transcript = null;
            for (Suggestion suggestion : suggestions) {               // they come in the order of transcripts: each is read once
                if (transcript == null || !transcript.id().equals(suggestion.place().transcript())) {
                    transcript = opened.transcript(suggestion.place().transcript());
                }
                print(suggestion, transcript.text());
            }
        }
        return 0;
    }

    private void print(Suggestion s, String text) {
        int start = s.place().span().start();
        print(Json.object("id", s.id(), "transcript", s.place().transcript(), "respondent", s.respondent(), "turn", s.turn(), "theme", s.theme(),
            "start", start, "end", s.place().span().end(), "quote", s.place().words(), "polarity", s.polarity().word(), "status", s.status().word(),
            "score", s.rule().score(), "rule", s.rule().name(), "evidence", s.rule().evidence().stream().map(e -> Json.object("start", e.start(), "end", e.end(),
                "quote", e.in(text))).toList()),
            String.format(Locale.ROOT, "%s  %s:%d  %s (%s, %s, %.2f)  %s\n      %s", s.id(), s.place().transcript(), s.turn(), s.theme(), s.polarity().word(), s.status().word(),
                s.rule().score(), flat(s.place().words()), s.rule().name()));
    }
}
