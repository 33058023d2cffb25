package dk.udsagn.report;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A study's summary as it stood when it was made, ready to be written in any format.
 *
 * @param title    the study's title
 * @param language the language of the wording
 * @param codebook the codebook
 * @param matrix   the cases and what they say
 * @param files    transcript id to the name of its file
 * @param made     who made it and of what
 * @param texts    the transcripts, for the pages that show them; empty for pages without
 */
public record Report(String title, Language language, Codebook codebook, FrameworkMatrix matrix, Map<String, String> files, Made made, Optional<Texts> texts) {
    /** Copies the file names. */
    public Report {
        files = Map.copyOf(files);
    }

    /**
     * A report whose pages show no transcripts.
     *
     * @param title    the study's title
     * @param language the language of the wording
     * @param codebook the codebook
     * @param matrix   the cases and what they say
     * @param files    transcript id to the name of its file
     * @param made     who made it and of what
     */
    public Report(String title, Language language, Codebook codebook, FrameworkMatrix matrix, Map<String, String> files, Made made) {
        this(title, language, codebook, matrix, files, made, Optional.empty());
    }

    /**
     * Where a page's transcripts come from. They are asked for one at a time and not kept, so that memory is bounded by one.
     */
    public interface Texts {
        /**
         * A transcript.
         *
         * @param id the transcript's id
         * @return the text the codings were made on, its speakers known
         * @throws IOException if it cannot be read
         */
        Transcript transcript(String id) throws IOException;
    }

    /**
     * The same report, whose respondents' pages show the transcripts with the coded words marked.
     *
     * @param texts where the transcripts come from
     * @return a new report
     */
    public Report with(Texts texts) {
        return new Report(title, language, codebook, matrix, files, made, Optional.of(texts));
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
     * The overview: themes across respondents, the quotes theme by theme, the codebook. One file with all it needs and no outside request; its links lead to
     * the respondents' pages beside it.
     *
     * @return the page
     */
    public String html() {
        return new Pages().overview();
    }

    /**
     * One respondent's page: profile, quotes under each theme, and the transcript with stripes in its margin when there are {@link #texts}.
     *
     * @param respondent id of the respondent
     * @return the page, one file with all it needs
     * @throws IOException            if a transcript cannot be read
     * @throws NoSuchElementException if there is no such respondent; the message lists those there are
     */
    public String html(String respondent) throws IOException {
        return new Pages().page(summary(respondent));
    }

    private final class Pages {
        private final Wordings w = new Wordings(language, codebook);
        private final Palette palette = new Palette(codebook, matrix.themes());
        private final Links links = new Links(matrix.cases(), palette);
        private final HtmlPage frame = new HtmlPage(Report.this, w, palette);

        String overview() {
            return new OverviewPage(Report.this, w, palette, links).whole(frame);
        }

        String page(CaseSummary c) throws IOException {
            return new RespondentPage(Report.this, w, palette, links, frame).whole(c);
        }
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
     * Writes {@code index.html, summary.md, summary.json, excerpts.csv, matrix.csv, codebook.csv} and beside them {@code respondent-….html}, one a respondent.
     * Each file appears whole or not at all.
     *
     * @param folder where to; made if need be
     * @return the files written
     * @throws IOException if the disk failed
     */
    public List<Path> write(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        var tables = new CsvTables(this);
        var pages = new Pages();
        Files.createDirectories(folder);
        files.add(whole(folder.resolve("index.html"), out -> out.write(pages.overview())));
        files.add(whole(folder.resolve("summary.md"), out -> out.write(markdown())));
        files.add(whole(folder.resolve("summary.json"), out -> out.write(json())));
        files.add(whole(folder.resolve("excerpts.csv"), out -> out.write(tables.excerpts())));
        files.add(whole(folder.resolve("matrix.csv"), out -> out.write(tables.matrix())));
        files.add(whole(folder.resolve("codebook.csv"), out -> out.write(tables.codebook())));
        for (CaseSummary c : matrix.cases()) {
            files.add(whole(folder.resolve(pages.links.page(c.respondent().id())), out -> out.write(pages.page(c))));
        }
        return List.copyOf(files);
    }

    private interface Content {
        void to(Writer out) throws IOException;
    }

    private static Path whole(Path file, Content content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            content.to(out);
        }
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private CaseSummary summary(String respondent) {
        return matrix.cases().stream().filter(c -> c.respondent().id().equals(respondent)).findFirst().orElseThrow(() ->
            new NoSuchElementException("there is no respondent \"" + respondent + "\"; there are "
                + matrix.cases().stream().map(c -> c.respondent().id()).toList()));
    }
}
