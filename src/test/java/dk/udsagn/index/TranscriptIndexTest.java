package dk.udsagn.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptIndexTest {
    private static final Analysis DANISH = Analysis.withoutDictionary(Language.DANISH);

    @TempDir Path folder;
    private final List<TranscriptIndex> opened = new ArrayList<>();

    @AfterEach void close() throws IOException {
        for (TranscriptIndex index : opened) {
            index.close();
        }
    }

    @Test void findsInflectedFormsAtTheirExactPlace() throws IOException {
        var index = index(new Corpus().with("R1", "I: Hvordan går det?", "A: De er ensomme ligesom mig."));
        assertEquals(List.of("R1:2  De er [ensomme] ligesom mig."), hits(index, "ensom"));
    }

    @Test void hitsComeInTheOrderOfTranscriptsAndText() throws IOException {
        var index = index(new Corpus().with("R2", "A: hjælp", "A: mere hjælp og hjælp").with("R1", "A: hjælpen"));
        assertEquals(List.of("R1:1  [hjælpen]", "R2:1  [hjælp]", "R2:2  mere [hjælp] og hjælp", "R2:2  mere hjælp og [hjælp]"), hits(index, "hjælp"));
    }

    @Test void upperCaseWordsCombineWhatStandsInOneTurn() throws IOException {
        var index = index(new Corpus().with("R1", "A: mor hjalp", "A: far hjalp ikke", "A: mor og far"));
        assertEquals(List.of("R1:3  [mor] og far", "R1:3  mor og [far]"), hits(index, "mor AND far"));
        assertEquals(List.of("R1:1  [mor] hjalp", "R1:2  [far] hjalp ikke", "R1:2  far [hjalp] ikke"), hits(index, "(mor NOT far) OR (hjælpe AND far)"));
        assertEquals(List.of("R1:1  mor [hjalp]"), hits(index, "hjælpe NOT ikke"));
    }

    @Test void withinSentencesBothHaveToStandInOne() throws IOException {
        var index = index(new Corpus().with("R1", "A: Jeg så mor. Far var ude.", "A: Hej. Mor og far kom. Farvel."));
        assertEquals(List.of("R1:2  Hej. [Mor] og far kom. Farvel.", "R1:2  Hej. Mor og [far] kom. Farvel."),
            hits(index, Search.of("mor AND far").within(Search.Unit.SENTENCE)));
    }

    @Test void conditionsOnTheTurnStandBesideTheWords() throws IOException {
        var index = index(new Corpus().with("R1", "I: hjælp?", "A: hjælp!", "B: hjælp."));
        assertEquals(List.of("R1:1  [hjælp]?"), hits(index, "hjælp role:interviewer"));
        assertEquals(List.of("R1:3  [hjælp]."), hits(index, "hjælp respondent:B"));
        Search known = Search.of("hjælp age>=20 NOT theme:bridging").knowing(new Search.Facts() {
            @Override public Function<String, Optional<String>> attribute(String name) {
                return respondent -> Optional.of(respondent.equals("A") ? "26" : "19");
            }

            @Override public BiPredicate<String, Span> theme(String id) {
                return (transcript, span) -> span.start() < 10;
            }
        });
        assertEquals(List.of("R1:2  [hjælp]!"), hits(index, known));
    }

    @Test void conditionsAloneFindWholeTurns() throws IOException {
        var index = index(new Corpus().with("R1", "I: hjælp?", "A: ja tak"));
        assertEquals(List.of("R1:2  [ja tak]"), hits(index, "role:respondent"));
    }

    @Test void theMostRelevantTurnsComeFirst() throws IOException {
        var index = index(new Corpus().with("R1", "A: hjælp og meget andet som jeg taler om her", "A: hjælp hjælp"));
        assertEquals(List.of(2, 2, 1), index.search(Search.of("hjælp").by(Search.Order.RELEVANCE)).map(Passage::turn).toList());
    }

    @Test void beginningsAndNearSpellingsAreLookedUpAmongTheFormsThatOccur() throws IOException {
        var index = index(new Corpus().with("R1", "A: psykologerne er fejlstavet", "A: børnene leger"));
        assertEquals(List.of("R1:1  [psykologerne] er fejlstavet"), hits(index, "psyk*"));
        assertEquals(List.of("R1:1  psykologerne er [fejlstavet]"), hits(index, "fejlstavt~"));
        assertEquals(List.of("R1:2  [børnene] leger"), hits(index, "\"børnene\""));
        assertEquals(List.of(), hits(index, "\"børn\""));
    }

    @Test void onlyWhatChangedIsReadAgain() throws IOException {
        var corpus = new Corpus().with("R1", "A: mor").with("R2", "A: far").with("R3", "A: bror");
        var index = index(corpus);
        corpus.with("R2", "A: søster").without("R3").with("R4", "A: mormor");
        var read = new ArrayList<String>();
        var update = index.update(corpus.digests(), id -> {
            synchronized (read) {
                read.add(id);
            }
            return corpus.read(id);
        });
        assertEquals(List.of("R2", "R4"), read.stream().sorted().toList());
        assertEquals(new TranscriptIndex.Update(2, 1, 1, Optional.empty()), update);
        assertEquals(List.of("R2:1  [søster]"), hits(index, "søster"));
        assertEquals(List.of(), hits(index, "far or bror"));
        assertEquals(0, index.update(corpus.digests(), id -> fail("nothing is new")).read());
    }

    @Test void aLongTurnFullOfEmojiAndDashesIsCutAsItStands() throws IOException {
        var line = new StringBuilder("A: ");
        for (int i = 0; i < 3_000; i++) {
            line.append("jeg så min mor ").append(i % 3 == 0 ? "😊 " : "– ").append(i).append(i % 7 == 0 ? " … " : ". ");
        }
        var corpus = new Corpus().with("R1", line.toString().strip());
        String text = corpus.read("R1").text();
        try (var hits = index(corpus).search(Search.of("mor"))) {
            var all = hits.toList();
            assertEquals(3_000, all.size());
            for (Passage hit : all) {
                int left = hit.span().start() - hit.left().length();
                int right = hit.span().end() + hit.right().length();
                assertEquals(text.substring(left, right), hit.left() + hit.quote() + hit.right());
                assertEquals("mor", hit.quote());
            }
        }
    }

    @Test void queriesAreReadAsTheyAreWritten() throws IOException {
        var index = index(new Corpus().with("R1", "A: mor og far", "A: far"));
        assertEquals(List.of("R1:1  [mor og far]"), hits(index, "mor NEAR/3 far"));
        var refused = assertThrows(IllegalArgumentException.class, () -> index.search(Search.of("far age=>20")));
        assertTrue(refused.getMessage().startsWith("character 5 of far age=>20: found \"age=>20\"; a comparison is one of"), refused.getMessage());
        var unknown = assertThrows(IllegalArgumentException.class, () -> index.search(Search.of("\"came by\":mor")));
        assertTrue(unknown.getMessage().contains("there is no attribute \"came by\""), unknown.getMessage());
    }

    @Test void anIndexOfAnotherChainIsMadeAnewAndSaysSo() throws IOException {
        var corpus = new Corpus().with("R1", "A: mor");
        index(corpus).close();
        var other = opened(TranscriptIndex.open(folder, Analysis.withoutDictionary(Language.ENGLISH)));
        assertThrows(FileSystemException.class, () -> other.search(Search.of("mor")));
        String why = other.update(corpus.digests(), corpus::read).rebuilt().orElseThrow();
        assertTrue(why.contains("made anew; it was made by version \"4 da-"), why);
        assertEquals(1, hits(other, "mor").size());
    }

    @Test void anIndexTornInTheMiddleIsMadeAnewAndSaysSo() throws IOException {
        var corpus = new Corpus();
        for (int i = 0; i < 50; i++) {
            corpus.with("R" + i, "A: mor og far og nummer " + i, "I: ja");
        }
        for (boolean cut : List.of(true, false)) {
            index(corpus).close();
            for (Path file : files()) {
                byte[] bytes = Files.readAllBytes(file);
                if (cut) {
                    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                } else if (file.toString().endsWith(".cfs") || file.toString().endsWith(".dvd")) {
                    bytes[bytes.length / 2] ^= 0x55;
                    Files.write(file, bytes);
                    Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1));
                }
            }
            var index = opened(TranscriptIndex.open(folder, DANISH));
            var update = index.update(corpus.digests(), corpus::read);
            assertTrue(update.rebuilt().orElseThrow().contains("torn"), update.toString());
            assertEquals(50, hits(index, "mor").size());
        }
    }

    @Test void aSecondWriterIsToldAtOnceAndReadersGoOn() throws Exception {
        var corpus = new Corpus().with("R1", "A: mor");
        var first = index(corpus);
        corpus.with("R2", "A: far");
        var reading = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var update = threads.submit(() -> first.update(corpus.digests(), id -> {
                reading.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return corpus.read(id);
            }));
            reading.await();
            var second = opened(TranscriptIndex.open(folder, DANISH));
            assertEquals(1, hits(second, "mor").size());
            var refused = assertThrows(FileSystemException.class, () -> second.update(corpus.digests(), corpus::read));
            assertTrue(refused.getMessage().contains("is being updated by somebody else"), refused.getMessage());
            go.countDown();
            assertEquals(1, update.get().read());
            assertEquals(List.of(), hits(second, "far"));
            second.update(corpus.digests(), id -> fail("the other has read it"));
            assertEquals(1, hits(second, "far").size());
        }
    }

    @Test void anUpdateThatFailsLeavesTheIndexAsItWas() throws IOException {
        var corpus = new Corpus().with("R1", "A: mor");
        var index = index(corpus);
        corpus.with("R1", "A: far").with("R2", "A: far").with("R3", "A: far");
        assertThrows(NoSuchFileException.class, () -> index.update(corpus.digests(), id -> {
            if (id.equals("R3")) {
                throw new NoSuchFileException(id);
            }
            return corpus.read(id);
        }));
        assertEquals(1, hits(index, "mor").size());
        assertEquals(3, index.update(corpus.digests(), corpus::read).read());
    }

    @Test void aStreamSeesTheIndexAsItWasWhenItBegan() throws IOException {
        var corpus = new Corpus().with("R1", "A: mor", "A: mor");
        var index = index(corpus);
        try (var stream = index.search(Search.of("mor"))) {
            var hits = stream.iterator();
            hits.next();
            index.update(new Corpus().with("R1", "A: far").digests(), new Corpus().with("R1", "A: far")::read);
            assertEquals(2, hits.next().turn());
            assertFalse(hits.hasNext());
        }
        assertEquals(List.of(), hits(index, "mor"));
    }

    @Test void withoutAnIndexASearchSaysWhatToDo() {
        var index = opened(TranscriptIndex.open(folder.resolve("none"), DANISH));
        assertTrue(assertThrows(NoSuchFileException.class, () -> index.search(Search.of("mor"))).getMessage().contains("update it first"));
    }

    @Test void anErrorInAQueryNamesThePlace() throws IOException {
        var index = index(new Corpus().with("R1", "A: mor"));
        assertEquals("character 5 of mor age>=tyve: found \"age>=tyve\"; there is no attribute \"age\" here; there are role, respondent and transcript",
            error(index, "mor age>=tyve"));
        assertEquals("character 1 of role:mor: found \"role:mor\"; there is no role \"mor\"; there are interviewer, respondent and other", error(index, "role:mor"));
        assertEquals("character 8 of mor AND: found the end; a word, a quotation or an opening bracket is needed here", error(index, "mor AND"));
        assertEquals("character 8 of (mor OR: found the end; a word, a quotation or an opening bracket is needed here", error(index, "(mor OR"));
        assertEquals("character 1 of role:: found \"role:\"; a value is missing, as in role:respondent, age>=20 or city=\"Aarhus C\"", error(index, "role:"));
        assertThrows(NoSuchElementException.class, () -> Search.Facts.NONE.theme("helped"));
    }

    @Test void aTurnOfFiveMegabytesAndTwoHundredThousandTurnsAreTurnsLikeOthers() throws IOException {
        String big = "ja nej måske ".repeat(400_000) + "ensom";
        var lines = new String[200_000];
        java.util.Arrays.fill(lines, "A: ja");
        lines[199_999] = "I: ensomme";
        var index = index(new Corpus().with("BIG", "A: " + big).with("MANY", lines));
        assertEquals(List.of("BIG:1:" + (big.length() - 2), "MANY:200000:" + (199_999 * 6 + 3)),
            index.search(Search.of("ensom").withContext(5)).map(p -> p.transcript() + ":" + p.turn() + ":" + p.span().start()).toList());
        assertEquals(400_000, index.search(Search.of("ja transcript:BIG").withContext(0)).count());
    }

    private static dk.udsagn.transcript.Transcript fail(String why) {
        throw new AssertionError(why);
    }

    private static String error(TranscriptIndex index, String query) {
        return assertThrows(IllegalArgumentException.class, () -> index.search(Search.of(query))).getMessage();
    }

    private TranscriptIndex index(Corpus corpus) throws IOException {
        return opened(corpus.index(folder, DANISH));
    }

    private TranscriptIndex opened(TranscriptIndex index) {
        opened.add(index);
        return index;
    }

    private static List<String> hits(TranscriptIndex index, String query) throws IOException {
        return hits(index, Search.of(query));
    }

    private static List<String> hits(TranscriptIndex index, Search search) throws IOException {
        try (var hits = index.search(search)) {
            return hits.map(Passage::toString).toList();
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
