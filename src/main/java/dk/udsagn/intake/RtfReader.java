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
        var text = new DocumentText(wording, losses);
        if (!new RtfBody(raw, text, losses).read()) {
            throw new FormatException(file.name(), 0, text.isEmpty() ? "the rich text ends amid its head" : "the rich text ends before its last closing bracket: the file was cut off",
                "get the whole file, or open it and save it anew");
        }
        return Optional.of(DocumentReading.of(file, text, "rich text (rtf)", wording, losses));
    }
}
