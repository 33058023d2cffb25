package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefiTextsTest {
    private static final String WORDS = "Ærligt: det følte jeg\nikke \uFFFD 😊\n";

    @TempDir Path folder;

    /** Only some files hold a text as it is; whichever it is, text, bytes and digest are of the same words. */
    @Test void aTextIsTheSameReadAndInBytesHoweverItsFileHoldsIt() throws IOException {
        check("as it is", WORDS.getBytes(StandardCharsets.UTF_8), WORDS);
        check("with a mark", ("\uFEFF" + WORDS).getBytes(StandardCharsets.UTF_8), WORDS);
        check("with a mark that is twice there", ("\uFEFF\uFEFF" + WORDS).getBytes(StandardCharsets.UTF_8), "\uFEFF" + WORDS);
        check("with CRLF", WORDS.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), WORDS);
        check("with CR", WORDS.replace("\n", "\r").getBytes(StandardCharsets.UTF_8), WORDS);
        check("in UTF-16", ("\uFEFF" + WORDS).getBytes(StandardCharsets.UTF_16LE), WORDS);
        String plain = "Ærligt: det følte jeg ikke\n";
        check("in Windows-1252", plain.getBytes(Charset.forName("windows-1252")), plain);
        check("in ASCII", "Det ved jeg ikke.".getBytes(StandardCharsets.US_ASCII), "Det ved jeg ikke.");
    }

    private void check(String how, byte[] bytes, String words) throws IOException {
        Path file = folder.resolve(how + ".qdpx");
        String xml = "<Project name=\"x\" xmlns=\"urn:QDA-XML:project:1.0\"><Sources><TextSource guid=\"" + RefiGuid.of("t", "1") + "\" name=\"t\" plainTextPath=\"internal://t.txt\">"
            + "<PlainTextSelection guid=\"" + RefiGuid.of("s", "1") + "\" name=\"\" startPosition=\"0\" endPosition=\"3\"/></TextSource></Sources></Project>";
        RefiZips.zip(file, new LinkedHashMap<>(Map.of("project.qde", xml.getBytes(StandardCharsets.UTF_8), "sources/t.txt", bytes)));
        try (var in = RefiImport.open(file)) {
            var text = in.data().sources().getFirst().text();
            assertEquals(words, text.read(), how);
            assertArrayEquals(words.getBytes(StandardCharsets.UTF_8), text.utf8(), how);
            var laid = (Decision.Laid) in.data().decisions().getFirst();
            assertEquals(Transcript.digest(words), laid.content().place().digest(), how);
        }
    }
}
