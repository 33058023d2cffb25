package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.exchange.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "Looks for everything a study can have wrong. Exit 1 when something is.")
final class CheckCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            var problems = opened.check();
            problems.forEach(p -> print(Json.object("file", p.file(), "place", p.place().isEmpty() ? Optional.empty() : p.place(), "problem", p.problem(), "mend", p.mend()), p.toString()));
            if (problems.isEmpty()) {
                aside("nothing is wrong with " + study);
            }
            return problems.isEmpty() ? 0 : 1;
        }
    }
}
