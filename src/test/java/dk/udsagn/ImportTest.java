package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.exchange.Dialect;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program hands over becomes a study, or decisions in one. */
class ImportTest {
    @TempDir Path temp;
    private Path folder;

    @BeforeEach void aStudy() throws IOException {
        Path a = Files.writeString(temp.resolve("A.txt"), "I: Hvordan var det?\nR: Jeg følte mig hørt 😊. Det hjalp.\nI: Ja?\nR: Vi havde nogle gode sam-\ntaler dernede.\n");
        Path b = Files.writeString(temp.resolve("B.txt"), "I: Og hos dig?\nR: Det hjalp ikke. Det hjalp ikke.\n");
        Path codebook = Files.writeString(temp.resolve("codebook.json"), """
            {"id": "b", "version": "1", "themes": [{"id": "seen", "name": {"da": "Set"}, "indicators": [{"find": "føle mig hørt", "weight": 0.9, "polarity": "positive"}]},
              {"id": "helped", "name": {"da": "Hjulpet"}, "colour": "#00ff00"}]}
            """);
        folder = temp.resolve("studie");
        try (var study = Study.create(folder, List.of(a, b), Optional.of(codebook), Language.DANISH)) {
            study.code("A", "Jeg følte mig hørt 😊", "seen", "k1");
            study.code(study.place("A", "nogle gode"), "helped", "k1", Polarity.POSITIVE, Optional.of("de siger det"));
            study.code("B", "Det hjalp ikke. Det", "helped", "k2");
        }
    }

    private Path exported(String name) throws IOException {
        try (var study = Study.open(folder)) {
            study.export(temp.resolve(name));
        }
        return temp.resolve(name);
    }

    private static List<String> codings(Path folder) throws IOException {
        try (var study = Study.open(folder)) {
            var all = new ArrayList<String>();
            for (Coding c : study.codings().all()) {
                String text = study.transcript(c.place().transcript()).text();
                assertEquals(c.place().words(), c.span().in(text));
                all.add(c.place().transcript() + " " + c.span() + " " + c.theme() + " " + c.coder() + " " + c.polarity().word() + " " + c.why().orElse(""));
            }
            return all.stream().sorted().toList();
        }
    }

    /** Every file of a study but what is derived, byte for byte. */
    static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(f -> Files.isRegularFile(f) && !f.toString().contains(".udsagn") && !f.toString().endsWith(".lock")).toList()) {
                files.put(folder.relativize(file).toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @Test void aStudyThatGoesOutComesBackAsAStudyWithEveryCodingOnItsWordsAndItsSpeakers() throws IOException {
        Path back = temp.resolve("back");
        Study.importFrom(exported("x.qdpx"), back);
        assertEquals(3, codings(back).size());
        assertEquals(codings(folder), codings(back));
        try (var before = Study.open(folder); var after = Study.open(back)) {
            assertEquals(List.of(), after.check());
            for (String id : before.transcripts()) {
                assertEquals(before.transcript(id).text(), after.transcript(id).text());
                assertEquals(before.transcript(id).turns().stream().map(t -> t.span() + t.role().word() + t.respondent()).toList(),
                    after.transcript(id).turns().stream().map(t -> t.span() + t.role().word() + t.respondent()).toList());
            }
            assertEquals(before.summary("A").toString().replaceAll("line=\\d+", ""), after.summary("A").toString().replaceAll("line=\\d+", ""));
            assertEquals(before.search("hjælpe").count(), after.search("hjælpe").count());
        }
    }

    @Test void whatNobodyChangedChangesNothing() throws IOException {
        var before = files(folder);
        for (String name : List.of("x.qdpx", "x.json", "x.csv", "x.jsonld", "x.qdc")) {
            Study.importFrom(exported(name), folder);
            assertEquals(before, files(folder), name);
        }
        Study.importFrom(Files.copy(folder.resolve("codebook.json"), temp.resolve("codebook2.json")), folder);
        assertEquals(before, files(folder));
    }

    @Test void aRowThatAColleagueAddsInASpreadsheetBecomesACodingOnce() throws IOException {
        Path csv = exported("x.csv");
        String head = Files.readString(csv).lines().findFirst().orElseThrow();
        assertTrue(head.startsWith("id,transcript,"), head);
        Path mine = Files.writeString(temp.resolve("mine.csv"), "transcript,quote,theme,coder,polarity\r\nA,Det hjalp,nyt tema,k3,positive\r\nB,Det hjalp,seen,k3,\r\n");
        for (int again = 0; again < 2; again++) {
            var told = Study.importFrom(mine, folder);
            assertTrue(told.items().stream().anyMatch(i -> i.why().contains("more than once") && i.count() == 1), told.toString());
            assertEquals(4, codings(folder).size());
        }
        try (var study = Study.open(folder)) {
            var coding = study.codings().all().stream().filter(c -> c.coder().equals("k3")).findFirst().orElseThrow();
            assertEquals("nyt-tema", coding.theme());
            assertEquals(Polarity.POSITIVE, coding.polarity());
            assertEquals("2", study.codebook().version());
            assertEquals("nyt tema", study.codebook().theme("nyt-tema").name().in("da"));
            assertEquals("føle mig hørt", study.codebook().theme("seen").indicators().getFirst().find());
        }
    }

    @Test void aCodingMovedOrTurnedOverInAFileComesAsADecisionThatCanBeUndone() throws IOException {
        Path json = exported("x.json");
        Files.writeString(json, Files.readString(json).replace("\"positive\"", "\"negative\""));
        Study.importFrom(json, folder);
        try (var study = Study.open(folder)) {
            var coding = study.codings().all().stream().filter(c -> c.why().isPresent()).findFirst().orElseThrow();
            assertEquals(Polarity.NEGATIVE, coding.polarity());
            assertEquals(3, study.codings().all().size());
        }
    }

    @Test void aFileThatIsTornLeavesTheStudyAsItWasAndMakesNone() throws IOException {
        Path file = exported("x.qdpx");
        byte[] bytes = Files.readAllBytes(file);
        Path half = Files.write(temp.resolve("half.qdpx"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        var before = files(folder);
        assertThrows(FormatException.class, () -> Study.importFrom(half, folder));
        assertThrows(FormatException.class, () -> Study.importFrom(half, temp.resolve("new")));
        assertThrows(IllegalArgumentException.class, () -> Study.importFrom(temp.resolve("A.txt"), folder));
        assertThrows(IllegalArgumentException.class, () -> Study.importFrom(exported("x.csv"), temp.resolve("new")));
        assertEquals(before, files(folder));
        assertFalse(Files.exists(temp.resolve("new")));
        try (var left = Files.list(temp)) {
            assertEquals(List.of(), left.map(f -> f.getFileName().toString()).filter(n -> n.startsWith(".")).toList());
        }
    }

    @Test void aTextWithoutSpeakersIsOneTurnOfItsCaseAndIsReadAsItStands() throws IOException {
        String text = "\uFEFFEn note uden ta-\nlere.\n\n12\n\nSide to \u200B😊 slut.";
        Path file = temp.resolve("note.qdpx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("project.qde"));
            zip.write(("<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"P\" origin=\"MAXQDA\"><CodeBook><Codes><Code guid=\"11111111-1111-1111-1111-111111111111\" name=\"Ro\"/></Codes></CodeBook>"
                + "<Sources><TextSource guid=\"22222222-2222-2222-2222-222222222222\" name=\"Note 1.2\" plainTextPath=\"internal://T.txt\">"
                + "<PlainTextSelection guid=\"33333333-3333-3333-3333-333333333333\" name=\"\" startPosition=\"28\" endPosition=\"41\"><Coding guid=\"44444444-4444-4444-4444-444444444444\">"
                + "<CodeRef targetGUID=\"11111111-1111-1111-1111-111111111111\"/></Coding></PlainTextSelection></TextSource></Sources></Project>").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("Sources/t.TXT"));
            zip.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        Path made = temp.resolve("made");
        Study.importFrom(file, made, Language.DANISH, Optional.of(Dialect.of("code-point,crlf-1")));
        try (var study = Study.open(made)) {
            var transcript = study.transcript("Note 1.2");
            assertEquals(text.substring(1), transcript.text());
            assertEquals(List.of(new Span(0, text.length() - 1)), transcript.turns().stream().map(t -> t.span()).toList());
            assertEquals("Side to \u200B😊 sl", study.codings().all().getFirst().place().words());
            assertEquals(List.of("Note 1.2"), study.file().respondents().stream().map(r -> r.id()).toList());
            assertEquals(1, study.summary("Note 1.2").theme("ro").excerpts().size());
            assertEquals(1, study.search("slut").count());
            assertEquals(List.of(), study.check());
        }
    }

    @Test void everyVerbWorksOnWhatNVivoWrote() throws IOException {
        Path file = Path.of("../shared/data/qdpx/nvivo-12.6-win-REDACTED.qdpx");
        Assumptions.assumeTrue(Files.exists(file), file + " is not here; nothing was tested");
        Path made = temp.resolve("nvivo");
        Study.importFrom(file, made);
        assertEquals(303, codings(made).size());
        var before = files(made);
        try (var study = Study.open(made)) {
            assertEquals(List.of(), study.check());
            assertTrue(study.report(false).matrix().rows().stream().mapToInt(r -> r.excerpts()).sum() > 0);
            study.export(temp.resolve("again.qdpx"));
        }
        Study.importFrom(file, made);
        Study.importFrom(temp.resolve("again.qdpx"), made);
        assertEquals(before, files(made));
        Path third = temp.resolve("third");
        Study.importFrom(temp.resolve("again.qdpx"), third);
        assertEquals(codings(made), codings(third));
    }
}
