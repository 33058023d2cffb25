package dk.udsagn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodebookVerbTest {
    private static final String TABLE = "\uFEFFid;parent;name;indicators;examples\r\nseen;;Set;0,9 positiv: føle mig hørt;positiv: jeg følte mig hørt\r\n"
        + "helped;;Hjulpet;hjælpe;det hjalp\r\nlater;helped;Bagefter;bagefter;det var bagefter\r\n";
    @TempDir Path temp;
    String study;
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    private String run(String... args) {
        assertEquals(0, exit(args), err.toString());
        return out.toString();
    }

    private int exit(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private static List<String> all(String key, String json) {
        return Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(json).results().map(m -> m.group(1)).toList();
    }

    @BeforeEach void aStudyWithTwoCodings() throws IOException {
        Path a = Files.writeString(temp.resolve("A.txt"), "I: Hvordan var det?\nR: Jeg følte mig hørt. Det hjalp. Ja.\n");
        study = temp.resolve("studie").toString();
        run("new", study, "--transcripts", a.toString(), "--codebook", Files.writeString(temp.resolve("kodebog.csv"), TABLE).toString());
        run("code", study, "--transcript", "A", "--quote", "Det hjalp", "--theme", "helped", "--coder", "k1");
        run("code", study, "--transcript", "A", "--quote", "hørt", "--theme", "helped", "--coder", "k2");
    }

    @Test void aCodebookGoesToASpreadsheetAndBack() throws IOException {
        String table = temp.resolve("codebook.csv").toString();
        for (String[] way : List.of(new String[] {"codebook", study, "-o", table, "--excel"}, new String[] {"codebook", study, "-o", table}, new String[] {"export", study, table})) {
            run(way);
            assertEquals("", run("codebook", study, "--diff", table));
        }
        Files.writeString(Path.of(table), Files.readString(Path.of(table)).replace("0.9 positive: føle mig hørt", "\"0.4 negative: føle mig hørt\n0.5 positive: lytte\""));
        String json = run("codebook", study, "--replace", table, "--format", "json");
        assertEquals("{\"kind\":\"changed\",\"theme\":\"seen\",\"what\":\"indicator\",\"before\":\"føle mig hørt (0.9, positive)\",\"after\":\"føle mig hørt (0.4, negative)\"}",
            json.lines().findFirst().orElseThrow());
        assertEquals(List.of("changed", "added"), all("kind", json));
        assertTrue(err.toString().contains("the version is still \"1\""), err.toString());
        run("summarize", study, "-o", temp.resolve("pages").toString());
        assertEquals("", run("codebook", study, "--diff", temp.resolve("pages/codebook.csv").toString()));
    }

    @Test void aMergeCarriesCodingsOfAllCodersAlongAndCanBeTakenBack() {
        String decision = all("id", run("codebook", study, "--merge", "helped", "--into", "seen", "--coder", "k1", "--why", "ens", "--format", "json")).getFirst();
        assertEquals(List.of("seen", "seen"), all("theme", run("codings", study, "--format", "json")));
        String diff = run("codebook", study, "--diff", temp.resolve("kodebog.csv").toString());
        assertTrue(diff.contains("version changed: 2 -> 1\n") && diff.contains("later moved from seen to helped\n") && diff.contains("theme helped added\n"), diff);
        run("review", study, "withdraw", decision, "--coder", "k1");
        assertEquals(List.of("helped", "helped"), all("theme", run("codings", study, "--format", "json")));
        assertEquals(1, exit("check", study));
        assertTrue(out.toString().contains("has no theme \"helped\""), out.toString());
        run("codebook", study, "--merge", "helped", "--into", "seen", "--coder", "k1");       // gone from the codebook, and still there to be merged
        assertEquals(List.of("seen", "seen"), all("theme", run("codings", study, "--format", "json")));
    }

    @Test void aSplitTakesTheNamedCodingsOnly() {
        String id = all("id", run("codings", study, "--coder", "k1", "--format", "json")).getFirst();
        run("codebook", study, "--split", "helped", "--into", "relief", "--codings", id, "--coder", "k2");
        assertEquals(List.of("relief"), all("theme", run("codings", study, "--coder", "k1", "--format", "json")));
        assertEquals(List.of("helped"), all("theme", run("codings", study, "--coder", "k2", "--format", "json")));
        assertEquals(0, exit("check", study), out.toString());
        assertEquals(2, exit("codebook", study, "--split", "helped", "--into", "relief", "--codings", id, "--coder", "k2"));
        assertTrue(err.toString().contains(id + " has the theme \"relief\", not \"helped\""), err.toString());
        assertEquals(2, exit("codebook", study, "--split", "helped", "--into", "x", "--codings", "nope", "--coder", "k2"));
        assertEquals(2, exit("codebook", study, "--split", "helped", "--into", "x", "--coder", "k2"));
    }

    @Test void codingsOfAThemeThatIsGoneAreFoundAndShown() throws IOException {
        Path book = Files.writeString(temp.resolve("small.csv"), "id,name\nseen,Set\n");
        run("codebook", study, "--replace", book.toString());
        assertEquals(2, all("theme", run("codings", study, "--theme", "helped", "--format", "json")).size());
        assertEquals(List.of("hjalp"), all("quote", run("search", study, "hjælpe AND theme:helped", "--format", "json")));
        run("summarize", study, "-o", temp.resolve("pages").toString());
        assertTrue(Files.readString(temp.resolve("pages/summary.json")).contains("\"helped\""));
        assertTrue(Files.readString(temp.resolve("pages/respondent-A.html")).contains("Det hjalp"));
        assertEquals(2, exit("search", study, "theme:nope"));
        for (String file : List.of("r.qdpx", "r.json", "r.csv", "r.jsonld")) {
            run("export", study, temp.resolve(file).toString());
        }
    }

    @Test void theCheckFailsWhenAnExampleDoes() {
        assertEquals(0, exit("codebook", study, "--check"), err.toString());
        run("codebook", study, "--merge", "later", "--into", "seen", "--coder", "k1");
        assertEquals(0, exit("codebook", study, "--check"), err.toString());
        assertEquals(2, exit("codebook", study, "--check", "--diff", study));
        assertEquals(2, exit("codebook", study, "--check", "--recall", "7"));
        assertEquals(2, exit("codebook", study, "--merge", "later", "--coder", "k1"));
    }

    @Test void whatWordsWeighGoesWhereTheCodebookGoes() throws IOException {
        assertEquals(2, exit("codebook", study, "--words", temp.resolve("w.json").toString()));
        assertTrue(err.toString().contains("words are learned from at least 4 coded interviews; there are 1"), err.toString());
        var files = new ArrayList<String>(List.of("new", temp.resolve("four").toString(), "--codebook", temp.resolve("kodebog.csv").toString(), "--transcripts"));
        for (String id : List.of("B", "C", "D", "E")) {
            files.add(Files.writeString(temp.resolve(id + ".txt"), "I: Hvordan var det?\nR: Jeg følte mig hørt hos " + id + ".\nI: Hvad så nu?\nR: Det regnede.\n").toString());
        }
        run(files.toArray(String[]::new));
        String four = temp.resolve("four").toString();
        for (String id : List.of("B", "C", "D", "E")) {
            run("code", four, "--transcript", id, "--quote", "Jeg følte mig hørt", "--theme", "seen", "--coder", "k1");
        }
        assertEquals(2, exit("codebook", four, "--words", temp.resolve("four/words.json").toString()));
        Path shared = Files.createDirectories(temp.resolve("shared"));
        Files.copy(temp.resolve("kodebog.csv"), shared.resolve("kodebog.csv"));
        run("codebook", four, "--words", shared.resolve("words.json").toString());
        assertTrue(err.toString().contains("from 4 interviews with 8 answers"), err.toString());
        String third = temp.resolve("third").toString();
        run("new", third, "--codebook", shared.resolve("kodebog.csv").toString(), "--transcripts", temp.resolve("A.txt").toString());
        assertTrue(err.toString().contains("words.json came along with the codebook, learned from 4 interviews"), err.toString());
        assertEquals(Files.readString(shared.resolve("words.json")), Files.readString(Path.of(third, "words.json")));
        String without = run("suggest", study, "--by", "indicator,example", "--explain", "A:2", "--theme", "seen");
        assertNotEquals(without, run("suggest", third, "--by", "indicator,example", "--explain", "A:2", "--theme", "seen"));
        assertEquals("", run("check", third));
        Files.writeString(Path.of(third, "words.json"), Files.readString(Path.of(third, "words.json")).replace("[\"seen\"]", "[\"heard\"]"));
        assertEquals(1, exit("check", third));
        assertTrue(out.toString().contains("words have weights for \"heard\", which is no theme"), out.toString());
        Files.writeString(Path.of(third, "words.json"), "[]");
        assertEquals(1, exit("check", third));
        assertEquals(2, exit("suggest", third, "--by", "indicator,example"));
        assertTrue(err.toString().contains("words.json:1: "), err.toString());
    }
}
