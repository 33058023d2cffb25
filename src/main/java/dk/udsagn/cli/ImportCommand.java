package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.exchange.Dialect;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Takes in what a colleague or another program hands over: .qdpx or .qde (REFI-QDA project), .qdc (codebook), .json or .csv (codings, or a codebook), "
    + ".jsonld (W3C Web Annotations). What is new comes as decisions; importing twice doubles nothing. Prints what was guessed, mended or left out.")
final class ImportCommand extends Verb {
    @Parameters(index = "0", paramLabel = "FILE", description = "what comes; its ending says in which form")
    Path file;

    @Parameters(index = "1", paramLabel = "STUDY", description = "the study's folder; one that is not there is made")
    Path study;

    @Option(names = "--dialect", paramLabel = "WORDS", description = "how the other program counted, as in utf-16,crlf-2: code-point or utf-16, crlf-1 or crlf-2, bom or no-bom, end-in or end-out; "
        + "worked out from the file where it is not said")
    Optional<String> dialect = Optional.empty();

    @Option(names = "--language", paramLabel = "da|en", defaultValue = "da", description = "language of the interviews, for a folder that is made")
    String language;

    @Override public Integer call() throws IOException {
        print(Study.importFrom(file, study, new Language(language), dialect.map(Dialect::of)));
        if (isSilent()) {
            aside("all of " + file + " is in " + study);
        }
        return 0;
    }
}
