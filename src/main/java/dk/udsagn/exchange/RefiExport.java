package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.transcript.LossReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;

/**
 * A study for other programs, as REFI-QDA 1.0: texts with LF and without a byte order mark, positions in code points, ends after the last
 * character. What the standard has no place for travels in notes, and comes back from them; see {@link RefiImport}. A recording that came along with its
 * transcript goes out with it, with time marks and selections as they came; what was coded since lies between marks that have no time where none stood.
 *
 * <p>The same study gives the same bytes, and each thing keeps its GUID from one export to the next. Memory is bounded by the codings and the
 * two largest texts.
 */
public final class RefiExport {
    private RefiExport() {
    }

    /**
     * Writes a {@code .qdpx}.
     *
     * @param data the study
     * @param file where to; nothing is left there, and what was there stays, when writing fails
     * @return what could not travel, or travels where other programs do not show it
     * @throws IOException if a text cannot be read or the file not be written
     */
    public static LossReport write(StudyData data, Path file) throws IOException {
        return whole(file, out -> write(data, out));
    }

    /**
     * Writes a {@code .qdpx}.
     *
     * @param data the study
     * @param out  where to; stays open
     * @return what could not travel, or travels where other programs do not show it
     * @throws IOException if a text cannot be read or the archive not be written
     */
    public static LossReport write(StudyData data, OutputStream out) throws IOException {
        return new RefiOut(data).write(out);
    }

    /**
     * Writes a codebook alone, a {@code .qdc}.
     *
     * @param codebook   the codebook
     * @param language   code of the language in which its themes are named
     * @param remembered what other programs called the themes, as in {@link StudyData#remembered()}; may be empty
     * @param file       where to; nothing is left there, and what was there stays, when writing fails
     * @return what could not travel
     * @throws IOException if the file cannot be written
     */
    public static LossReport writeCodebook(Codebook codebook, String language, Map<String, String> remembered, Path file) throws IOException {
        return whole(file, out -> new RefiOutCodes(codebook, language, remembered, new Losses()).writeAlone(out));
    }

    private interface Writing {
        LossReport to(OutputStream out) throws IOException;
    }

    /** Writes beside the file and moves there when done, so that nothing half-written is ever found. */
    private static LossReport whole(Path file, Writing writing) throws IOException {
        // no temporary file as the system makes them: that one only its owner may read, and the file would inherit it
        Path part = file.toAbsolutePath().resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            LossReport report;
            try (var out = Files.newOutputStream(part)) {
                report = writing.to(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return report;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
