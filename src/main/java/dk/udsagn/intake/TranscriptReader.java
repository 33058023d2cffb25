package dk.udsagn.intake;

import java.io.IOException;
import java.util.Optional;

/** Reads one kind of transcript file. The kind is known by its content; a file's ending is at most a hint. */
public interface TranscriptReader {
    /**
     * Reads a file if it is of this reader's kind.
     *
     * @param file the file as it came
     * @return the reading; empty when the file is of another kind
     * @throws IOException if the file's disk fails
     * @throws dk.udsagn.transcript.FormatException if the file is of this kind and broken
     */
    Optional<Reading> read(Source file) throws IOException;
}
