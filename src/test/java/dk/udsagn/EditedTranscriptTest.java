package dk.udsagn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Reanchoring;
import dk.udsagn.exchange.DecisionLog;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transcripts that are corrected, renamed or deleted after they were coded. */
class EditedTranscriptTest {
    private static final String TEXT = "I: Hvordan var det?\nR: Jeg føtle mig hørt. Det hjalp, og det hjalp meget.\nI: Altid?\nR: Nej. Ikke altid, men for det meste.\n";
    private static final Reanchoring NOTHING = new Reanchoring(List.of(), List.of());

    @TempDir Path temp;
    Path folder;

    @BeforeEach void aCodedInterview() throws IOException {
        Path codebook = Files.writeString(temp.resolve("codebook.json"), """
            {"id": "hverdag", "version": "1", "title": "Hverdag", "themes": [
              {"id": "seen", "name": {"da": "Set"}, "indicators": [{"find": "hørt", "weight": 1, "polarity": "neutral"}, {"find": "meste", "weight": 1, "polarity": "neutral"}]}, {"id": "helped", "name": {"da": "Hjulpet"}}]}""");
        folder = temp.resolve("study");
        try (var study = Study.create(folder, List.of(Files.writeString(temp.resolve("A.txt"), TEXT)), Optional.of(codebook), Language.DANISH)) {
            study.code("A", "Jeg føtle mig hørt", "seen", "k1");
            study.code("A", "det hjalp meget", "helped", "k2");
        }
    }

    private void edit(String text) throws IOException {
        Files.writeString(folder.resolve("transcripts/A.txt"), text);
    }

    private List<String> words() throws IOException {
        try (var study = Study.open(folder)) {
            return study.codings().stream().map(c -> c.place().words()).toList();
        }
    }

    private List<String> wordsInTheText() throws IOException {
        try (var study = Study.open(folder)) {
            return study.codings().stream().map(Coding::place).map(p -> p.span().in(text(study, p.transcript()))).toList();
        }
    }

    private static String text(Study study, String transcript) {
        try {
            return study.transcript(transcript).text();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String logs() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("decisions"))) {
            return String.join("", files.filter(f -> f.toString().endsWith(".jsonl")).sorted().map(f -> {
                try {
                    return Files.readString(f);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }).toList());
        }
    }

    @Test void anEditedTranscriptIsToldAndNothingMovesUntilSomebodyRecordsIt() throws IOException {
        edit("Optaget i maj.\n" + TEXT.replace("føtle", "følte"));
        String before = logs();
        try (var study = Study.open(folder)) {
            assertEquals(List.of("Jeg føtle mig hørt", "det hjalp meget"), study.codings().stream().map(c -> c.place().words()).toList());
            var preview = study.reanchoring();
            assertEquals(List.of("Jeg følte mig hørt", "det hjalp meget"), preview.certain().stream().map(a -> a.to().words()).toList());
            assertEquals(2, study.check().size());
            assertTrue(study.check().getFirst().problem().contains("\"Jeg føtle mig hørt\" was laid on another text of transcript A; it stands at"), study.check().toString());
            assertEquals(before, logs());

            assertEquals(preview, study.reanchor("k2"));
            assertEquals(List.of(), study.check());
            assertEquals(NOTHING, study.reanchoring());
            assertEquals(List.of("k2 moved", "k2 moved"), study.history().rows().skip(2).map(r -> r.who() + " " + r.act()).toList());
            assertEquals(List.of("k1", "k2"), study.codings().stream().map(Coding::coder).toList());
        }
        assertTrue(logs().startsWith(before.substring(0, 50)) && logs().length() > before.length());
        assertEquals(List.of("Jeg følte mig hørt", "det hjalp meget"), words());
        assertEquals(words(), wordsInTheText());
    }

    @Test void theWordsAreFoundAgainWhereTheOldTextWasNotKept() throws IOException {
        try (var kept = Files.list(folder.resolve(".udsagn/texts"))) {
            for (Path file : kept.toList()) {
                Files.delete(file);
            }
        }
        edit("Optaget i maj.\n" + TEXT.replace("føtle", "følte"));
        try (var study = Study.open(folder)) {
            var found = study.reanchor("k1");
            assertEquals(List.of("det hjalp meget"), found.certain().stream().map(a -> a.to().words()).toList());
            assertEquals(List.of("Jeg følte mig hørt"), found.doubts().getFirst().candidates().stream().map(p -> p.words()).toList());
        }
        assertEquals(List.of("Jeg føtle mig hørt", "det hjalp meget"), words());
    }

    @Test void aKeptTextThatWasTornIsNotTrusted() throws IOException {
        try (var kept = Files.list(folder.resolve(".udsagn/texts"))) {
            for (Path file : kept.toList()) {
                Files.writeString(file, TEXT.substring(0, 30));
            }
        }
        edit(TEXT.replace("Altid?", "Altid, siger du?"));
        try (var study = Study.open(folder)) {
            assertEquals(2, study.reanchor("k1").certain().size());
        }
        assertEquals(List.of("Jeg føtle mig hørt", "det hjalp meget"), wordsInTheText());
    }

    @Test void anEditThatIsUndoneAndDoneAgainMovesTheWordsEachTime() throws IOException {
        for (String text : List.of("Nyt.\n" + TEXT, TEXT, "Nyt.\n" + TEXT, TEXT)) {
            edit(text);
            try (var study = Study.open(folder)) {
                assertEquals(2, study.reanchor("k1").certain().size());
                assertEquals(NOTHING, study.reanchoring());
            }
            assertEquals(List.of("Jeg føtle mig hørt", "det hjalp meget"), wordsInTheText());
        }
    }

    @Test void twoPeopleWhoBothRecordTheMovesHaveRecordedThemOnce() throws IOException {
        Path theirs = temp.resolve("theirs");
        Files.createDirectories(theirs);
        edit("Nyt.\n" + TEXT);
        for (String log : List.of("k1.jsonl", "k2.jsonl")) {
            Files.copy(folder.resolve("decisions").resolve(log), theirs.resolve(log));
        }
        try (var study = Study.open(folder)) {
            study.reanchor("k1");
            Path mine = temp.resolve("mine");
            Files.move(folder.resolve("decisions"), mine);
            Files.move(theirs, folder.resolve("decisions"));
            study.reanchor("k2");
            new DecisionLog(folder.resolve("decisions")).join(mine);
            assertEquals(4, study.history().decisions().size());
            assertEquals(List.of(), study.history().clashes());
        }
        assertEquals(List.of("Jeg føtle mig hørt", "det hjalp meget"), wordsInTheText());
    }

    @Test void wordsThatAreGoneArePlacedByHandOrTakenBack() throws IOException {
        edit(TEXT.replace("Jeg føtle mig hørt. ", ""));
        try (var study = Study.open(folder)) {
            var found = study.reanchor("k1");
            assertEquals(1, found.certain().size());
            var doubt = found.doubts().getFirst();
            assertEquals(List.of("the words are gone"), study.reanchoring().doubts().stream().map(Reanchoring.Doubt::why).toList());
            assertTrue(study.check().getFirst().mend().contains("place it with respan, or withdraw it"), study.check().toString());
            assertThrows(IllegalArgumentException.class, () -> study.respan(doubt.target(), study.place("A", "for det meste"), "k2", Optional.empty()));
            var placed = study.respan(doubt.target(), study.place("A", "for det meste"), "k1", Optional.of("siger det her"));
            assertEquals(doubt.target(), placed.id());
            assertEquals(List.of(), study.check());
        }
        assertEquals(List.of("det hjalp meget", "for det meste"), wordsInTheText());
    }

    @Test void aRenamedFileTakesItsCodingsAlong() throws IOException {
        Files.move(folder.resolve("transcripts/A.txt"), folder.resolve("transcripts/Anna.txt"));
        try (var study = Study.open(folder)) {
            assertEquals(2, study.codings().all().size());
            var found = study.reanchor("k1");
            assertEquals(List.of(), found.doubts());
            assertEquals("the same text, now called Anna", found.certain().getFirst().why());
            assertEquals(List.of("Anna", "Anna"), study.codings().stream().map(c -> c.place().transcript()).toList());
        }
        assertEquals(words(), wordsInTheText());
    }

    @Test void aFileThatWasBothRenamedAndEditedIsKnownByItsLines() throws IOException {
        Files.delete(folder.resolve("transcripts/A.txt"));
        Files.writeString(folder.resolve("transcripts/Anna.txt"), "Optaget i maj.\n" + TEXT.replace("Altid?", "Altid, siger du?"));
        Files.writeString(folder.resolve("transcripts/B.txt"), "I: Hvordan var det?\nR: Det ved jeg ikke.\n");
        try (var study = Study.open(folder)) {
            assertEquals(2, study.reanchor("k1").certain().size());
            assertEquals(List.of("Anna", "Anna"), study.codings().stream().map(c -> c.place().transcript()).toList());
        }
        assertEquals(List.of("Jeg føtle mig hørt", "det hjalp meget"), wordsInTheText());
    }

    @Test void aDeletedFileLeavesItsCodingsInDoubtAndWhereTheWordsStandElsewhereIsTold() throws IOException {
        Files.move(folder.resolve("transcripts/A.txt"), folder.resolve("transcripts/Anna.txt"));
        Files.writeString(folder.resolve("transcripts/Anna.txt"), "Nyt.\n" + TEXT.replace("føtle", "følte").replace("men for det meste", "men tit"));
        try (var study = Study.open(folder)) {
            var found = study.reanchor("k1");
            assertEquals(List.of(), found.certain());
            assertEquals(2, study.codings().all().size());
            assertEquals(List.of(List.of(), List.of("det hjalp meget")), found.doubts().stream().map(d -> d.candidates().stream().map(p -> p.words()).toList()).toList());
            assertEquals(2, study.check().stream().filter(p -> p.problem().contains("there is no transcript \"A\" any more")).count(), study.check().toString());
        }
    }

    @Test void whatWasRecordedOrRejectedIsNotProposedAnewAfterAnEdit() throws IOException {
        try (var study = Study.open(folder)) {
            var suggestions = study.suggest();
            assertEquals(2, study.record(suggestions));
            study.reject(suggestions.getFirst().id(), "k1", Optional.empty());
        }
        edit("Optaget i maj.\n" + TEXT);
        try (var study = Study.open(folder)) {
            assertEquals(1, study.suggest().size());
            assertEquals(0, study.record(study.suggest()));
            study.reanchor("k1");
            var open = study.suggest();
            assertEquals(List.of(true), open.stream().map(s -> s.place().words().contains("for det meste")).toList());
            assertEquals(0, study.record(open));
            study.accept(study.codings().open().getFirst().entry().id(), "k1", Optional.empty());
            assertEquals(0, study.record(study.suggest()));
            assertEquals(List.of(), study.check());
        }
    }

    @Test void anUnknownCoderRecordsNothing() throws IOException {
        edit("Nyt.\n" + TEXT);
        Files.writeString(folder.resolve("study.json"), Files.readString(folder.resolve("study.json")).replace("\"coders\" : [ ]", "\"coders\" : [{\"id\": \"k1\"}, {\"id\": \"k2\"}]"));
        String before = logs();
        try (var study = Study.open(folder)) {
            assertThrows(NoSuchElementException.class, () -> study.reanchor("k3"));
        }
        assertEquals(before, logs());
    }

    @Test void undoIsADecisionAndCanItselfBeUndone() throws IOException {
        try (var study = Study.open(folder)) {
            var coding = study.codings().all().getFirst();
            study.note(coding.id(), "tjek lydfilen", "k2");
            Decision undo = study.withdraw(coding.id(), "k1", Optional.of("tog fejl"));
            assertEquals(1, study.codings().all().size());
            assertTrue(assertThrows(NoSuchElementException.class, () -> study.withdraw(coding.id(), "k1", Optional.empty())).getMessage().contains("withdrawn before"));
            assertThrows(IllegalArgumentException.class, () -> study.withdraw(undo.entry().id(), "k2", Optional.empty()));
            study.withdraw(undo.entry().id(), "k1", Optional.of("nej, det var rigtigt"));
            assertEquals(List.of("tjek lydfilen"), study.codings().coding(coding.id()).memos());
            assertEquals(List.of("laid", "laid", "noted", "withdrawn", "withdrawn"), study.history().rows().map(r -> r.act()).toList());
            assertEquals(5, study.history().rows().map(r -> r.library()).filter(Study.LIBRARY::equals).count());
            assertFalse(study.history().rows().anyMatch(r -> r.codebook().isEmpty() || r.theme().isEmpty() || r.place().isEmpty()));
        }
    }

    @Test void aRejectionIsTakenBackAndTheSuggestionIsOpenAgain() throws IOException {
        try (var study = Study.open(folder)) {
            study.record(study.suggest());
            String id = study.codings().open().getFirst().entry().id();
            assertThrows(IllegalArgumentException.class, () -> study.withdraw(id, "k1", Optional.empty()));
            var no = study.reject(id, "k1", Optional.empty());
            var yes = study.accept(id, "k2", Optional.empty());
            assertTrue(study.check().stream().anyMatch(p -> p.problem().contains("was accepted by k2 and rejected by k1")), study.check().toString());
            study.withdraw(no.entry().id(), "k1", Optional.of("enige"));
            assertEquals(List.of(), study.check());
            study.withdraw(yes.id(), "k2", Optional.empty());
            assertEquals(2, study.codings().open().size());
        }
    }
}
