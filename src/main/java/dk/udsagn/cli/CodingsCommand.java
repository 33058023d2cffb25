package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.coding.Coding;
import dk.udsagn.exchange.Json;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
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

    @Option(names = "--as-of", paramLabel = "TIME", description = "as they were at this moment, as in 2026-05-01T12:00:00Z, or at the end of a day, as in 2026-05-01")
    Optional<String> asOf = Optional.empty();

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            Names.coder(coder, opened);
            var codings = asOf.isPresent() ? opened.codings(Moment.of(asOf.get())) : opened.codings();
            Names.theme(theme, opened, codings);
            var wanted = codings.where(c -> (coder.isEmpty() || coder.get().equals(c.coder())) && (theme.isEmpty() || theme.get().equals(c.theme())));
            var ids = opened.transcripts();
            Optional<Transcript> transcript = Optional.empty();
            String read = "";
            for (Coding coding : wanted.all()) {                  // codings come in the order of transcripts: each is read once
                if (!read.equals(coding.place().transcript())) {
                    read = coding.place().transcript();
                    transcript = ids.contains(read) ? Optional.of(opened.transcript(read)) : Optional.empty();     // its file may be gone or renamed since
                }
                print(this, transcript, coding);
            }
            if (isSilent()) {
                aside(codings.all().isEmpty() ? "there are no codings" + asOf.map(t -> " as of " + t).orElse("") : "none of the " + codings.all().size() + " codings meets this");
            }
        }
        return 0;
    }

    static void print(Verb verb, Study study, Coding coding) throws IOException {
        String id = coding.place().transcript();
        print(verb, study.transcripts().contains(id) ? Optional.of(study.transcript(id)) : Optional.empty(), coding);
    }

    private static void print(Verb verb, Optional<Transcript> transcript, Coding c) {
        Optional<Turn> turn = transcript.filter(t -> t.digest().equals(c.place().digest()))
            .flatMap(text -> text.turns().stream().filter(t -> t.span().overlaps(c.span())).findFirst());
        verb.print(Json.object("id", c.id(), "transcript", c.place().transcript(), "respondent", turn.flatMap(Turn::respondent), "turn", turn.map(Turn::number),
            "theme", c.theme(), "coder", c.coder(), "origin", c.origin(), "polarity", c.polarity().word(), "start", c.span().start(), "end", c.span().end(),
            "quote", c.place().words(), "why", c.why(),
            "memos", Optional.of(c.memos()).filter(m -> !m.isEmpty())),
            "%s  %s:%s  %s (%s, %s)  %s%s".formatted(c.id(), c.place().transcript(), turn.map(t -> String.valueOf(t.number())).orElse("?"), c.theme(), c.coder(),
                c.polarity().word(), flat(c.place().words()),
                c.memos().stream().map(m -> "  # " + flat(m)).collect(Collectors.joining())));
    }
}
