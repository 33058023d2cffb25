package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import java.util.Optional;

/** A packed file that no reader before it knew: refused by what it is. */
final class OtherArchive implements TranscriptReader {
    @Override public Optional<Reading> read(Source file) {
        if (!Archive.isOne(file)) {
            return Optional.empty();
        }
        Archive archive = Archive.of(file, n -> n.equals("xl/workbook.xml") || n.equals("ppt/presentation.xml") || n.endsWith(".qde") || n.equals("mimetype"));
        String kind = archive.has("xl/workbook.xml") ? "an Excel workbook" : archive.has("ppt/presentation.xml") ? "a PowerPoint file"
            : archive.has("project.qde") ? "a project of another program (qdpx)" : "a packed file with no document in it";
        String mend = archive.has("xl/workbook.xml") ? "save the sheet as csv" : archive.has("project.qde") ? "import it into a study instead" : "give docx, odt, pdf or text";
        throw new FormatException(file.name(), 0, "this is " + kind + ", no transcript", mend);
    }
}
