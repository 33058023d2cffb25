package dk.udsagn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A summary of some respondents, and by groups of them. */
class SummarizeTest {
    @TempDir Path temp;
    private Path study;
    private Path out;
    private final StringWriter said = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        said.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(said), new PrintWriter(err), args);
    }

    private int summarize(String... options) {
        var args = new String[4 + options.length];
        System.arraycopy(new String[] {"summarize", study.toString(), "-o", out.toString()}, 0, args, 0, 4);
        System.arraycopy(options, 0, args, 4, options.length);
        return run(args);
    }

    @BeforeEach void fourRespondentsOfTwoGroups() throws IOException {
        study = temp.resolve("studie");
        out = temp.resolve("out");
        Files.createDirectories(study.resolve("transcripts"));
        for (String id : new String[] {"A", "B", "C", "D"}) {
            Files.writeString(study.resolve("transcripts").resolve(id + ".txt"), "I: Hvordan var det?\nR: Det hjalp mig meget.\n");
        }
        Files.writeString(study.resolve("study.json"), """
            {"title": "Fire", "coders": [{"id": "k1"}], "respondents": [{"id": "A", "attributes": {"age": "26", "gender": "mand"}}, {"id": "B", "attributes": {"age": "19", "gender": "kvinde"}},
             {"id": "C", "attributes": {"age": "over 30", "gender": "mand"}}, {"id": "D", "attributes": {"gender": "kvinde"}}]}
            """);
        Files.writeString(study.resolve("codebook.json"), "{\"id\": \"b\", \"version\": \"1\", \"themes\": [{\"id\": \"helped\", \"name\": \"Hjulpet\"}]}");
        for (String id : new String[] {"A", "C"}) {
            assertEquals(0, run("code", study.toString(), "--transcript", id, "--quote", "Det hjalp mig meget", "--theme", "helped", "--coder", "k1"), err.toString());
        }
    }

    @Test void onlyThoseOfWhomAConditionHoldsAreThere() throws IOException {
        assertEquals(0, summarize("--where", "age>=20"), err.toString());
        assertTrue(said.toString().startsWith("Fire – kun age>=20 (2 af 4 respondenter): 2 respondents, 2 excerpts\nleft out, since it cannot be told: D (age>=20: –)\n"), said.toString());
        assertTrue(Files.readString(out.resolve("index.html")).contains("<h1>Fire – kun age&gt;=20 (2 af 4 respondenter)</h1>"));
        assertTrue(Files.readString(out.resolve("summary.md")).startsWith("# Fire – kun age\\>=20 (2 af 4 respondenter)\n"), Files.readString(out.resolve("summary.md")));
        assertEquals("respondent,age,gender,helped\r\nA,26,mand,1\r\nC,over 30,mand,1\r\n", Files.readString(out.resolve("presence.csv")));
        assertFalse(Files.exists(out.resolve("respondent-B.html")));
    }

    @Test void conditionsMayBeMoreThanOne() throws IOException {
        assertEquals(0, summarize("--where", "gender != mand", "--where", "age<20"), err.toString());
        assertEquals("respondent,age,gender,helped\r\nB,19,kvinde,0\r\n", Files.readString(out.resolve("presence.csv")));
    }

    @Test void thoseOfOneGroupStandTogetherAndHaveACrosstab() throws IOException {
        assertEquals(0, summarize("--by", "gender"), err.toString());
        assertEquals("respondent,age,gender,helped\r\nB,19,kvinde,0\r\nD,,kvinde,0\r\nA,26,mand,1\r\nC,over 30,mand,1\r\n", Files.readString(out.resolve("presence.csv")));
        assertEquals("attribute,value,theme,of,respondents,contrary,excerpts\r\ngender,kvinde,helped,2,0,0,0\r\ngender,mand,helped,2,2,0,2\r\n", Files.readString(out.resolve("crosstab.csv")));
        assertTrue(Files.readString(out.resolve("summary.md")).contains("### Tema efter gender\n"));
        String page = Files.readString(out.resolve("index.html"));
        assertTrue(page.contains("<h2 id=\"crosstab-1\">Tema efter gender</h2>"), page);
        assertTrue(page.contains(">B</a><br><small>kvinde</small></th>"), page);
        assertEquals(0, summarize("--by", "age"), err.toString());
        assertTrue(Files.readString(out.resolve("crosstab.csv")).contains("age,over 30,helped,1,1,0,1\r\n"), Files.readString(out.resolve("crosstab.csv")));
    }

    @Test void whatIsNoConditionOrNoAttributeIsNamedWithThoseThereAre() {
        assertEquals(2, summarize("--where", "alder>=20"));
        assertTrue(err.toString().contains("no respondent has an attribute \"alder\"; there are [age, gender]"), err.toString());
        assertEquals(2, summarize("--by", "køn"));
        assertTrue(err.toString().contains("no respondent has an attribute \"køn\"; there are [age, gender]"), err.toString());
        assertEquals(2, summarize("--where", "age"));
        assertTrue(err.toString().contains("--where \"age\" is no condition; write attribute, sign and value in quotation marks, as in --where \"age>=20\""), err.toString());
        assertEquals(2, summarize("--where", "age>=gammel"));
        assertTrue(err.toString().contains("a number only, found \"gammel\""), err.toString());
        assertEquals(2, summarize("--where", "age>99"));
        assertTrue(err.toString().contains("there is no respondent with age>99; there are [A {age=26, gender=mand}"), err.toString());
    }
}
