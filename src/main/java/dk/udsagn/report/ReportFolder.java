package dk.udsagn.report;

import dk.udsagn.excerpt.CaseSummary;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A report as a folder of files. Each is written beside its place and moved there when it is whole; no more than a page is in memory at a time. */
final class ReportFolder {
    private final Report report;
    private final List<Path> files = new ArrayList<>();

    ReportFolder(Report report) {
        this.report = report;
    }

    List<Path> write(Path folder) throws IOException {
        var pages = new Pages(report);
        var w = new Wordings(report.language(), report.codebook());
        Files.createDirectories(folder);
        text(folder.resolve("index.html"), out -> out.write(pages.overview()));
        text(folder.resolve("summary.md"), out -> new Markdown(report).whole(out));
        text(folder.resolve("summary.json"), out -> new JsonReport(report).whole(out));
        for (var table : new CsvTables(report, w).all().entrySet()) {
            text(folder.resolve(table.getKey()), out -> {
                out.write(report.shape().excel() ? "\uFEFF" : "");
                table.getValue().to(report.shape().excel() ? Csv.forExcel(out) : new Csv(out));
            });
        }
        text(folder.resolve("methods.md"), out -> out.write(new Methods(report, w).markdown()));
        bytes(folder.resolve("report.docx"), out -> new Docx(report, w).whole(out));
        for (CaseSummary c : report.cases()) {
            text(folder.resolve(pages.name(c)), out -> out.write(pages.page(c)));
        }
        return List.copyOf(files);
    }

    private interface Text {
        void to(Writer out) throws IOException;
    }

    private interface Bytes {
        void to(OutputStream out) throws IOException;
    }

    private void text(Path file, Text content) throws IOException {
        bytes(file, stream -> {
            var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
            content.to(out);
            out.flush();
        });
    }

    private void bytes(Path file, Bytes content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            content.to(out);
        }
        files.add(Files.move(part, file, StandardCopyOption.REPLACE_EXISTING));
    }
}
