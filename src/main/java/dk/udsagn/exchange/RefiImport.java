package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study that comes from another program as REFI-QDA: {@code .qdpx}, {@code .qde} (with its {@code sources} folder beside it) or
 * {@code .qdc} (the codebook alone), of any version and in any of the ways the programs deviate from the standard.
 *
 * <p>The file stays open until {@link #close()}: the texts in {@link #data()} are read from it when they are asked for. Memory is bounded by
 * the codings and the largest texts, one for each processor. One thread at a time.
 */
public final class RefiImport implements Closeable {
    private final RefiArchive archive;
    private final StudyData data;
    private final Dialect.Guess dialect;
    private final LossReport losses;

    private RefiImport(RefiArchive archive, StudyData data, Dialect.Guess dialect, LossReport losses) {
        this.archive = archive;
        this.data = data;
        this.dialect = dialect;
        this.losses = losses;
    }

    /**
     * Reads a file of Danish interviews, and works out how its program counted.
     *
     * @param file a .qdpx, .qde or .qdc, whatever its name
     * @return the import, to be closed
     * @throws IOException     if the file cannot be read
     * @throws FormatException if it is no such file, is torn, or is made to do harm
     */
    public static RefiImport open(Path file) throws IOException {
        return open(file, Language.DANISH, Optional.empty());
    }

    /**
     * Reads a file.
     *
     * @param file     a .qdpx, .qde or .qdc, whatever its name
     * @param language the language of its interviews and codes; a file this library wrote brings its own
     * @param dialect  how its program counted; empty to work it out
     * @return the import, to be closed
     * @throws IOException     if the file cannot be read
     * @throws FormatException if it is no such file, is torn, or is made to do harm
     */
    public static RefiImport open(Path file, Language language, Optional<Dialect> dialect) throws IOException {
        return open(file, language, List.of(), dialect);
    }

    /**
     * Reads a file that comes back to a study. Where the study's own codings lie is evidence for how the file's program counted.
     *
     * @param file    a .qdpx, .qde or .qdc, whatever its name
     * @param study   the study it is to be joined with, by {@link StudyMerge#into}
     * @param dialect how its program counted; empty to work it out
     * @return the import, to be closed
     * @throws IOException     if the file cannot be read
     * @throws FormatException if it is no such file, is torn, or is made to do harm
     */
    public static RefiImport open(Path file, StudyData study, Optional<Dialect> dialect) throws IOException {
        return open(file, study.study().language(), study.decisions(), dialect);
    }

    private static RefiImport open(Path file, Language language, List<Decision> home, Optional<Dialect> dialect) throws IOException {
        var losses = new Losses();
        var archive = RefiArchive.of(file, losses);
        try {
            var project = RefiReader.read(archive, losses);
            var into = new RefiIntoStudy(archive, project, language, home, losses);
            var guess = into.dialect(dialect);
            return new RefiImport(archive, into.data(), guess, losses.report());
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /**
     * What came.
     *
     * @return the study; texts and files are read from the archive, which must still be open
     */
    public StudyData data() {
        return data;
    }

    /**
     * How the file's program counted.
     *
     * @return the dialect that was used, and how sure it is; sureness 1 where it was given
     */
    public Dialect.Guess dialect() {
        return dialect;
    }

    /**
     * What was repaired, guessed, set aside or left out.
     *
     * @return the report, as section 7 of the standard asks for
     */
    public LossReport losses() {
        return losses;
    }

    @Override public void close() throws IOException {
        archive.close();
    }

    static Codebook codebook(String id, String title, String language, List<Theme> themes) {
        String slug = RefiNames.slug(id);
        return new Codebook(slug.isEmpty() ? "codebook" : slug, "1", title.isBlank() ? Wording.NONE : new Wording(Map.of(language, title)), themes);
    }
}
