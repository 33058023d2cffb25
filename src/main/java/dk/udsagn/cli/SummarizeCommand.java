package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.exchange.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(names = "--max-excerpts", paramLabel = "N", description = "at most so many excerpts a respondent's theme, the most representative ones (Markdown, docx, framework.csv)")
    int maxExcerpts = Integer.MAX_VALUE;

    @Option(names = "--max-words", paramLabel = "N", description = "at most so many words in these together; no quote is cut, so a single longer one stays")
    int maxWords = Integer.MAX_VALUE;

    @Option(names = "--excel", description = "CSV files that Excel opens by a double click where the comma is the decimal sign")
    boolean excel;

    @Mixin RespondentFilter which = new RespondentFilter();

    @Override public Integer call() throws IOException {
        atLeast(1, "--max-excerpts", maxExcerpts);
        atLeast(1, "--max-words", maxWords);
        try (var opened = Study.open(study)) {
            var whole = opened.report(withSuggestions);
            var shape = whole.shape().bounded(maxExcerpts, maxWords);
            var report = which.in(whole.with(excel ? shape.forExcel() : shape));
            var unclear = which.unclear(whole);
            var files = report.write(Names.besides(study, folder));
            int excerpts = report.matrix().rows().stream().mapToInt(r -> r.excerpts()).sum();
            print(Json.object("respondents", report.matrix().cases().size(), "excerpts", excerpts, "unclear", unclear.isEmpty() ? Optional.empty() : Optional.of(unclear),
                    "files", files.stream().map(Path::toString).toList()),
                report.title() + ": " + report.matrix().cases().size() + " respondents, " + excerpts + " excerpts\n" + (unclear.isEmpty() ? "" : "left out, since it cannot be told: " + String.join(", ", unclear) + "\n") + String.join("\n", files.stream().map(f -> "  " + f).toList()));
        }
        return 0;
    }
}
