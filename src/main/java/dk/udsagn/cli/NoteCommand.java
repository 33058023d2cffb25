package dk.udsagn.cli;

import dk.udsagn.Study;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "note", description = "Writes a memo on a coding, one's own or a colleague's.")
final class NoteCommand extends Verb {
    @Parameters(index = "0", paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Parameters(index = "1", paramLabel = "ID", description = "the coding")
    String coding;

    @Parameters(index = "2", paramLabel = "MEMO", description = "the words")
    String memo;

    @Option(names = "--coder", paramLabel = "ID", required = true, description = "who writes")
    String coder;

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            CodingsCommand.print(this, opened, opened.note(coding, memo, coder));
        }
        return 0;
    }
}
