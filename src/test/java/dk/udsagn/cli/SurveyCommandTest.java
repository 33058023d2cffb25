package dk.udsagn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyCommandTest {
    @TempDir Path temp;
    private Path study;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    @BeforeEach void twoRespondentsOfWhomOneWasHelped() throws IOException {
        Path a = Files.writeString(temp.resolve("A.txt"), "I: Hvordan var det?\nR: Det hjalp mig meget.\n");
        Path b = Files.writeString(temp.resolve("B.txt"), "I: Hvordan var det?\nR: Det gjorde ingen forskel.\n");
        Path codebook = Files.writeString(temp.resolve("codebook.json"), "{\"id\": \"b\", \"version\": \"1\", \"themes\": [{\"id\": \"helped\", \"name\": \"Hjulpet\"}]}");
        study = temp.resolve("studie");
        assertEquals(0, run("new", study.toString(), "--transcripts", a.toString(), b.toString(), "--codebook", codebook.toString()), err.toString());
        assertEquals(0, run("code", study.toString(), "--transcript", "A", "--quote", "Det hjalp mig meget", "--theme", "helped", "--coder", "k1", "--polarity", "positive"), err.toString());
        assertEquals(0, run("code", study.toString(), "--transcript", "B", "--quote", "ingen forskel", "--theme", "helped", "--coder", "k1", "--polarity", "negative"), err.toString());
    }

    @Test void aClaimIsHeldToTheEvidenceInDanishAndInEnglish() {
        assertEquals(1, run("survey", study.toString(), "--claim", "alle respondenter er positive om helped", "--format", "json"), err.toString());
        assertTrue(out.toString().contains("\"verdict\":\"contradicted\",\"respondents\":2,\"stands\":{\"for\":[\"A\"],\"against\":[\"B\"]"), out.toString());
        assertTrue(out.toString().contains("\"deciding\":[\"B\"],\"honest\":\"1 af 2 respondenter er positive om helped.\""), out.toString());
        assertTrue(out.toString().contains("\"quote\":\"ingen forskel\""), out.toString());
        assertEquals(0, run("survey", study.toString(), "--claim", "One of the respondents is positive about helped"), err.toString());
        assertTrue(out.toString().contains("holder"), out.toString());
    }

    @Test void faultsOfFiguresAndHowTheyRelateToTheVoicesAreListed() throws IOException {
        Files.writeString(study.resolve("survey.csv"), "figure;kind;unit;base;themes;field;label;value\nf;ordered;persons;12;helped;answers;meget;60\nf;;;;;answers;lidt;30\n");
        assertEquals(1, run("survey", study.toString(), "--format", "json"), err.toString());
        assertTrue(out.toString().contains("{\"kind\":\"theme\",\"theme\":\"helped\",\"figures\":[{\"figure\":\"f\",\"lean\":\"favourable\",\"relation\":\"expands\"}]"), out.toString());
        assertTrue(out.toString().contains("{\"kind\":\"fault\",\"fault\":\"sum\",\"figure\":\"f\",\"sure\":\"certain\""), out.toString());
    }

    @Test void aStudyWithoutFiguresHasNothingToFind() {
        assertEquals(0, run("survey", study.toString()), err.toString());
        assertEquals("", out.toString());
    }

    @Test void aSentenceThatIsNoClaimIsNamedWithWhatWouldDo() {
        assertEquals(2, run("survey", study.toString(), "--claim", "det var godt"));
        assertTrue(err.toString().contains("\"det var godt\" is no sentence that can be held to the evidence: expected"), err.toString());
        assertEquals(2, run("survey", study.toString(), "--claim", "alle respondenter nævner hjælp"));
        assertTrue(err.toString().contains("has no theme \"hjælp\"; it has [helped]"), err.toString());
    }

    @Test void checkNamesWhatInTheSurveyLeadsNowhere() throws IOException {
        Files.writeString(study.resolve("survey.json"), """
            {"figures": [{"id": "f", "unit": "persons", "base": 9, "kind": "several", "themes": ["nowhere"], "answers": {"a": 3}}],
             "claims": [{"id": "c", "sentence": "alle respondenter har alder over 9"}]}
            """);
        assertEquals(1, run("check", study.toString()));
        assertTrue(out.toString().contains("survey.json:f: the figure stands beside a theme \"nowhere\", which the codebook has not; it has [helped]"), out.toString());
        assertTrue(out.toString().contains("survey.json:c: no respondent has an attribute \"alder\""), out.toString());
    }

    @Test void whatLeadsNowhereIsNamedWithTheFileItStandsIn() throws IOException {
        Files.writeString(study.resolve("survey.json"), "{\"figures\": [{\"id\": \"f\", \"unit\": \"persons\", \"base\": 9, \"kind\": \"several\", \"themes\": [\"nowhere\"], \"answers\": {\"a\": 3}}]}");
        assertEquals(2, run("survey", study.toString()));
        assertTrue(err.toString().contains("survey.json: figure f stands beside a theme \"nowhere\"; the codebook has [helped]"), err.toString());
        Files.writeString(study.resolve("survey.json"), "{\"claims\": [{\"id\": \"c\", \"sentence\": \"alle respondenter har alder over 9\"}]}");
        assertEquals(2, run("summarize", study.toString(), "-o", temp.resolve("out").toString()));
        assertTrue(err.toString().contains("survey.json: claim c: no respondent has an attribute \"alder\""), err.toString());
    }
}
