package dk.udsagn.cli;

import dk.udsagn.Study;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Hands a study to other programs: .qdpx (REFI-QDA project), .qdc (codebook), .json or .csv (codings; the codebook when the name begins with codebook), .jsonld (W3C Web Annotations). "
    + "Prints what could not travel.")
final class ExportCommand extends Verb {
    @Parameters(index = "0", paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Parameters(index = "1", paramLabel = "FILE", description = "where to; its ending says in which form")
    Path file;

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            print(opened.export(Names.besides(study, file)));
            if (isSilent()) {
                aside("nothing had to be left out of " + file);
            }
        }
        return 0;
    }
}
