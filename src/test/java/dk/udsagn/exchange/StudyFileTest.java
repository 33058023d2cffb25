package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.coding.Approach;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileTest {
    private static final String GOOD = """
        {
          "title": "Ensomhed på landet",
          "language": "da",
          "coders": [{"id": "k1", "name": "Åse"}, {"id": "k2"}],
          "respondents": [
            {"id": "A", "attributes": {"alder": 26, "køn": "kvinde", "nr": "007", "ny": true}},
            {"id": "B"}
          ],
          "transcripts": {"A-1": {"speakers": {"Anne": "A", "M:": "interviewer"}}}
        }
        """;
    @TempDir Path folder;

    private StudyFile read(String text) throws IOException {
        Path file = folder.resolve("study.json");
        Files.writeString(file, text);
        return StudyFile.read(file);
    }

    private void faultOf(String text, int line, String problem) {
        var e = assertThrows(FormatException.class, () -> read(text));
        assertTrue(e.getMessage().contains(problem), e.getMessage());
        assertEquals(line, e.line(), e.getMessage());
        assertTrue(e.source().endsWith("study.json"), e.source());
    }

    @Test void theApproachIsDeclaredOrTheCodebooks() throws IOException {
        assertEquals(Approach.CODEBOOK, read(GOOD).approach());
        var reflexive = read(GOOD.replace("\"language\"", "\"approach\": \"reflexive\",\n\"language\""));
        assertEquals(Approach.REFLEXIVE, reflexive.approach());
        assertEquals(reflexive, read(reflexive.write()));
        faultOf(GOOD.replace("\"language\"", "\"approach\": \"grounded\",\n\"language\""), 3, "there are reliability, codebook and reflexive");
    }

    @Test void saysWhatTheFileSays() throws IOException {
        var study = read(GOOD);
        assertEquals("Ensomhed på landet", study.title());
        assertEquals(Language.DANISH, study.language());
        assertEquals(List.of("k1", "k2"), study.coders().stream().map(c -> c.id()).toList());
        assertEquals(Map.of("alder", "26", "køn", "kvinde", "nr", "007", "ny", "true"), study.respondents().getFirst().attributes());
        assertEquals(List.of("alder", "køn", "nr", "ny"), List.copyOf(study.respondents().getFirst().attributes().keySet()));
        assertEquals(Map.of("A-1", Map.of("Anne", "A", "M:", "interviewer")), study.speakers());
    }

    @Test void whatIsWrittenIsReadUnchangedAndWrittenAlike() throws IOException {
        var study = read(GOOD);
        assertEquals(study, read(study.write()));
        assertEquals(study.write(), read(study.write()).write());
    }

    @Test void anEmptyObjectIsAStudyInDanishWithNobodyInIt() throws IOException {
        var study = read("{}");
        assertEquals("", study.title());
        assertEquals(Language.DANISH, study.language());
        assertEquals(List.of(), study.respondents());
    }

    @Test void aByteOrderMarkAndWindowsLineEndsDoNoHarm() throws IOException {
        assertEquals(read(GOOD), read("\uFEFF" + GOOD.replace("\n", "\r\n")));
    }

    @Test void anUnknownKeyIsNamedWithItsLineAndThoseThereMayBe() {
        faultOf(GOOD.replace("\"title\"", "\"titel\""), 2, "unknown key \"titel\"; here there may be title, language, approach, coders, respondents, transcripts");
        faultOf(GOOD.replace("{\"id\": \"B\"}", "{\"id\": \"B\",\n \"attribute\": {}}"), 8, "unknown key \"attribute\"; here there may be id, attributes");
    }

    @Test void aSecondRespondentWithTheSameIdIsNamed() {
        faultOf(GOOD.replace("{\"id\": \"B\"}", "{\"id\": \"A\"}"), 7, "a second respondent has the id \"A\"; give one of them another");
    }

    @Test void aSecondCoderWithTheSameIdIsNamed() {
        faultOf(GOOD.replace("{\"id\": \"k2\"}", "\n{\"id\": \"k1\"}"), 5, "a second coder has the id \"k1\"; give one of them another");
    }

    @Test void brokenJsonIsNamedWithItsLine() {
        faultOf(GOOD.replace("[{\"id\": \"k1\"", "[{\"id\" \"k1\""), 4, "this is no JSON");
        faultOf(GOOD + "{}", 11, "something follows after the closing brace; take it out");
        faultOf("{\n\"title\": \"a\",\n\"title\": \"b\"\n}", 3, "Duplicate field 'title'");
        faultOf("", 1, "a JSON object was expected, found nothing");
        faultOf("[]", 1, "a JSON object was expected, found a list");
    }

    @Test void aValueOfTheWrongTypeIsNamedWithItsLine() {
        faultOf(GOOD.replace("\"Ensomhed på landet\"", "3"), 2, "\"title\" needs a text, found 3");
        faultOf(GOOD.replace("{\"id\": \"B\"}", "\"B\""), 7, "\"respondents\" needs a list of objects, found the text \"B\"");
        faultOf(GOOD.replace("{\"id\": \"B\"}", "{}"), 7, "\"id\" is missing; it needs a text");
        faultOf(GOOD.replace("26", "[26]"), 6, "a text, a number, true or false was expected, found a list");
        faultOf(GOOD.replace("{\"speakers\": {\"Anne\": \"A\", \"M:\": \"interviewer\"}}", "\"A\""), 9, "an object was expected, found the text \"A\"");
        faultOf(GOOD.replace("\"da\"", "\"xx\""), 3, "there is no language \"xx\"");
        faultOf(GOOD.replace("\"k2\"", "\"k/2\""), 4, "coder id \"k/2\"");
        faultOf(GOOD.replace("\"B\"", "\" \""), 7, "a respondent needs an id");
    }

    @Test void aFileThatIsNotUtf8IsNamed() throws IOException {
        Path file = folder.resolve("study.json");
        Files.write(file, GOOD.getBytes(StandardCharsets.ISO_8859_1));
        var e = assertThrows(FormatException.class, () -> StudyFile.read(file));
        assertTrue(e.getMessage().endsWith("study.json: it is not UTF-8; save it as UTF-8"), e.getMessage());
    }

    @Test void aFileThatIsNotThereIsTheDisksError() {
        assertThrows(NoSuchFileException.class, () -> StudyFile.read(folder.resolve("study.json")));
    }
}
