package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.exchange.Json;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "new", description = "Makes a study folder from transcripts.")
final class NewCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "the folder to make")
    Path study;

    @Option(names = "--transcripts", paramLabel = "PATH", required = true, arity = "1..*", description = "transcript files, or folders of them")
    List<Path> transcripts;

    @Option(names = "--codebook", paramLabel = "FILE", description = "a codebook to begin with, .json or .csv")
    Optional<Path> codebook = Optional.empty();

    @Option(names = "--language", paramLabel = "da|en", defaultValue = "da", description = "language of the interviews")
    String language;

    @Override public Integer call() throws IOException {
        var read = new ArrayList<ReadingLine>();
        try (var made = Study.create(study, transcripts, codebook, new Language(language), reading -> read.add(ReadingLine.of(reading)))) {
            read.forEach(line -> print(line.json(), line.text()));
            print(Json.object("study", study.toString(), "transcripts", made.transcripts(), "respondents", made.file().respondents().stream().map(r -> r.id()).toList(),
                "themes", made.codebook().all().size()), study + ": " + made.transcripts().size() + " transcripts, " + made.file().respondents().size() + " respondents, "
                + made.codebook().all().size() + " themes; describe respondents and coders in study.json");
            made.words().ifPresent(words -> aside("words.json came along with the codebook, learned from " + words.from()));
            aside("read FILE shows all that was guessed, repaired and set aside in a file, turn by turn");
        }
        return 0;
    }
}
