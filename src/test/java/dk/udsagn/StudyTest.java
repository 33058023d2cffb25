package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.index.Analysis;
import dk.udsagn.index.TranscriptIndex;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {
    private static final String CODEBOOK = """
        {"id": "hverdag", "version": "1", "title": "Hverdag", "themes": [
          {"id": "seen", "name": {"da": "Set", "en": "Seen"}, "indicators": [{"find": "føle near/4 hørt", "weight": 0.9, "polarity": "positive"}]},
          {"id": "helped", "name": {"da": "Hjulpet", "en": "Helped"}}]}
        """;

    @TempDir Path temp;
    Path folder;

    @BeforeEach void aStudyOfTwoInterviews() throws IOException {
        Path a = Files.writeString(temp.resolve("A.txt"), "I: Hvordan var det?\nR: Jeg følte mig hørt. Det hjalp, og det hjalp meget.\nI: Altid?\nR: Nej.\n");
        Path b = Files.writeString(temp.resolve("B.txt"), "I: Og du?\nR: Jeg følte mig ikke hørt.\n");
        Path codebook = Files.writeString(temp.resolve("codebook.json"), CODEBOOK);
        folder = temp.resolve("hverdag");
        Study.create(folder, List.of(a, b), Optional.of(codebook), Language.DANISH).close();
    }

    private Map<String, String> onDisk() throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).filter(f -> !f.startsWith(folder.resolve(".udsagn"))).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    /** The call fails as it should, and the study on disk is as it was. */
    private <E extends Exception> String refuses(Class<E> kind, Attempt attempt) throws IOException {
        var before = onDisk();
        String message;
        try (var study = Study.open(folder)) {
            message = assertThrows(kind, () -> attempt.on(study)).getMessage();
        }
        assertEquals(before, onDisk());
        return message;
    }

    private interface Attempt {
        void on(Study study) throws IOException;
    }

    @Test void aCodingIsOnDiskWithItsWordsBeforeTheCallReturns() throws IOException {
        Coding coding;
        try (var study = Study.open(folder)) {
            coding = study.code(study.place("A", "Jeg følte mig hørt"), "seen", "k1", Polarity.POSITIVE, Optional.of("siger det selv"));
        }
        try (var again = Study.open(folder)) {
            assertEquals(List.of(coding), again.codings().all());
            assertEquals("Jeg følte mig hørt", again.transcript("A").text().substring(coding.span().start(), coding.span().end()));
            assertEquals(1, again.summary("A").theme("seen").excerpts().size());
        }
    }

    @Test void quotesAreFoundWhateverTheWhiteSpace() throws IOException {
        try (var study = Study.open(folder)) {
            assertEquals("Jeg følte mig hørt", study.place("A", " Jeg  følte\nmig hørt ").words());
        }
    }

    @Test void aQuoteThatIsNotThereIsRefused() throws IOException {
        assertEquals("transcript A does not contain \"jeg blev hørt\"; copy the words as they stand there, letter by letter",
            refuses(IllegalArgumentException.class, s -> s.code("A", "jeg blev hørt", "seen", "k1")));
    }

    @Test void aQuoteThatIsThereTwiceIsRefused() throws IOException {
        assertEquals("transcript A contains \"hjalp\" more than once (turns 2); quote more of it, or give its span",
            refuses(IllegalArgumentException.class, s -> s.code("A", "hjalp", "helped", "k1")));
    }

    @Test void anUnknownThemeIsRefused() throws IOException {
        assertEquals("codebook hverdag has no theme \"sen\"; it has [seen, helped]",
            refuses(NoSuchElementException.class, s -> s.code("A", "Jeg følte mig hørt", "sen", "k1")));
    }

    @Test void anUnknownTranscriptIsRefused() throws IOException {
        assertEquals("there is no transcript \"Z\"; there are [A, B]", refuses(NoSuchElementException.class, s -> s.code("Z", "x", "seen", "k1")));
    }

    @Test void aSpanPastTheEndIsRefused() throws IOException {
        String message = refuses(IllegalArgumentException.class, s -> s.place("A", new Span(3, 9999)));
        assertTrue(message.contains("transcript A has") && message.contains("9999"), message);
    }

    @Test void aCoderTheStudyDoesNotListIsRefused() throws IOException {
        Files.writeString(folder.resolve("study.json"), Files.readString(folder.resolve("study.json")).replace("\"coders\" : [ ]", "\"coders\" : [{\"id\": \"k1\"}]"));
        String message = refuses(NoSuchElementException.class, s -> s.code("A", "Jeg følte mig hørt", "seen", "k11"));
        assertEquals("study.json has no coder \"k11\"; it has [k1]; add the new one there", message);
    }

    @Test void onlyItsCoderWithdrawsACoding() throws IOException {
        try (var study = Study.open(folder)) {
            var coding = study.code("A", "Jeg følte mig hørt", "seen", "k1");
            assertThrows(IllegalArgumentException.class, () -> study.withdraw(coding.id(), "k2", Optional.empty()));
            study.withdraw(coding.id(), "k1", Optional.of("tog fejl"));
            assertEquals(List.of(), study.codings().all());
            assertEquals(1, study.codings(coding.at()).all().size());
        }
    }

    @Test void whatIsDecidedAfterTheClockWasPutBackStillComesLater() throws IOException {
        try (var study = Study.open(folder, () -> Instant.parse("2026-05-01T12:00:00Z"))) {
            study.code("A", "Jeg følte mig hørt", "seen", "k1");
        }
        try (var study = Study.open(folder, () -> Instant.parse("2026-04-30T12:00:00Z"))) {
            assertEquals(Instant.parse("2026-05-01T12:00:00.001Z"), study.code("B", "ikke hørt", "seen", "k2").at());
        }
    }

    @Test void aSuggestionIsNobodysCodingUntilAPersonAcceptsIt() throws IOException {
        try (var study = Study.open(folder)) {
            var suggestions = study.suggest();
            assertEquals(2, study.record(suggestions));
            assertEquals(0, study.record(suggestions));
            assertEquals(List.of(), study.codings().all());
            var accepted = study.accept(suggestions.get(0).id(), "k1", Optional.empty());
            study.reject(suggestions.get(1).id(), "k1", Optional.of("benægtet"));
            assertEquals("suggestion", accepted.origin());
            assertEquals(List.of(accepted), study.codings().all());
            assertEquals(List.of(), study.codings().open());
            assertTrue(study.suggest().stream().noneMatch(s -> s.id().equals(suggestions.get(1).id())), "what was rejected is not proposed again");
        }
    }

    @Test void findsInflectedWordsWhereTheyStand() throws IOException {
        try (var study = Study.open(folder); var hits = study.search("høre")) {
            var found = hits.toList();
            assertEquals(List.of("A:2 hørt", "B:2 hørt"), found.stream().map(p -> p.transcript() + ":" + p.turn() + " " + p.quote()).toList());
            for (var p : found) {
                assertEquals(p.quote(), study.transcript(p.transcript()).text().substring(p.span().start(), p.span().end()));
            }
        }
    }

    @Test void whileSomebodyElseUpdatesTheIndexASearchFindsWhatTheFilesHoldNow() throws Exception {
        try (var study = Study.open(folder); var hits = study.search("høre")) {
            assertEquals(2, hits.count());
        }
        Files.writeString(folder.resolve("transcripts/A.txt"), "I: Og?\nR: Ja, og så blev jeg hørt igen.\n");
        var updating = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor(); var other = TranscriptIndex.open(folder.resolve(".udsagn/index"), Analysis.of(Language.DANISH))) {
            var update = threads.submit(() -> other.update(Map.of("A", "1", "B", "2"), id -> {
                updating.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                throw new IOException("given up");
            }));
            updating.await();
            try (var study = Study.open(folder)) {
                try (var hits = study.search("høre")) {
                    var found = hits.toList();
                    assertEquals(List.of("A:2 Ja, og så blev jeg [hørt] igen.", "B:2 Jeg følte mig ikke [hørt]."),
                        found.stream().map(p -> p.transcript() + ":" + p.turn() + " " + p.left() + "[" + p.quote() + "]" + p.right()).toList());
                    for (var p : found) {
                        assertEquals("hørt", p.span().in(study.transcript(p.transcript()).text()));
                    }
                }
                assertEquals(1, study.told().size());
                assertTrue(study.told().get(0).contains("somebody else is updating the index"), study.told()::toString);
            } finally {
                go.countDown();
            }
            assertThrows(ExecutionException.class, update::get);
        }
    }

    @Test void aBrokenCodebookIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("codebook.json"), "{\n  \"id\": \"x\",\n  \"version\" \"1\"\n}");
        var e = assertThrows(FormatException.class, () -> Study.open(folder));
        assertEquals(3, e.line());
        assertTrue(e.source().endsWith("codebook.json"), e.source());
    }

    @Test void twoRespondentsOfOneIdAreRefused() throws IOException {
        Files.writeString(folder.resolve("study.json"), "{\"title\": \"x\",\n \"respondents\": [{\"id\": \"A\"},\n {\"id\": \"A\"}]}");
        var e = assertThrows(FormatException.class, () -> Study.open(folder));
        assertEquals(3, e.line());
        assertTrue(e.getMessage().contains("\"A\""), e.getMessage());
    }

    @Test void twoTranscriptsOfOneIdAreNamed() throws IOException {
        Files.writeString(folder.resolve("transcripts/A.vtt"), "WEBVTT\n\n00:00.000 --> 00:01.000\n<v I>Hej</v>\n");
        String message = refuses(FormatException.class, Study::suggest);
        assertTrue(message.contains("A.vtt") && message.contains("A.txt"), message);
    }

    @Test void aFolderThatIsNoStudyIsRefused() {
        assertThrows(NoSuchFileException.class, () -> Study.open(temp.resolve("nowhere")));
    }

    @Test void aNewStudyIsThereWholeOrNotAtAll() throws IOException {
        Path good = temp.resolve("A.txt");
        Path bad = Files.writeString(temp.resolve("C.txt"), "uden nogen taler her\n");
        Path there = temp.resolve("ny");
        assertThrows(FormatException.class, () -> Study.create(there, List.of(good, bad), Optional.empty(), Language.DANISH));
        assertFalse(Files.exists(there));
        assertThrows(DirectoryNotEmptyException.class, () -> Study.create(folder, List.of(good), Optional.empty(), Language.DANISH));
    }

    @Test void whoMayReadWhatThisFolderHoldsMayReadWhatIsMadeHere() throws IOException {
        Path plain = Files.createDirectory(temp.resolve("plain"));
        Assumptions.assumeTrue(Files.getFileStore(plain).supportsFileAttributeView("posix"), "a disk without POSIX permissions");
        var forFolders = Files.getPosixFilePermissions(plain);
        var forFiles = Files.getPosixFilePermissions(Files.writeString(plain.resolve("plain.txt"), ""));
        assertEquals(forFolders, Files.getPosixFilePermissions(folder));
        try (var study = Study.open(folder)) {
            for (String name : List.of("study.qdpx", "codebook.qdc", "codings.csv", "codings.json", "codings.jsonld")) {
                study.export(temp.resolve(name));
                assertEquals(forFiles, Files.getPosixFilePermissions(temp.resolve(name)), name);
            }
        }
        Study.importFrom(temp.resolve("study.qdpx"), temp.resolve("again"));
        assertEquals(forFolders, Files.getPosixFilePermissions(temp.resolve("again")));
        try (var files = Files.walk(temp.resolve("again"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertEquals(forFiles, Files.getPosixFilePermissions(file), file.toString());
            }
        }
    }

    @Test void checkFindsWhatIsWrongAndNothingElse() throws IOException {
        try (var study = Study.open(folder)) {
            study.code("A", "Jeg følte mig hørt", "seen", "k1");
            assertEquals(List.of(), study.check());
        }
        Files.writeString(folder.resolve("transcripts/A.txt"), "I: Hvordan var det?\nR: Jo, jeg følte mig hørt.\n");
        Files.writeString(folder.resolve("transcripts/C.txt"), "ingen taler her\n");
        try (var study = Study.open(folder)) {
            var problems = study.check();
            assertEquals(2, problems.size(), problems.toString());
            assertTrue(problems.stream().anyMatch(p -> p.file().equals("transcripts/C.txt")), problems.toString());
            assertTrue(problems.stream().anyMatch(p -> p.problem().contains("another text")), problems.toString());
        }
    }

    @Test void theReportCountsWhatItCannotShow() throws IOException {
        try (var study = Study.open(folder)) {
            study.code("A", "Jeg følte mig hørt", "seen", "k1");
            study.code("A", "Hvordan var det?", "seen", "k1");
            var report = study.report(false);
            assertEquals(1, report.made().outside());
            assertEquals(1, report.matrix().rows().getFirst().excerpts());
        }
    }

    @Test void suggestsTheSameByAnIndexThatIsCurrentAndWhenTheFilesHaveChangedSince() throws IOException {
        Files.writeString(folder.resolve("transcripts/C.txt"), "I: Og dig?\nR: Det regnede bare.\n");
        for (int i = 10; i < 60; i++) {                          // a small study is read without asking the index
            Files.writeString(folder.resolve("transcripts/X" + i + ".txt"), "I: Og dig?\nR: Det sneede bare.\n");
        }
        try (var study = Study.open(folder)) {
            var byFiles = study.suggest();
            assertEquals(List.of("A", "B"), byFiles.stream().map(s -> s.place().transcript()).toList());
            study.search("regne").close();                   // makes the index
            assertEquals(byFiles, study.suggest());
        }
        Files.writeString(folder.resolve("transcripts/C.txt"), "I: Og dig?\nR: Jeg følte mig hørt.\n");
        try (var study = Study.open(folder)) {
            assertEquals(List.of("A", "B", "C"), study.suggest().stream().map(s -> s.place().transcript()).toList());
        }
    }
}
