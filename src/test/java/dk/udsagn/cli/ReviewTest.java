package dk.udsagn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.Study;
import dk.udsagn.index.Analysis;
import dk.udsagn.suggest.IndicatorSuggester;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
    private static final String CODEBOOK = """
        {"id": "b", "version": "1", "themes": [
          {"id": "seen", "indicators": [{"find": "føle mig hørt", "weight": 0.95, "polarity": "positive"}, {"find": "blev set", "weight": 0.5, "polarity": "positive"}]},
          {"id": "helped", "indicators": [{"find": "hjælpe", "weight": 0.7, "polarity": "positive"}]}]}
        """;
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

    private String failure(String... args) {
        assertEquals(2, exit(args), err.toString());
        assertEquals("", out.toString());
        return err.toString().strip();
    }

    private static List<String> all(String key, String json) {
        return Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(json).results().map(m -> m.group(1)).toList();
    }

    private static List<String> quotes(String lines) {
        return lines.lines().map(line -> all("quote", line).getFirst()).toList();
    }

    private String idOf(String quote) {
        return run("review", study, "list", "--format", "json").lines().filter(l -> all("quote", l).getFirst().equals(quote)).map(l -> all("id", l).getFirst()).findFirst().orElseThrow();
    }

    @BeforeEach void aStudyWithSuggestionsRecorded() throws IOException {
        Path a = Files.writeString(temp.resolve("A.txt"), "I: Hvordan var det?\nR: Jeg følte mig hørt. Det hjalp. Ja.\nI: Altid?\nR: Ja, det hjalp. Jeg blev set. Det hjalp.\n");
        Path codebook = Files.writeString(temp.resolve("codebook.json"), CODEBOOK);
        study = temp.resolve("studie").toString();
        run("new", study, "--transcripts", a.toString(), "--codebook", codebook.toString());
        try (var opened = Study.open(Path.of(study))) {          // sentence by sentence, with the scores that the codebook gives: what suggest proposes is not at issue here
            opened.record(IndicatorSuggester.of(opened.codebook(), Analysis.withoutDictionary(Language.DANISH)).suggest(opened.transcript("A")));
        }
    }

    @Test void whatTeachesMostComesFirst() {
        String list = run("review", study, "list", "--format", "json");
        assertEquals(List.of("Jeg blev set.", "Det hjalp.", "Ja, det hjalp.", "Det hjalp.", "Jeg følte mig hørt."), quotes(list));   // .5 is in doubt; a rule already seen is less news
        assertTrue(list.lines().findFirst().orElseThrow().endsWith("\"uncertainty\":1.0,\"novelty\":1.0}"), list);
        assertEquals(List.of("Jeg blev set."), quotes(run("review", study, "list", "--limit", "1", "--format", "json")));
    }

    @Test void aFilterDecidesOnAllThatMeetIt() {
        run("review", study, "accept", "--theme", "helped", "--score", "0.6", "--coder", "k1", "--why", "klart");
        String codings = run("codings", study, "--format", "json");
        assertEquals(List.of("helped", "helped", "helped"), all("theme", codings));
        assertEquals(List.of("klart", "klart", "klart"), all("why", codings));
        run("review", study, "reject", "--rule", "BLEV set", "--transcript", "A", "--coder", "k1");
        assertEquals(List.of("Jeg følte mig hørt."), quotes(run("review", study, "list", "--format", "json")));
        assertEquals("", run("review", study, "reject", "--below", "0.3", "--coder", "k1"));
        assertEquals("0 suggestions meet the filter\n", err.toString());
    }

    @Test void aSuggestionIsLaidOnOtherWordsAndAgain() {
        String coding = run("review", study, "respan", idOf("Jeg følte mig hørt."), "--quote", "følte mig hørt", "--coder", "k1", "--format", "json");
        assertEquals("følte mig hørt", quotes(coding).getFirst());
        assertTrue(coding.contains("\"origin\":\"suggestion\""), coding);
        String id = all("id", coding).getFirst();
        run("review", study, "respan", id, "--span", "27:41", "--coder", "k1");
        String again = run("review", study, "respan", id, "--quote", "hørt", "--coder", "k1", "--format", "json");
        assertEquals(List.of(id), all("id", again));
        assertEquals(again, run("codings", study, "--format", "json"));
        assertTrue(failure("review", study, "respan", id, "--quote", "Det", "--coder", "k1").contains("contains \"Det\" more than once"));
        assertTrue(failure("review", study, "respan", id, "--quote", "hørt", "--coder", "k2").contains("is k1's; only k1"));
    }

    @Test void whatWasRejectedComesBackOnlyWhenRuleOrWordsChange() throws IOException {
        String proposed = seen().getFirst();
        run("suggest", study, "--theme", "seen", "--record");
        run("review", study, "reject", idOf(proposed), "--coder", "k1", "--why", "nej");
        assertEquals(List.of(), seen());
        Path transcript = Path.of(study, "transcripts", "A.txt");
        Files.writeString(transcript, Files.readString(transcript).replace("Hvordan", "Men hvordan"));
        assertEquals(List.of(), seen());                                                       // another turn was edited
        Path codebook = Path.of(study, "codebook.json");
        Files.writeString(codebook, Files.readString(codebook).replace("\"føle mig hørt\"", "\"føle mig|os hørt\""));
        assertEquals(List.of(proposed), seen());                                               // the rule changed
        Files.writeString(codebook, Files.readString(codebook).replace("\"føle mig|os hørt\"", "\"føle mig hørt\""));
        assertEquals(List.of(), seen());
        Files.writeString(transcript, Files.readString(transcript).replace("mig hørt", "mig hørt igen"));
        assertEquals(List.of(proposed.replace("mig hørt", "mig hørt igen")), seen());          // its words changed
    }

    private List<String> seen() {
        return quotes(run("suggest", study, "--order", "text", "--theme", "seen", "--format", "json"));
    }

    @Test void codingsShowTheirMemos() {
        String id = all("id", run("review", study, "accept", "--coder", "k1", "--format", "json", idOf("Jeg følte mig hørt."))).getFirst();
        run("note", study, id, "siger det lavt", "--coder", "k1");
        run("note", study, id, "igen", "--coder", "k1");
        assertTrue(run("codings", study).contains("Jeg følte mig hørt.  # siger det lavt  # igen"), out.toString());
        assertTrue(run("codings", study, "--format", "json").contains("\"memos\":[\"siger det lavt\",\"igen\"]"), out.toString());
    }

    @Test void aRejectionTakenBackLeavesTheSuggestionOpen() {
        String id = idOf("Jeg blev set.");
        String decision = all("id", run("review", study, "reject", id, "--coder", "k1", "--format", "json")).getFirst();
        assertTrue(failure("review", study, "accept", id, "--coder", "k1").contains("was rejected by k1 before, with decision " + decision));
        run("review", study, "withdraw", decision, "--coder", "k1");
        assertEquals("negative", all("polarity", run("review", study, "accept", id, "--polarity", "negative", "--coder", "k1", "--format", "json")).getFirst());
    }

    @Test void whatCannotBeDecidedIsRefusedWhole() {
        String known = idOf("Jeg blev set.");
        assertTrue(failure("review", study, "accept", known, "nope", "--coder", "k1").contains("no recorded suggestion \"nope\""));
        assertTrue(failure("review", study, "accept", known).contains("needs --coder"));
        assertTrue(failure("review", study, "accept", "--coder", "k1").contains("needs ids, or a filter"));
        assertTrue(failure("review", study, "accept", known, "--theme", "seen", "--coder", "k1").contains("not both"));
        assertTrue(failure("review", study, "accept", "--theme", "nope", "--coder", "k1").contains("no theme \"nope\""));
        assertTrue(failure("review", study, "accept", "--rule", "nope", "--coder", "k1").contains("goes by \"nope\""));
        assertTrue(failure("review", study, "accept", "--score", "7", "--coder", "k1").contains("scores are 0 to 1"));
        assertTrue(failure("review", study, "withdraw", known, "--coder", "udsagn").contains("suggestion"));
        assertEquals("", run("codings", study));
    }
}
