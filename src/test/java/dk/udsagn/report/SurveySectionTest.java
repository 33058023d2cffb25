package dk.udsagn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.exchange.Json;
import dk.udsagn.exchange.SurveyFile;
import dk.udsagn.survey.Evidence;
import dk.udsagn.survey.JointDisplay;
import dk.udsagn.survey.Survey;
import dk.udsagn.survey.Voices;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class SurveySectionTest {
    private static final Evidence SIX = new Voices("being-seen", "helped", "self-efficacy", "bridging", "bridging/contact")
        .attribute("A", "age", "26").attribute("A", "sessions", "mere end 12").attribute("B", "age", "23").attribute("B", "sessions", "8").attribute("C", "age", "18")
        .quote("A", "helped", Polarity.POSITIVE).quote("B", "helped", Polarity.NEGATIVE).quote("C", "contact", Polarity.NEUTRAL).evidence();

    private static Survey survey() throws IOException {
        return SurveyFile.read(Path.of("corpus/headspace/survey.json"));
    }

    static SurveySection section(Language language) throws IOException {
        return new SurveySection(JointDisplay.of(survey(), SIX, language), Map.of("A", "A.txt"));
    }

    @Test void eachFigureStandsWithChartTableAndRelation() throws Exception {
        String html = section(Language.DANISH).html();
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html.replace("<br>", "<br/>"))));
        assertEquals(9, document.getElementsByTagName("svg").getLength());
        assertEquals(9 + 2, document.getElementsByTagName("table").getLength());        // and the claims and the faults
        assertTrue(html.contains("Udvider: udsagnene siger noget, som tallet ikke viser."), html);
        assertTrue(html.contains("Tavs: ingen er citeret om det, eller tallet mangler."), html);
        assertTrue(html.contains("<td>37,1 %</td>"), html);
        assertTrue(html.contains("mangler (kategorien opgjort fra 12. april 2021)"), html);
        assertTrue(html.contains("2,4 (opgivet); 2,46 (beregnet)"), html);
        assertTrue(html.contains("n = 3753 samtaler"), html);
    }

    @Test void contraryQuotesStandBesideTheOthersWithTheirPlace() throws IOException {
        String html = section(Language.DANISH).html();
        assertTrue(html.contains("<q>det var helped</q></p>\n<p class=\"meta\">A:2 · A.txt linje 2 · navn på helped · positiv"), html);
        assertTrue(html.contains("<h4>Modsatte udsagn</h4>\n<blockquote class=\"contrary\"><p><q>det var ikke helped</q>"), html);
    }

    @Test void itAsksNothingOfTheNetworkAndHasNoColourOfItsOwn() throws IOException {
        String html = section(Language.DANISH).html().replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        for (String no : List.of("http", "<script", "style=", "#000", "rgb(")) {
            assertFalse(html.contains(no), no);
        }
    }

    @Test void claimsStandWithTheirVerdictAndTheMostThatCanBeSaid() throws IOException {
        String markdown = section(Language.DANISH).markdown();
        assertTrue(markdown.contains("| alle seks oplever, at samtalerne har hjulpet dem | modsiges | 1 for (A); 1 imod (B); 1 tavs eller uoplyst (C) | 1 af 3 respondenter er positive om helped. |"), markdown);
        assertTrue(markdown.contains("| alle seks har haft mange flere samtaler end gennemsnittet | siger for meget |"), markdown);
        assertTrue(markdown.contains("uden den 192 → 88 (-54,2 %)"), markdown);
    }

    @Test void theWordReportHasEachFigureWithItsBarsQuotesRelationAndVerdicts() throws Exception {
        var out = new StringWriter();
        new SurveyDocx(section(Language.DANISH), out).whole();
        String markup = "<w:body xmlns:w=\"w\">" + out + "</w:body>";
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(markup)));
        assertEquals(9 + 2, document.getElementsByTagName("w:tbl").getLength());          // as many tables as the page has
        String text = document.getDocumentElement().getTextContent();
        assertTrue(text.contains("rigtig meget37,1 %██meget36,9 %██noget19,4 %█lidt5,4 %▌slet ikke1,2 %▏"), text);
        assertTrue(text.contains("Udvider: udsagnene siger noget, som tallet ikke viser."), text);
        assertTrue(text.contains("Modsatte udsagn:↯ det var ikke helped"), text);
        assertTrue(text.contains("alle seks oplever, at samtalerne har hjulpet demmodsiges1 for (A); 1 imod (B); 1 tavs eller uoplyst (C)"), text);
        assertTrue(text.contains("mangler (kategorien opgjort fra 12. april 2021)"), text);
    }

    @Test void theSameGivesTheSameBytes() throws IOException {
        assertEquals(section(Language.ENGLISH).html(), section(Language.ENGLISH).html());
        assertEquals(section(Language.ENGLISH).markdown(), SurveySection.of(SIX.matrix(), SIX.codebook(), survey(), Language.ENGLISH, Map.of("A", "A.txt")).markdown());
    }

    @Test void forProgramsItIsPlainJson() throws IOException {
        String json = Json.line(SurveyJson.of(section(Language.ENGLISH).display()));
        assertTrue(json.contains("{\"theme\":\"helped\",\"figures\":[{\"figure\":\"helped\",\"lean\":\"favourable\",\"relation\":\"expands\"}],\"respondents\":3,\"voices\":\"divided\","
            + "\"stands\":{\"for\":[\"A\"],\"against\":[\"B\"],\"mixed\":[],\"neutral\":[],\"silent\":[\"C\"]}"), json);
        assertTrue(json.contains("\"claim\":\"c-helped\""), json);
        assertTrue(json.contains("\"fault\":\"groups-gap\",\"figure\":\"age\",\"sure\":\"certain\""), json);
    }

    @Test void wordsOfAFileCannotBecomeMarkup(@TempDir Path dir) throws IOException {
        var file = Files.writeString(dir.resolve("s.json"), "{\"figures\": [{\"id\": \"f\", \"title\": \"<b>&\", \"unit\": \"persons\", \"base\": 3, \"kind\": \"several\", "
            + "\"answers\": {\"<script>x</script> | y\": 3}, \"notes\": [\"<i>\"]}]}");
        var hostile = new SurveySection(JointDisplay.of(SurveyFile.read(file), SIX, Language.DANISH), Map.of());
        assertFalse(hostile.html().contains("<script"), hostile.html());
        assertFalse(hostile.html().contains("<b>"), hostile.html());
        assertTrue(hostile.markdown().contains("\\<script\\>x\\</script\\> \\| y"), hostile.markdown());
    }
}
