package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.exchange.Json;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "summarize", description = "Writes the summary per respondent and across respondents: index.html, summary.md, summary.json, excerpts.csv, matrix.csv, codebook.csv.")
final class SummarizeCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Option(names = "-o", paramLabel = "DIR", required = true, description = "the folder to write to")
    Path folder;

    @Option(names = "--with-suggestions", description = "show recorded suggestions nobody has reviewed too, marked as such")
    boolean withSuggestions;

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            var report = opened.report(withSuggestions);
            var files = report.write(folder);
            int excerpts = report.matrix().rows().stream().mapToInt(r -> r.excerpts()).sum();
            print(Json.object("respondents", report.matrix().cases().size(), "excerpts", excerpts, "files", files.stream().map(Path::toString).toList()),
                report.title() + ": " + report.matrix().cases().size() + " respondents, " + excerpts + " excerpts\n" + String.join("\n", files.stream().map(f -> "  " + f).toList()));
        }
        return 0;
    }
}
