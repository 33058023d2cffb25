package dk.udsagn.report;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A study's summary as it stood when it was made, ready to be written in any format.
 *
 * @param title    the study's title
 * @param language the language of the wording
 * @param codebook the codebook
 * @param matrix   the cases and what they say
 * @param files    transcript id to the name of its file
 * @param made     who made it and of what
 */
public record Report(String title, Language language, Codebook codebook, FrameworkMatrix matrix, Map<String, String> files, Made made) {
    /** Copies the file names. */
    public Report {
        files = Map.copyOf(files);
    }

    /**
     * What a report was made of. No clock: the same study gives the same bytes.
     *
     * @param library     name and version of the library
     * @param fingerprint SHA-256 over transcripts, codebook and decisions, 64 hexadecimal digits
     * @param codings     coder to the number of codings laid by hand and the number of accepted suggestions, in order of coders
     * @param outside     codings that lie on no respondent's words and are not counted
     * @param stale       codings laid on another text of their transcript and not counted
     */
    public record Made(String library, String fingerprint, Map<String, List<Integer>> codings, int outside, int stale) {
        /** Copies the counts. */
        public Made {
            codings = Collections.unmodifiableMap(new LinkedHashMap<>(codings));
        }
    }

    /**
     * The whole summary as Markdown.
     *
     * @return the text, LF line ends
     */
    public String markdown() {
        return new Markdown(this).whole();
    }

    /**
     * One respondent's page as Markdown.
     *
     * @param respondent id of the respondent
     * @return the text, LF line ends
     * @throws NoSuchElementException if there is no such respondent; the message lists those there are
     */
    public String markdown(String respondent) {
        return new Markdown(this).page(summary(respondent));
    }

    /**
     * The whole summary as one self-contained HTML page: no script, no outside request.
     *
     * @return the page
     */
    public String html() {
        return new HtmlPage(this).whole();
    }

    /**
     * The whole summary for programs.
     *
     * @return JSON, indented
     */
    public String json() {
        return new JsonReport(this).whole();
    }

    /**
     * Writes {@code index.html, summary.md, summary.json, excerpts.csv, matrix.csv, codebook.csv}. Each file appears whole or not at all.
     *
     * @param folder where to; made if need be
     * @return the files written
     * @throws IOException if the disk failed
     */
    public List<Path> write(Path folder) throws IOException {
        var tables = new CsvTables(this);
        var files = new LinkedHashMap<String, String>();
        files.put("index.html", html());
        files.put("summary.md", markdown());
        files.put("summary.json", json());
        files.put("excerpts.csv", tables.excerpts());
        files.put("matrix.csv", tables.matrix());
        files.put("codebook.csv", tables.codebook());
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path part = folder.resolve(file.getKey() + ".part");
            Files.write(part, file.getValue().getBytes(StandardCharsets.UTF_8));
            Files.move(part, folder.resolve(file.getKey()), StandardCopyOption.REPLACE_EXISTING);
        }
        return files.keySet().stream().map(folder::resolve).toList();
    }

    private CaseSummary summary(String respondent) {
        return matrix.cases().stream().filter(c -> c.respondent().id().equals(respondent)).findFirst().orElseThrow(() ->
            new NoSuchElementException("there is no respondent \"" + respondent + "\"; there are "
                + matrix.cases().stream().map(c -> c.respondent().id()).toList()));
    }
}
