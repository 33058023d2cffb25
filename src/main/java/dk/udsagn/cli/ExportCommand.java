package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.exchange.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Hands a study to other programs: .qdpx (REFI-QDA project), .qdc (codebook), .json or .csv (codings), .jsonld (W3C Web Annotations). "
    + "Prints what could not travel.")
final class ExportCommand extends Verb {
    @Parameters(index = "0", paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Parameters(index = "1", paramLabel = "FILE", description = "where to; its ending says in which form")
    Path file;

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            for (var item : opened.export(file).items()) {
                String act = item.act().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                print(Json.object("act", act, "what", item.what(), "count", item.count(), "why", item.why(), "first", item.first()),
                    act + " " + item.count() + " × " + item.what() + ": " + flat(item.why()));
            }
        }
        return 0;
    }
}
