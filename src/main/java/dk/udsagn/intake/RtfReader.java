package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import java.util.Optional;

/** Rich text, as f4 and bureaus write it: paragraphs, soft breaks and table rows. */
final class RtfReader implements TranscriptReader {
    private final Wording wording;

    RtfReader(Wording wording) {
        this.wording = wording;
    }

    @Override public Optional<Reading> read(Source file) {
        int start = file.startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
        byte[] raw = file.raw();
        String begin = new String(raw, start, Math.min(5, raw.length - start), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (!begin.equals("{\\rtf")) {
            return Optional.empty();
        }
        var losses = new Losses(wording.language());
        var text = new DocumentText();
        if (!new RtfBody(raw, text, wording, losses).read()) {
            if (text.isEmpty()) {
                throw new FormatException(file.name(), 0, "the rich text ends amid its head", "was the file cut off?");
            }
            losses.guessed("end of the file", "the rich text is not closed; it may have been cut off", "", dk.udsagn.transcript.SourcePlace.UNKNOWN);
        }
        return Optional.of(DocumentReading.of(file, text, "rich text (rtf)", wording, losses));
    }
}
