package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.survey.Claim;
import dk.udsagn.survey.FigureKind;
import dk.udsagn.survey.Quantity;
import dk.udsagn.survey.Statement;
import dk.udsagn.survey.Survey;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyFileTest {
    private static final Path SAMPLE = Path.of("corpus/headspace/survey.json");
    @TempDir
    private Path dir;

    private Survey read(String json) throws IOException {
        return SurveyFile.read(Files.writeString(dir.resolve("survey.json"), json));
    }

    private String fault(String json) {
        return assertThrows(FormatException.class, () -> read(json)).getMessage().replace(dir.toString(), "");
    }

    private static String ordered(String rest) {
        return "{\"figures\": [\n{\"id\": \"f\", \"kind\": \"ordered\", " + rest + "}]}";
    }

    @Test void theSampleStudysFiguresComeBackUnchanged() throws IOException {
        var survey = SurveyFile.read(SAMPLE);
        assertEquals(List.of("activity", "municipality", "age", "education", "education2021", "srs", "helped", "self-efficacy", "bridging"),
            survey.figures().stream().map(f -> f.id()).toList());
        assertEquals(survey, read(SurveyFile.write(survey)));
    }

    @Test void theSampleStudysFiguresComeBackFromATableToo() throws IOException {
        var survey = SurveyFile.read(SAMPLE);
        var table = SurveyFile.writeCsv(survey.figures());
        var back = SurveyFile.readCsv(Files.writeString(dir.resolve("f.csv"), table));
        assertEquals(survey.figures().stream().map(f -> f.id()).toList(), back.stream().map(f -> f.id()).toList());
        assertEquals(survey.figure("helped").kind(), back.get(6).kind());
        assertEquals(survey.figure("activity").kind(), back.get(0).kind());
        assertEquals(survey.figure("self-efficacy").kind(), back.get(7).kind());
        assertEquals(survey.figure("srs").kind(), back.get(5).kind());
        assertEquals(survey.figure("age").kind(), back.get(2).kind());
        assertEquals(table, SurveyFile.writeCsv(back));
    }

    @Test void printedDecimalsCount() throws IOException {
        var kind = (FigureKind.Ordered) read(ordered("\"unit\": \"persons\", \"base\": 10, \"answers\": {\"a\": 74, \"b\": 26.0}")).figure("f").kind();
        assertEquals(new Quantity.Range(73.5, 74.5), kind.answers().get(0).value().range().orElseThrow());
        assertEquals(new Quantity.Range(25.95, 26.05), kind.answers().get(1).value().range().orElseThrow());
    }

    @Test void missingRoundedAndLimitedValuesAreToldApart() throws IOException {
        var kind = (FigureKind.Ordered) read(ordered("\"unit\": \"persons\", \"base\": 10, \"answers\": {\"a\": null, \"b\": {\"missing\": \"a picture\"}, \"c\": {\"over\": 9}, \"d\": 9}"))
            .figure("f").kind();
        assertEquals(Quantity.missing(""), kind.answers().get(0).value());
        assertEquals(Quantity.missing("a picture"), kind.answers().get(1).value());
        assertInstanceOf(Quantity.Bound.class, kind.answers().get(2).value());
        assertInstanceOf(Quantity.Rounded.class, kind.answers().get(3).value());
        assertTrue(kind.answers().get(0).value().range().isEmpty());
    }

    @Test void aFigureWithoutBaseIsNamedWithItsLine() {
        String said = fault(ordered("\"unit\": \"persons\", \"answers\": {\"a\": 100}"));
        assertTrue(said.contains("survey.json:2: figure f has no base; give how many it is based on, or {\"missing\": \"why\"}"), said);
    }

    @Test void aBaseMayBeMissingWithTheReason() throws IOException {
        assertEquals(Quantity.missing("a picture"), read(ordered("\"unit\": \"persons\", \"base\": {\"missing\": \"a picture\"}, \"answers\": {\"a\": 100}")).figure("f").base());
    }

    @Test void aNegativeShareIsNamed() {
        String said = fault(ordered("\"unit\": \"persons\", \"base\": 10, \"answers\": {\"a\": -3}"));
        assertTrue(said.contains("share of \"a\" is -3; a share is 0 to 100 per cent"), said);
        assertTrue(fault(ordered("\"unit\": \"persons\", \"base\": 10, \"answers\": {\"a\": 101}")).contains("is 101"));
    }

    @Test void anUnknownUnitIsNamed() {
        String said = fault(ordered("\"unit\": \"dogs\", \"base\": 10, \"answers\": {\"a\": 3}"));
        assertTrue(said.contains("there is no unit \"dogs\"; there are persons, sessions, courses and unstated"), said);
    }

    @Test void anUnknownThemeIsNamed() throws IOException {
        var survey = read(ordered("\"unit\": \"persons\", \"base\": 10, \"themes\": [\"x\"], \"answers\": {\"a\": 3}"));
        var e = assertThrows(NoSuchElementException.class, () -> survey.requireThemes(Set.of("helped")));
        assertEquals("figure f stands beside a theme \"x\"; the codebook has [helped]", e.getMessage());
    }

    @Test void aMisspeltKeyOrKindIsNamed() {
        assertTrue(fault(ordered("\"unit\": \"persons\", \"base\": 10, \"answer\": {\"a\": 3}")).contains("unknown key \"answer\""));
        assertTrue(fault("{\"figures\": [{\"id\": \"f\", \"unit\": \"persons\", \"base\": 1, \"kind\": \"pie\"}]}").contains("no kind of figure \"pie\""));
        assertTrue(fault("{\"statements\": [{\"id\": \"s\", \"figure\": \"g\", \"says\": \"shows\", \"of\": \"x\"}]}").contains("about a figure \"g\""));
    }

    @Test void aClaimMayBeASentence() throws IOException {
        var survey = read("{\"claims\": [{\"id\": \"c\", \"sentence\": \"De fleste respondenter er positive om helped.\"}, {\"id\": \"d\", \"sentence\": {\"en\": \"Most respondents are positive about helped.\"}}]}");
        assertEquals(Claim.Word.MOST, survey.claims().get(0).quantifier());
        assertEquals(survey.claims().get(0).says(), survey.claims().get(1).says());
        assertTrue(fault("{\"claims\": [{\"id\": \"c\",\n \"sentence\": \"Bananer er gule.\"}]}").contains(":2: \"Bananer er gule.\" is no sentence"));
    }

    @Test void aTableWithSemicolonsAndQuotesIsRead() throws IOException {
        var figures = SurveyFile.readCsv(Files.writeString(dir.resolve("f.csv"), "figure;kind;unit;base;field;label;value\r\nf;ordered;persons;12;answers;\"ja; \"\"helt\"\"\";60\r\nf;;;;answers;nej;40\r\n"));
        var kind = (FigureKind.Ordered) figures.getFirst().kind();
        assertEquals(List.of("ja; \"helt\"", "nej"), kind.answers().stream().map(FigureKind.Value::label).toList());
    }

    @Test void decimalsMayStandAfterACommaAsDanishSpreadsheetsWriteThem() throws IOException {
        var figures = SurveyFile.readCsv(Files.writeString(dir.resolve("f.csv"), "figure;kind;unit;base;field;label;value\nf;ordered;persons;12;answers;ja;37,1\nf;;;;answers;nej;over 9,5\n"));
        var kind = (FigureKind.Ordered) figures.getFirst().kind();
        assertEquals(List.of(Quantity.rounded("37.1"), new Quantity.Bound(Quantity.Side.OVER, new java.math.BigDecimal("9.5"))),
            kind.answers().stream().map(FigureKind.Value::value).toList());
    }

    @Test void aFaultInATableIsNamedWithItsLine() throws IOException {
        var file = Files.writeString(dir.resolve("f.csv"), "figure,kind,unit,base,field,label,value\nf,ordered,persons,12,answers,a,many\n");
        assertTrue(assertThrows(FormatException.class, () -> SurveyFile.readCsv(file)).getMessage().contains("f.csv:2: \"many\" is no value"));
        var other = Files.writeString(dir.resolve("g.csv"), "figure,kind,unit,base,field,label,value\nf,ordered,persons,,answers,a,3\n");
        assertTrue(assertThrows(FormatException.class, () -> SurveyFile.readCsv(other)).getMessage().contains("g.csv:2: figure f: figure f has no base"));
    }

    @Test void aFractionInWordsKnowsHowFarItIsRounded() {
        var fifth = Statement.fraction(1, 5).range().orElseThrow();
        assertEquals(100 / 5.5, fifth.low(), 1e-9);
        assertEquals(100 / 4.5, fifth.high(), 1e-9);
        assertEquals(new Quantity.Range(62.5, 87.5), Statement.fraction(3, 4).range().orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> Statement.fraction(5, 4));
    }
}
