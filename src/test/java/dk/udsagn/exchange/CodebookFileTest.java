package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Example;
import dk.udsagn.codebook.Indicator;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodebookFileTest {
    private static final String GOOD = """
        {
          "id": "hverdag",
          "version": "3",
          "title": {"da": "Hverdag", "en": "Everyday life"},
          "themes": [
            {"id": "being-seen", "name": "At blive set", "definition": {"da": "Nogen ser en."}, "colour": "#a0b0c0", "memo": "husk",
             "include": ["når nogen lytter"], "exclude": [{"da": "blot at høre til", "en": "mere belonging"}],
             "indicators": [{"find": "lytte til mig", "weight": 0.8, "polarity": "positive"}],
             "examples": [{"text": "han hørte efter", "polarity": "positive", "note": "se A", "question": "hvad gjorde han?"}],
             "counterExamples": [{"text": "jeg hørte musik"}],
             "themes": [{"id": "by-adults", "name": "Af voksne"}]},
            {"id": "tools"}
          ]
        }
        """;
    @TempDir Path folder;

    private Codebook read(String text) throws IOException {
        Path file = folder.resolve("codebook.json");
        Files.writeString(file, text);
        return CodebookFile.read(file);
    }

    private void faultOf(String text, int line, String problem) {
        var e = assertThrows(FormatException.class, () -> read(text));
        assertTrue(e.getMessage().contains(problem), e.getMessage());
        assertEquals(line, e.line(), e.getMessage());
    }

    @Test void saysWhatTheFileSays() throws IOException {
        var codebook = read(GOOD);
        assertEquals(List.of("being-seen", "by-adults", "tools"), List.copyOf(codebook.all().keySet()));
        var seen = codebook.theme("being-seen");
        assertEquals("At blive set", seen.name().in("da"));
        assertEquals("mere belonging", seen.exclude().getFirst().in("en"));
        assertEquals(0.8, seen.indicators().getFirst().weight());
        assertEquals(Polarity.NEUTRAL, seen.counterExamples().getFirst().polarity());
    }

    @Test void whatIsWrittenIsReadUnchangedAndWrittenAlike() throws IOException {
        var codebook = read(GOOD);
        String written = CodebookFile.write(codebook);
        assertEquals(codebook, read(written));
        assertEquals(written, CodebookFile.write(read(written)));
    }

    @Test void anUnknownKeyIsNamedWithItsLine() {
        faultOf(GOOD.replace("\"memo\"", "\"memos\""), 6, "unknown key \"memos\"");
        faultOf(GOOD.replace("\"find\"", "\"search\""), 8, "unknown key \"search\"; here there may be find, weight, polarity");
    }

    @Test void twoThemesWithOneIdAreNamed() {
        faultOf(GOOD.replace("\"tools\"", "\"by-adults\""), 12, "two themes with the id \"by-adults\"");
    }

    @Test void aThemeOrIndicatorThatCannotBeIsNamedWithItsLine() {
        faultOf(GOOD.replace("\"tools\"", "\"Tools!\""), 12, "theme id \"Tools!\"");
        faultOf(GOOD.replace("0.8", "1.8"), 8, "has weight 1.8; it needs to be over 0 and at most 1");
        faultOf(GOOD.replace("0.8", "\"0.8\""), 8, "\"weight\" needs a number, found the text \"0.8\"");
        faultOf(GOOD.replace("\"weight\": 0.8, \"polarity\": \"positive\"", "\"weight\": 0.8, \"polarity\": \"good\""), 8, "there is no polarity \"good\"");
        faultOf(GOOD.replace("#a0b0c0", "blå"), 6, "colour \"blå\"");
        faultOf(GOOD.replace("\"version\": \"3\",\n", ""), 1, "\"version\" is missing");
        faultOf(GOOD.replace("[\"når nogen lytter\"]", "\"når nogen lytter\""), 7, "\"include\" needs a list");
        faultOf(GOOD.replace("{\"text\": \"jeg hørte musik\"}", "7"), 10, "an object was expected, found 7");
    }

    @Test void indicatorsAndExamplesMayBeBareTextsAndHaveTheTablesUsualWeightAndSide() throws IOException {
        var theme = read("""
            {"id": "b", "version": "1", "themes": [{"id": "sleep", "name": "Søvn",
             "indicators": ["søvn", {"find": "sove"}, {"find": "træt", "polarity": "negative"}], "examples": ["jeg sover dårligt"]}]}
            """).theme("sleep");
        assertEquals(List.of(new Indicator("søvn", 0.5, Polarity.POSITIVE), new Indicator("sove", 0.5, Polarity.POSITIVE), new Indicator("træt", 0.5, Polarity.NEGATIVE)), theme.indicators());
        assertEquals(List.of(new Example("jeg sover dårligt", Polarity.NEUTRAL, "")), theme.examples());
    }

    @Test void anIndicatorWithoutWordsOrWeightIsNamedByThemeAndNumber() {
        faultOf(GOOD.replace("\"weight\": 0.8", "\"weight\": 0"), 8, "theme being-seen, indicator 1: ");
        faultOf(GOOD.replaceAll("\"find\": \"[^\"]*\"", "\"find\": \" \""), 8, "theme being-seen, indicator 1: an indicator needs words to find");
    }

    @Test void aVersionThatIsANumberIsNamed() {
        faultOf(GOOD.replace("\"3\"", "3"), 3, "\"version\" needs a text, found 3");
    }
}
