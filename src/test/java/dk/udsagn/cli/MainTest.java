package dk.udsagn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir Path temp;
    String study;
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    /** A failing command says one line on stderr, nothing on stdout, and exits 2. */
    private String failure(String... args) {
        assertEquals(2, run(args), err.toString());
        assertEquals("", out.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        return err.toString().strip();
    }

    @BeforeEach void aStudy() throws IOException {
        Path a = Files.writeString(temp.resolve("A.txt"), "I: Hvordan var det?\nR: Jeg følte mig hørt. Det hjalp.\n");
        Path codebook = Files.writeString(temp.resolve("codebook.json"), """
            {"id": "b", "version": "1", "themes": [{"id": "seen", "name": "Set", "indicators": [{"find": "føle mig hørt", "weight": 0.9, "polarity": "positive"}]}]}
            """);
        study = temp.resolve("studie").toString();
        assertEquals(0, run("new", study, "--transcripts", a.toString(), "--codebook", codebook.toString()), err.toString());
    }

    @Test void readShowsEachTurnWithItsPlace() {
        assertEquals(0, run("read", temp.resolve("A.txt").toString(), "--format", "json"));
        assertEquals("{\"transcript\":\"A\",\"turn\":2,\"speaker\":\"R\",\"role\":\"respondent\",\"start\":23,\"end\":53,\"text\":\"Jeg følte mig hørt. Det hjalp.\",\"source\":{\"line\":2}}",
            out.toString().lines().skip(1).findFirst().orElseThrow());
    }

    @Test void readTellsWhatWasDoneInLinesOfTheirOwnBelowTheTurns() throws IOException {
        Path odd = Files.writeString(temp.resolve("B.txt"), "Dato: 3. maj\n\nKaren: Hvad [00:01:05] så?\n\nBo: Ja.\n\nKaren: Hvorfor?\n\nBo: Jo.\n\nKaren: Nå?\n\nBo: Tak.\n");
        assertEquals(0, run("read", odd.toString(), "--format", "json"), err.toString());
        var turns = out.toString().lines().filter(l -> l.contains("\"turn\":")).toList();
        var told = out.toString().lines().filter(l -> l.contains("\"act\":")).toList();
        assertEquals(6, turns.size());
        assertEquals(out.toString().lines().skip(6).toList(), told);
        assertTrue(told.contains("{\"transcript\":\"B\",\"act\":\"repaired\",\"what\":\"time mark\",\"why\":\"it stood amid speech\",\"count\":1,\"first\":[\"[00:01:05]\"],\"source\":{\"line\":3}}"), told.toString());
        assertTrue(told.stream().anyMatch(l -> l.contains("\"what\":\"role\"") && l.contains("Karen") && l.contains("taken for interviewer: 3 of its 3 turns ask")), told.toString());
    }

    @Test void newTellsOfEachFileInOneLineWhatItWasTakenFor() throws IOException {
        Path odd = Files.writeString(temp.resolve("B.txt"), "Karen: Hvad [00:01:05] så?\n\nBo: Ja.\n\nKaren: Hvorfor?\n\nBo: Jo.\n\nKaren: Nå?\n\nBo: Tak.\n");
        String made = temp.resolve("ny").toString();
        assertEquals(0, run("new", made, "--transcripts", temp.resolve("A.txt").toString(), odd.toString()), err.toString());
        assertEquals(List.of("A: plain text, UTF-8, LF; 2 turns; I (interviewer), R (respondent)",
            "B: plain text, UTF-8, LF; 6 turns; Karen (interviewer, guessed: 3 of its 3 turns ask, more than anyone's, and it opens), Bo (respondent, guessed: another voice asks; 0 of its 3 turns ask); 1 repaired",
            made + ": 2 transcripts, 2 respondents, 0 themes; describe respondents and coders in study.json"), out.toString().lines().toList());
        assertEquals(0, run("new", made + "2", "--format", "json", "--transcripts", odd.toString()), err.toString());
        assertTrue(out.toString().startsWith("{\"transcript\":\"B\",\"format\":\"plain text, UTF-8, LF\",\"turns\":6,\"speakers\":[{\"speaker\":\"Karen\",\"role\":\"interviewer\",\"guessed\":\"3 of its 3 turns"), out.toString());
        assertTrue(out.toString().lines().findFirst().orElseThrow().endsWith("\"repaired\":1,\"guessed\":0,\"setAside\":0,\"leftOut\":0}"), out.toString());
        assertTrue(failure("new", made + "3", "--transcripts", Files.createDirectories(temp.resolve("leer")).toString()).contains("there are no files in "), err.toString());
    }

    @Test void readShowsTheOthersOfManyFilesWhenOneIsBroken() throws IOException {
        String broken = Files.writeString(temp.resolve("C.txt"), "").toString();
        String good = temp.resolve("A.txt").toString();
        assertEquals(2, run("read", broken, good, temp.resolve("nowhere.txt").toString(), "--format", "json"));
        assertEquals(2, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("C.txt: the file is empty") && err.toString().contains("nowhere.txt: there is no such file"), err.toString());
        String both = out.toString();
        assertEquals(0, run("read", good, "--format", "json"), err.toString());
        assertEquals(out.toString(), both);
    }

    @Test void nothingIsWrittenWhereTheStudyItselfIsKept() throws IOException {
        assertEquals(0, run("code", study, "--transcript", "A", "--quote", "Det hjalp", "--theme", "seen", "--coder", "k1"), err.toString());
        for (String place : List.of("transcripts", "transcripts/pages", "decisions")) {
            assertTrue(failure("summarize", study, "-o", study + "/" + place).contains("is where the study itself is kept; name a place beside it"), err.toString());
        }
        Path log = Path.of(study, "decisions", "k1.jsonl");
        String before = Files.readString(log);
        failure("history", study, "-o", log.toString());
        failure("export", study, study + "/transcripts/codings.json");
        failure("codebook", study, "-o", study + "/study.json");
        assertEquals(before, Files.readString(log));
        assertEquals(0, run("summarize", study, "-o", study + "/pages"), err.toString());
        assertEquals(0, run("check", study), out.toString());
    }

    @Test void aFileWhereAFolderBelongsAndARespondentWhoIsNotThereAreNamed() throws IOException {
        Path file = Files.writeString(temp.resolve("pages"), "mine");
        assertTrue(failure("summarize", study, "-o", file.toString()).contains("pages: there is a file of that name already; name another, or a folder"), err.toString());
        assertTrue(failure("search", study, "hørt", "--respondent", "Bo").contains("there is no respondent \"Bo\"; there are [A]"), err.toString());
        String a = temp.resolve("A.txt").toString();
        assertTrue(failure("new", temp.resolve("ny").toString(), "--transcripts", a, a).contains("A.txt: it is named twice; name it once"), err.toString());
    }

    @Test void aNameInAQueryThatNothingHasIsToldWithThoseThereAre() {
        for (String query : List.of("hørt respondent:Bo", "hørt NOT (respondent:Bo)")) {
            assertTrue(failure("search", study, query).contains("there is no respondent \"Bo\"; there are [A]"), err.toString());
        }
        assertTrue(failure("search", study, "hørt transcript:B").contains("there is no transcript \"B\"; there are [A]"), err.toString());
        assertTrue(failure("search", study, "hørt role:coach").contains("there are interviewer, respondent and other"), err.toString());
        assertTrue(failure("search", study, "hørt theme:seem").contains("it has [seen]"), err.toString());
    }

    @Test void transcriptsThatAreGoneAreNotFoundAnyMore() throws IOException {
        assertEquals(0, run("search", study, "hørt"), err.toString());
        assertEquals(1, out.toString().lines().count());
        Files.delete(Path.of(study, "transcripts", "A.txt"));
        assertEquals(0, run("search", study, "hørt"), err.toString());
        assertEquals("", out.toString());
    }

    @Test void brokenJsonIsToldByFileAndLineOnly() throws IOException {
        Files.writeString(Path.of(study, "study.json"), "{\n\"title\": \"x\"\n");
        assertTrue(failure("check", study).endsWith("study.json:3: this is no JSON: Unexpected end-of-input: expected close marker for Object; mend the comma, quote or bracket there"), err.toString());
    }

    @Test void anOptionThatNamesNothingIsToldInItsOwnWords() {
        assertEquals("udsagn: there is no role \"coach\"; there are interviewer, respondent and other", failure("search", study, "hørt", "--role", "coach"));
        assertEquals("udsagn: there is no theme \"seem\"; there are [seen]", failure("search", study, "hørt", "--theme", "seem"));
        assertTrue(failure("summarize", study, "-o", temp.resolve("x").toString(), "--by", "age").contains("no respondent has an attribute \"age\"; there are none, which study.json would say"), err.toString());
        assertTrue(failure("new", temp.resolve("ny").toString(), "--transcripts", temp.resolve("A.txt").toString(), "--codebook", temp.toString()).endsWith(": this is a folder; name a codebook's file, .json or .csv"), err.toString());
        assertTrue(failure("codebook", study).startsWith("udsagn: Missing required argument"), err.toString());
    }

    @Test void wordsThatAreNoRespondentsAreCodedAndTold() {
        assertEquals(0, run("code", study, "--transcript", "A", "--quote", "Hvordan", "--theme", "seen", "--coder", "k1"), err.toString());
        assertEquals("these are no respondent's words: summaries do not count them", err.toString().strip());
    }

    @Test void aFolderWithoutACodebookIsToldWhatWouldDo() throws IOException {
        Files.delete(Path.of(study, "codebook.json"));
        String said = failure("check", study);
        assertTrue(said.contains("codebook.json: there is no such file; a study needs one"), said);
        Files.writeString(Path.of(study, "codebook.json"), said.replaceAll(".*empty: (\\{.*\\}).*", "$1"));
        assertEquals(0, run("check", study), err.toString());
    }

    @Test void numbersOutOfRangeAreRefused() {
        for (String[] args : new String[][] {{"suggest", study, "--limit", "-3"}, {"review", study, "list", "--limit", "0"}, {"search", study, "hørt", "--limit", "-1"},
                {"search", study, "hørt", "--context", "-1"}, {"summarize", study, "-o", temp.resolve("x").toString(), "--max-excerpts", "-1"}}) {
            assertTrue(failure(args).matches("udsagn: --[a-z-]+ -?\\d is too few; it needs to be [01] or more"), err.toString());
        }
        for (String[] args : new String[][] {{"codebook", study, "--check", "--recall", "80"}, {"review", study, "list", "--below", "-0.1"}, {"review", study, "list", "--score", "NaN"}}) {
            assertTrue(failure(args).matches("udsagn: --[a-z]+ \\S+ is no (share|score).* 0 to 1"), err.toString());
        }
    }

    @Test void whereThereIsNothingOneLineBesideTheAnswerSaysSo() {
        for (String[] args : new String[][] {{"search", study, "bjerg"}, {"codings", study}, {"history", study}, {"history", study, "--conflicts"}, {"review", study, "list"}, {"check", study},
                {"survey", study}, {"codebook", study, "--diff", study}, {"suggest", study, "--by", "example", "--theme", "seen"}}) {
            assertEquals(0, run(args), err.toString());
            assertEquals("", out.toString());
            assertEquals(1, err.toString().lines().count(), String.join(" ", args) + ": " + err);
        }
        run("search", study, "bjerg", "--role", "respondent", "--theme", "seen");
        assertEquals("nothing found for bjerg, role respondent, theme seen", err.toString().strip());
    }

    @Test void codesAndListsAndWithdraws() {
        assertEquals(0, run("code", study, "--transcript", "A", "--quote", "Det hjalp", "--theme", "seen", "--coder", "k1", "--polarity", "positive", "--why", "ja", "--format", "json"), err.toString());
        String coding = out.toString();
        assertTrue(coding.contains("\"respondent\":\"A\",\"turn\":2,\"theme\":\"seen\",\"coder\":\"k1\",\"origin\":\"hand\",\"polarity\":\"positive\",\"start\":43,\"end\":52,\"quote\":\"Det hjalp\",\"why\":\"ja\""), coding);
        assertEquals(0, run("codings", study, "--format", "json"));
        assertEquals(coding, out.toString());
        String id = coding.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertEquals(0, run("review", study, "withdraw", id, "--coder", "k1"));
        assertEquals(0, run("codings", study));
        assertEquals("", out.toString());
    }

    @Test void suggestsRecordsAndAccepts() {
        assertEquals(0, run("suggest", study, "--record", "--format", "json"), err.toString());
        String suggestion = out.toString();
        assertTrue(suggestion.contains("\"theme\":\"seen\",\"start\":23,\"end\":53,\"quote\":\"Jeg følte mig hørt. Det hjalp.\",\"polarity\":\"positive\",\"status\":\"asserted\""), suggestion);
        String id = suggestion.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertEquals(0, run("review", study, "accept", id, "--coder", "k1", "--format", "json"), err.toString());
        assertTrue(out.toString().contains("\"origin\":\"suggestion\""), out.toString());
    }

    @Test void searchesInContext() {
        assertEquals(0, run("search", study, "høre", "--format", "json"), err.toString());
        assertEquals("{\"transcript\":\"A\",\"respondent\":\"A\",\"turn\":2,\"start\":37,\"end\":41,\"left\":\"Jeg følte mig \",\"quote\":\"hørt\",\"right\":\". Det hjalp.\"}\n", out.toString());
        assertEquals(0, run("search", study, "hvordan", "--role", "respondent"), err.toString());
        assertEquals("", out.toString());
    }

    @Test void summarizesToSixFilesAndAPageARespondent() throws IOException {
        run("code", study, "--transcript", "A", "--quote", "Det hjalp", "--theme", "seen", "--coder", "k1");
        Path folder = temp.resolve("ud");
        assertEquals(0, run("summarize", study, "-o", folder.toString()), err.toString());
        try (var files = Files.list(folder)) {
            var written = files.map(f -> f.getFileName().toString()).toList();
            assertTrue(written.containsAll(List.of("codebook.csv", "excerpts.csv", "index.html", "matrix.csv", "respondent-A.html", "summary.json", "summary.md")), written.toString());
        }
        assertTrue(out.toString().contains("1 respondents, 1 excerpts"), out.toString());
    }

    @Test void checkExitsOneWhenSomethingIsWrong() throws IOException {
        assertEquals(0, run("check", study), out.toString());
        Files.writeString(Path.of(study, "transcripts", "B.txt"), "ingen taler\n");
        assertEquals(1, run("check", study));
        assertTrue(out.toString().contains("transcripts/B.txt"), out.toString());
    }

    @Test void agreementGivesEveryCoefficientOrWhyThereIsNone() {
        run("code", study, "--transcript", "A", "--quote", "Det hjalp", "--theme", "seen", "--coder", "k1");
        run("code", study, "--transcript", "A", "--quote", "Det hjalp.", "--theme", "seen", "--coder", "k2");
        assertEquals(0, run("agreement", study, "--coders", "k1,k2", "--unit", "character", "--theme", "seen", "--format", "json"), err.toString());
        assertTrue(out.toString().contains("{\"theme\":\"seen\",\"measure\":\"percent\",\"value\":0.96"), out.toString());      // 29 of the answer's 30 characters
        assertEquals(0, run("agreement", study, "--coders", "k1,k2"), err.toString());
        assertTrue(out.toString().startsWith("respondents' words; unit: turn; coders: k1, k2"), out.toString());
        assertTrue(out.toString().contains("undefined: "), out.toString());
        assertTrue(failure("agreement", study, "--coders", "k1,k9").contains("k9"));
        assertTrue(failure("agreement", study, "--coders", "k1").contains("k1"));
    }

    @Test void agreementListsTheWordsOnWhichCodersDiffer() {
        run("code", study, "--transcript", "A", "--quote", "Det hjalp", "--theme", "seen", "--coder", "k1");
        run("code", study, "--transcript", "A", "--quote", "Det hjalp.", "--theme", "seen", "--coder", "k2");
        assertEquals(0, run("agreement", study, "--coders", "k1,k2", "--unit", "character", "--disagreements", "--format", "json"), err.toString());
        assertEquals("{\"theme\":\"seen\",\"transcript\":\"A\",\"turn\":2,\"start\":52,\"end\":53,\"words\":\".\",\"marked\":[\"Det hjalp.\"],\"laid\":[\"k2\"],\"not\":[\"k1\"]}\n", out.toString());
    }

    @Test void explainsWhyAnAnswerGotNoSuggestion() throws IOException {
        Path book = Files.writeString(temp.resolve("two.json"), """
            {"id": "b", "version": "1", "themes": [{"id": "sleep", "indicators": ["søvn", "vågne", {"find": "asked: nat", "weight": 0.9}]}, {"id": "work", "indicators": [{"find": "chef", "weight": 0.9}]}]}
            """);
        Path b = Files.writeString(temp.resolve("B.txt"), "I: Hvad med natten?\nR: Jo, altså, det er mest om foråret, når lyset kommer så tidligt, at min søvn bliver kortere og jeg ikke rigtig kan finde ro igen bagefter, og så går dagen jo med det.\n"
            + "I: Og ellers?\nR: Min chef siger, at jeg skal tage mig sammen, og det gør jeg så.\nI: Nå.\nR: Ja, en eller anden søvn.\n");
        String two = temp.resolve("to").toString();
        run("new", two, "--transcripts", b.toString(), "--codebook", book.toString());
        assertEquals(0, run("suggest", two, "--record", "--format", "json"), err.toString());
        String work = out.toString().lines().filter(l -> l.contains("\"theme\":\"work\"")).findFirst().orElseThrow().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertEquals(0, run("suggest", two, "--explain", "B:2"), err.toString());
        assertTrue(out.toString().matches("sleep +proposed: scores 0\\.\\d\\d, needs 0\\.35; found: søvn; in the question: asked: nat\nnot proposed, since no indicator is found in the answer: work\n"), out.toString());
        assertEquals(0, run("suggest", two, "--explain", "B:6"), err.toString());
        assertTrue(out.toString().matches("(?s)sleep +not proposed: scores 0\\.[012]\\d, needs 0\\.35; found: søvn; .*"), out.toString());
        assertEquals(0, run("suggest", two, "--explain", "B:4", "--theme", "sleep"), err.toString());
        assertTrue(out.toString().matches("sleep +not proposed; found in the question only, which by itself proposes nothing: asked: nat\n"), out.toString());
        assertEquals(0, run("review", two, "reject", work, "--coder", "k1"), err.toString());
        assertEquals(0, run("suggest", two, "--explain", "B:4", "--format", "json"), err.toString());
        assertTrue(out.toString().contains("\"proposed\":false,\"found\":[\"chef\"],\"asked\":[],\"rejectedBy\":[\"k1\"]}"), out.toString());
        assertTrue(failure("suggest", two, "--explain", "B:1").contains("turn 1 of B is no respondent's, and only what respondents say is proposed; their turns are [2, 4, 6]"), err.toString());
        assertTrue(failure("suggest", two, "--explain", "B").contains("as in --explain A:12"), err.toString());
    }

    @Test void summarizesAsBoundedAsAsked() throws IOException {
        run("code", study, "--transcript", "A", "--quote", "Det hjalp", "--theme", "seen", "--coder", "k1");
        run("code", study, "--transcript", "A", "--quote", "Jeg følte mig hørt", "--theme", "seen", "--coder", "k1");
        Path folder = temp.resolve("ud");
        assertEquals(0, run("summarize", study, "-o", folder.toString(), "--max-excerpts", "1", "--excel"), err.toString());
        assertTrue(Files.readString(folder.resolve("summary.md")).contains("1 af 2 uddrag"), Files.readString(folder.resolve("summary.md")));
        assertTrue(Files.readString(folder.resolve("excerpts.csv")).startsWith("\uFEFFrespondent;"));
        assertEquals(3, Files.readString(folder.resolve("excerpts.csv")).lines().count());
        assertTrue(failure("summarize", study, "-o", folder.toString(), "--max-words", "0").contains("--max-words 0 is too few"));
    }

    @Test void showsHowFarScoresCanBeBelieved() {
        assertEquals(0, run("suggest", "corpus/headspace", "--curve"), err.toString());
        assertTrue(out.toString().matches("(?s)(score [01]\\.\\d\\d: [01]\\.\\d\\d right, of \\d+ judgements\\R){3,}"), out.toString());
        assertEquals(0, run("suggest", study, "--curve"));
        assertTrue(err.toString().contains("too few answers are coded"), err.toString());
    }

    @Test void exportsInTheFormTheEndingNames() throws IOException {
        run("code", study, "--transcript", "A", "--quote", "Det hjalp", "--theme", "seen", "--coder", "k1");
        for (String name : List.of("ud.qdpx", "ud.qdc", "ud.json", "ud.csv", "ud.jsonld")) {
            assertEquals(0, run("export", study, temp.resolve(name).toString()), err.toString());
            assertTrue(Files.size(temp.resolve(name)) > 0, name);
        }
        assertTrue(Files.readString(temp.resolve("ud.csv")).contains("Det hjalp"));
        assertTrue(failure("export", study, temp.resolve("ud.nvp").toString()).contains(".qdpx"));
        assertEquals(0, run("export", study, temp.resolve("new/folder/ud.csv").toString()), err.toString());
        assertFalse(Files.exists(temp.resolve("ud.nvp")));
    }

    @Test void theCodebookRunsItsOwnExamples() {
        assertEquals(0, run("codebook", study, "--check", "--format", "json"), err.toString());
        assertTrue(out.toString().startsWith("{\"theme\":\"seen\""), out.toString());
    }

    @Test void suggestsByExampleToo() {
        assertEquals(0, run("suggest", study, "--by", "indicator,example", "--format", "json"), err.toString());
        assertEquals(1, out.toString().lines().count(), out.toString());
        assertTrue(failure("suggest", study, "--by", "magic").contains("magic"));
    }

    @Test void everyFaultIsOneLineThatNamesIt() {
        assertTrue(failure("code", study, "--transcript", "A", "--quote", "ikke der", "--theme", "seen", "--coder", "k1").contains("does not contain \"ikke der\""));
        assertTrue(failure("code", study, "--transcript", "A", "--span", "5", "--theme", "seen", "--coder", "k1").contains("--span \"5\""));
        assertTrue(failure("code", study, "--transcript", "A", "--theme", "seen", "--coder", "k1").contains("--quote"));
        assertTrue(failure("summarize", temp.resolve("nowhere").toString(), "-o", temp.resolve("x").toString()).contains("study.json"));
        assertTrue(failure("read", temp.resolve("nowhere.txt").toString()).contains("nowhere.txt"));
        assertTrue(failure("codings", study, "--as-of", "i går").contains("i går"));
        assertTrue(failure("review", study, "accept", "no-such", "--coder", "k1").contains("no-such"));
        assertTrue(failure("fly", study).contains("fly"));
        assertFalse(Files.exists(temp.resolve("x")));
    }
}
