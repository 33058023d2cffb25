package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files into transcripts. Readers are asked in order, each looks at the content, and the first that knows the file reads it.
 * Immutable; any number of threads may use it.
 */
public final class Intake {
    /** An interview's text is under a megabyte; pictures in a document may make it larger. */
    private static final long LARGEST = 64L << 20;
    private final List<TranscriptReader> readers;

    private Intake(List<TranscriptReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /**
     * All readers of the library.
     *
     * @param language the language of the interviews: its words for speakers and questions
     * @return an intake for every kind of file the library knows
     */
    public static Intake standard(Language language) {
        Wording wording = Wording.of(language);
        return with(new PdfReader(wording), new DocxReader(wording), new OdtReader(wording), new OtherArchive(), new RtfReader(wording), new JsonReader(wording), new ElanReader(wording), new CueReader(wording), new ChatReader(wording),
            new TableReader(wording), new PlainTextReader(wording));
    }

    /**
     * Readers of one's own.
     *
     * @param readers in the order they are asked
     * @return an intake of these readers and no other
     */
    public static Intake with(TranscriptReader... readers) {
        return new Intake(List.of(readers));
    }

    /**
     * Reads a file. Its name without ending becomes the transcript's id.
     *
     * @param file the file
     * @return what was made of it
     * @throws IOException     if the file is missing or the disk fails
     * @throws FormatException if no reader knows the file, or it is broken, empty, or larger than 64 MB
     */
    public Reading read(Path file) throws IOException {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new FormatException(name, 0, "this is a folder", "name the files in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new FormatException(name, 0, "the file is larger than 64 MB, far more than an interview's text", "is it a recording? it has to be transcribed first");
            }
            return read(Source.owning(name, bytes));
        }
    }

    /**
     * Reads a file that was read from disk already.
     *
     * @param file the file as it came
     * @return what was made of it
     * @throws IOException     if a reader fails on its disk
     * @throws FormatException if no reader knows the file, or it is broken or empty, or Java has too little memory for it
     */
    public Reading read(Source file) throws IOException {
        for (TranscriptReader reader : readers) {
            try {
                Optional<Reading> reading = reader.read(file);
                if (reading.isPresent()) {
                    return reading.get();
                }
            } catch (FormatException e) {
                throw Sniff.named(file, e);
            } catch (OutOfMemoryError e) {      // a reader holds nothing beyond the file it reads: all of it is free again here
                throw Headroom.tooLarge(file.name(), 0);
            }
        }
        throw new FormatException(file.name(), 0, "none of the readers knows this kind of file", "save it as text, docx, odt, pdf, vtt or srt");
    }
}
