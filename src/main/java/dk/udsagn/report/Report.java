package dk.udsagn.report;

import dk.udsagn.agreement.AgreementReport;
import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Approach;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.excerpt.Summarizer;
import dk.udsagn.survey.Survey;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Respondent;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

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
 * @param shape    how it is to be written
 * @param tables   further tables, in order
 * @param survey   figures to set beside what respondents say; {@link Survey#NONE} for a report without
 * @param agreement whether coders agree; not shown where the {@linkplain Shape#approach approach} does not ask for it
 */
public record Report(String title, Language language, Codebook codebook, FrameworkMatrix matrix, Map<String, String> files, Made made, Optional<Texts> texts, Shape shape, List<Table> tables,
                     Survey survey, Optional<AgreementReport> agreement) {
    /** Copies file names and tables, and checks that no table takes another's file. */
    public Report {
        files = Map.copyOf(files);
        tables = List.copyOf(tables);
        var taken = new HashSet<>(CsvTables.NAMES);
        for (Table table : tables) {
            if (!taken.add(table.id())) {
                throw new IllegalArgumentException("there are two tables \"" + table.id() + "\"; give one of them another id than " + taken);
            }
        }
    }

    /**
     * A report in the usual shape, without further tables.
     *
     * @param title    the study's title
     * @param language the language of the wording
     * @param codebook the codebook
     * @param matrix   the cases and what they say
     * @param files    transcript id to the name of its file
     * @param made     who made it and of what
     * @param texts    the transcripts; empty for pages without
     */
    public Report(String title, Language language, Codebook codebook, FrameworkMatrix matrix, Map<String, String> files, Made made, Optional<Texts> texts) {
        this(title, language, codebook, matrix, files, made, texts, Shape.USUAL, List.of(), Survey.NONE, Optional.empty());
    }

    /**
     * How a report is to be written.
     *
     * @param excel         whether CSV files are as Excel opens them by a double click where the comma is the decimal sign: cells parted by semicolons, decimal
     *                      commas, a mark of UTF-8 at the top; else as R and others read them: RFC 4180, decimal points, no mark
     * @param excerpts      how many excerpts a respondent's theme shows at most in Markdown, docx and the framework table; pages, JSON and excerpts.csv have all of them
     * @param words         how many words these may have in all; no quote is ever cut
     * @param approach      what the study holds good analysis to be
     * @param by            attributes of respondents to group by: those of one value stand together, and each attribute has a crosstab
     */
    public record Shape(boolean excel, int excerpts, int words, Approach approach, List<String> by) {
        /** CSV files for programs, all excerpts, with a codebook. */
        public static final Shape USUAL = new Shape(false, Integer.MAX_VALUE, Integer.MAX_VALUE, Approach.CODEBOOK, List.of());

        /** Checks the bounds. */
        public Shape {
            if (excerpts < 1 || words < 1) {
                throw new IllegalArgumentException("a report of at most " + excerpts + " excerpts and " + words + " words a theme shows nothing; 1 or more will do");
            }
            by = List.copyOf(by);
        }

        /**
         * The same shape for another approach.
         *
         * @param other what the study holds good analysis to be
         * @return a new shape
         */
        public Shape with(Approach other) {
            return new Shape(excel, excerpts, words, other, by);
        }

        /**
         * The same shape with other bounds.
         *
         * @param most  how many excerpts a respondent's theme shows at most
         * @param fewer how many words these may have in all
         * @return a new shape
         */
        public Shape bounded(int most, int fewer) {
            return new Shape(excel, most, fewer, approach, by);
        }

        /**
         * The same shape whose CSV files are for Excel.
         *
         * @return a new shape
         */
        public Shape forExcel() {
            return new Shape(true, excerpts, words, approach, by);
        }
    }

    /**
     * A further table to stand in the report and in a file of its own.
     *
     * @param id      names the file {@code id.csv}: lower-case letters, digits and hyphens
     * @param title   what stands over it
     * @param note    what a reader must know to read it; may be empty
     * @param columns names of the columns
     * @param rows    cells, as many in each row as there are columns
     */
    public record Table(String id, String title, String note, List<String> columns, List<List<String>> rows) {
        /** Checks id and width, and copies the lists. */
        public Table {
            if (!id.matches("[a-z][a-z0-9-]*")) {
                throw new IllegalArgumentException("table id \"" + id + "\" needs lower-case letters, digits and hyphens, as in \"agreement\"");
            }
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("table " + id + " has a row that has not " + width + " cells");
            }
        }
    }

    /**
     * The same report, written another way.
     *
     * @param other how
     * @return a new report
     */
    public Report with(Shape other) {
        return new Report(title, language, codebook, matrix, files, made, texts, other, tables, survey, agreement);
    }

    /**
     * The same report with a further table.
     *
     * @param table the table; it comes after those there are
     * @return a new report
     */
    public Report with(Table table) {
        var more = new ArrayList<>(tables);
        more.add(table);
        return new Report(title, language, codebook, matrix, files, made, texts, shape, more, survey, agreement);
    }

    /**
     * The same report with figures beside what respondents say.
     *
     * @param figures figures, statements about them and claims
     * @return a new report
     */
    public Report with(Survey figures) {
        return new Report(title, language, codebook, matrix, files, made, texts, shape, tables, figures, agreement);
    }

    /**
     * The same report with what agreement there is between coders.
     *
     * @param found every coefficient, and where coders differ
     * @return a new report
     */
    public Report with(AgreementReport found) {
        return new Report(title, language, codebook, matrix, files, made, texts, shape, tables, survey, Optional.of(found));
    }

    /**
     * The same report of some respondents only. Its title says so. Claims are about all respondents and are left out; agreement stays that of all transcripts.
     *
     * @param wanted which respondents
     * @param said   what they have in common, as it is to stand in the title
     * @return a new report; the codings it counts are those of these respondents
     */
    public Report where(Predicate<Respondent> wanted, String said) {
        return new Selection(this).where(wanted, said);
    }

    /**
     * The same report, grouped: respondents with the same value stand together, and each attribute has a crosstab of its own.
     *
     * @param attributes names of attributes; those of the same first one are ordered by the second, and so on
     * @return a new report
     * @throws NoSuchElementException if no respondent has one of them; the message lists those there are
     */
    public Report by(List<String> attributes) {
        new Selection(this).check(attributes);
        return with(new Shape(shape.excel(), shape.excerpts(), shape.words(), shape.approach(), attributes));
    }

    /** The cases in the order they are shown in. */
    List<CaseSummary> cases() {
        return new Selection(this).cases();
    }

    /** Attributes that have a crosstab: those asked for, then those that gather respondents. */
    List<String> groupings() {
        return new Selection(this).groupings();
    }

    /** Agreement, where there is some and the approach asks for it. */
    Optional<AgreementReport> shownAgreement() {
        return agreement.filter(found -> shape.approach() != Approach.REFLEXIVE);
    }

    /** The figures beside the quotes; nothing when the study has none. */
    Optional<SurveySection> surveySection() {
        return survey.equals(Survey.NONE) ? Optional.empty() : Optional.of(SurveySection.of(matrix, codebook, survey, language, files));
    }

    /**
     * The same report, whose respondents' pages show the transcripts with the coded words marked.
     *
     * @param source where the transcripts come from
     * @return a new report
     */
    public Report with(Texts source) {
        return new Report(title, language, codebook, matrix, files, made, Optional.of(source), shape, tables, survey, agreement);
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
        return text(out -> new Markdown(this).whole(out));
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
        return new Pages(this).overview();
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
        return new Pages(this).page(summary(respondent));
    }

    /**
     * The whole summary for programs.
     *
     * @return JSON, indented
     */
    public String json() {
        return text(out -> new JsonReport(this).whole(out));
    }

    /**
     * The framework table: one row a respondent, one column a theme, as CSV.
     *
     * @param summarizer what goes into the cells; the words are its own
     * @return RFC 4180, CRLF row ends
     */
    public String framework(Summarizer summarizer) {
        return text(out -> new CsvTables(this, new Wordings(language, codebook)).framework(new Csv(out), summarizer));
    }

    /**
     * Writes {@code index.html, summary.md, summary.json, excerpts.csv, matrix.csv, codebook.csv}; beside them the other tables, {@code methods.md}, {@code report.docx} and
     * {@code respondent-….html}, one a respondent. Each file appears whole or not at all.
     *
     * @param folder where to; made if need be
     * @return the files written
     * @throws IOException if the disk failed
     */
    public List<Path> write(Path folder) throws IOException {
        return new ReportFolder(this).write(folder);
    }

    private static String text(Content content) {
        var out = new StringWriter();
        try {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);              // a StringWriter has no disk that could fail
        }
        return out.toString();
    }

    private interface Content {
        void to(Writer out) throws IOException;
    }

    private CaseSummary summary(String respondent) {
        return matrix.cases().stream().filter(c -> c.respondent().id().equals(respondent)).findFirst().orElseThrow(() ->
            new NoSuchElementException("there is no respondent \"" + respondent + "\"; there are "
                + matrix.cases().stream().map(c -> c.respondent().id()).toList()));
    }
}
