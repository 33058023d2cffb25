package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.coding.Coding;
import dk.udsagn.exchange.Json;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "codings", description = "What all decisions come to.")
final class CodingsCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Option(names = "--coder", paramLabel = "ID", description = "only this coder's")
    Optional<String> coder = Optional.empty();

    @Option(names = "--theme", paramLabel = "ID", description = "only this theme")
    Optional<String> theme = Optional.empty();

    @Option(names = "--as-of", paramLabel = "TIME", description = "as they were at this moment, as in 2026-05-01T12:00:00Z")
    Optional<String> asOf = Optional.empty();

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            var codings = asOf.isPresent() ? opened.codings(moment(asOf.get())) : opened.codings();
            var wanted = codings.where(c -> (coder.isEmpty() || coder.get().equals(c.coder())) && (theme.isEmpty() || theme.get().equals(c.theme())));
            Transcript transcript = null;
            for (Coding coding : wanted.all()) {                  // codings come in the order of transcripts: each is read once
                if (transcript == null || !transcript.id().equals(coding.place().transcript())) {
                    transcript = opened.transcript(coding.place().transcript());
                }
                print(this, transcript, coding);
            }
        }
        return 0;
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--as-of \"" + text + "\" is no time; write it as in 2026-05-01T12:00:00Z");
        }
    }

    static void print(Verb verb, Study study, Coding coding) throws IOException {
        print(verb, study.transcript(coding.place().transcript()), coding);
    }

    private static void print(Verb verb, Transcript transcript, Coding c) {
        Optional<Turn> turn = transcript.digest().equals(c.place().digest())
            ? transcript.turns().stream().filter(t -> t.span().overlaps(c.span())).findFirst() : Optional.empty();
        verb.print(Json.object("id", c.id(), "transcript", c.place().transcript(), "respondent", turn.flatMap(Turn::respondent), "turn", turn.map(Turn::number),
            "theme", c.theme(), "coder", c.coder(), "origin", c.origin(), "polarity", c.polarity().word(), "start", c.span().start(), "end", c.span().end(),
            "quote", c.place().words(), "why", c.why()),
            "%s  %s:%s  %s (%s, %s)  %s".formatted(c.id(), c.place().transcript(), turn.map(t -> String.valueOf(t.number())).orElse("?"), c.theme(), c.coder(),
                c.polarity().word(), flat(c.place().words())));
    }
}
