package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Acts;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.History;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are copied, joined, edited and tampered with. */
class TeamTest {
    @TempDir Path folder;
    private final Acts acts = new Acts();
    private Path here;
    private Path there;
    private DecisionLog log;

    @BeforeEach void aLogOfThree() throws IOException {
        here = folder.resolve("here");
        there = folder.resolve("there");
        log = new DecisionLog(here);
        log.append(List.of(laid("c1"), laid("c2"), laid("c3")));
        assertEquals(List.of(), log.read().told());
    }

    private Decision laid(String id) {
        return acts.laid(id, "k1", 4, "seen");
    }

    private void copy(String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).getParent());
        Files.copy(folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> ids(DecisionLog log) throws IOException {
        return History.of(log.read().decisions()).decisions().stream().map(d -> d.entry().id()).toList();
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(here.resolve("k1.jsonl")));
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(here.resolve("k1.jsonl"), String.join("\n", lines) + "\n");
    }

    private void told(String... parts) throws IOException {
        var told = log.read().told();
        assertEquals(parts.length, told.size(), told.toString());
        for (int i = 0; i < parts.length; i++) {
            assertTrue(told.get(i).contains(parts[i]), told.get(i));
        }
    }

    @Test void aLineThatWasChangedIsNamed() throws IOException {
        var lines = lines();
        lines.set(1, lines.get(1).replace("seen", "heard"));
        write(lines);
        told("k1.jsonl:2: the line was changed after it was written");
        assertEquals(3, ids(log).size());
    }

    @Test void aLineThatWasTakenOutIsMissed() throws IOException {
        var lines = lines();
        lines.remove(1);
        write(lines);
        told("k1.jsonl:2: the line follows one that stands in no log here");
        lines.remove(0);
        write(lines);
        told("k1.jsonl:1: the line follows one that stands in no log here");
    }

    @Test void linesThatChangedPlacesAreNamed() throws IOException {
        var lines = lines();
        Collections.swap(lines, 1, 2);
        write(lines);
        assertTrue(log.read().told().getFirst().contains("k1.jsonl:2: "), log.read().told().toString());
    }

    @Test void aLineWhoseSealWasTakenOffIsNamed() throws IOException {
        var lines = lines();
        lines.set(1, lines.get(1).replaceFirst(",\"after\".*", "}"));
        write(lines);
        told("k1.jsonl:2: the line was not written by this library, it carries no seal", "k1.jsonl:3: the line follows one that stands in no log here");
    }

    @Test void aChangeThatWasSealedAnewShowsAgainstASealWrittenDownBefore() throws IOException {
        var before = log.seals();
        assertEquals(Set.of("k1.jsonl"), before.keySet());
        var forged = new DecisionLog(there);
        forged.append(log.read().decisions().subList(0, 2));
        assertNotEquals(before, forged.seals());
        log.append(List.of(laid("c4")));
        assertTrue(Files.readString(here.resolve("k1.jsonl")).contains("\"after\":\"" + before.get("k1.jsonl") + "\""));
    }

    @Test void aConflictCopyCountsEachDecisionOnceAndTheForkIsTold() throws IOException {
        copy("here/k1.jsonl", "here/k1 (conflicted copy 2026-05-02).jsonl");
        told("k1 (conflicted copy 2026-05-02).jsonl: it is a copy: every line of it stands in k1.jsonl too");
        assertEquals(List.of("c1", "c2", "c3"), ids(log));
        log.append(List.of(laid("c4"), laid("c5")));
        told("k1 (conflicted copy 2026-05-02).jsonl: it is a copy");
        var copy = new DecisionLog(there);
        copy("here/k1 (conflicted copy 2026-05-02).jsonl", "there/k1.jsonl");
        copy.append(List.of(laid("d4")));
        copy("there/k1.jsonl", "here/k1 (conflicted copy 2026-05-02).jsonl");
        assertEquals(List.of("c1", "c2", "c3", "c4", "c5", "d4"), ids(log));
        told("k1.jsonl:4: this line and k1 (conflicted copy 2026-05-02).jsonl:4 both follow the same line");
    }

    @Test void aForkIsToldAlsoBesideAnOlderCopy() throws IOException {
        copy("here/k1.jsonl", "here/k1 (Annas konflikt).jsonl");
        copy("here/k1.jsonl", "there/k1.jsonl");
        log.append(List.of(laid("c4")));
        new DecisionLog(there).append(List.of(laid("d4")));
        copy("there/k1.jsonl", "here/k1 (kopi 2).jsonl");
        told("k1 (Annas konflikt).jsonl: it is a copy", "k1.jsonl:4: this line and k1 (kopi 2).jsonl:4 both follow the same line");
        assertEquals(List.of("c1", "c2", "c3", "c4", "d4"), ids(log));
    }

    @Test void aByteOrderMarkThatAnEditorLeftIsNoChange() throws IOException {
        String text = Files.readString(here.resolve("k1.jsonl"));
        Files.writeString(here.resolve("k1.jsonl"), "\uFEFF" + text.replace("\n", "\r\n"));
        assertEquals(List.of("c1", "c2", "c3"), ids(log));
        told();
        Files.writeString(here.resolve("k1.jsonl"), "\uFEFF" + text.lines().findFirst().orElseThrow());          // and no line end
        assertEquals(List.of("c1"), ids(log));
        assertEquals(1, new DecisionLog(here).history().decisions().size());
        log.append(List.of(laid("c4")));
        assertEquals(List.of("c1", "c4"), ids(log));
        told();
    }

    @Test void aLineOfALaterVersionIsNamedWithItsWriter() throws IOException {
        var lines = lines();
        lines.set(1, lines.get(1).replace("\"act\":\"laid\"", "\"act\":\"linked\"").replace("udsagn test", "udsagn 9.0"));
        write(lines);
        var e = assertThrows(FormatException.class, () -> log.read());
        assertEquals(2, e.line());
        assertTrue(e.getMessage().contains("there is no act \"linked\", in a line that \"udsagn 9.0\" wrote"), e.getMessage());
        log.append(List.of(laid("c4")));                            // recording goes on all the same
    }

    @Test void twoFoldersJoinWithoutLossInAnyOrderAndAgain() throws IOException {
        copy("here/k1.jsonl", "there/k1.jsonl");
        var other = new DecisionLog(there);
        other.append(List.of(laid("d4"), acts.laid("e1", "k2", 4, "seen"), acts.laid("d5", "k1", 9, "heard")));
        log.append(List.of(laid("c4"), acts.laid("f1", "k3", 4, "seen")));
        assertEquals(Set.of("d4", "d5", "e1"), log.join(there).decisions().stream().map(d -> d.entry().id()).collect(Collectors.toSet()));
        assertEquals(Set.of("c4", "f1"), other.join(here).decisions().stream().map(d -> d.entry().id()).collect(Collectors.toSet()));
        assertEquals(ids(log), ids(other));
        assertEquals(8, ids(log).size());
        assertEquals(List.of(), log.join(there).decisions());
        assertEquals(List.of(), other.join(here).decisions());
        told("k1.jsonl:5: the line follows an earlier line than the one above it: the log was written on two machines and joined; both sides count");
        log.append(List.of(laid("c6")));
        assertEquals(9, ids(log).size());
        assertEquals(1, log.read().told().size());
    }

    @Test void aSuggestionRecordedOnTwoMachinesIsJoinedOnce() throws IOException {
        var other = new DecisionLog(there);
        log.append(List.of(acts.suggested("s1", 4, "seen")));
        other.append(List.of(acts.suggested("s1", 4, "seen")));
        log.join(there);
        assertEquals(0, log.join(there).decisions().size());
        assertEquals(1, ids(log).stream().filter("s1"::equals).count());
        assertEquals(List.of(), log.history().clashes());
    }

    @Test void whatGitLeavesOfTwoSidesIsReadAndTold() throws IOException {
        copy("here/k1.jsonl", "there/k1.jsonl");
        log.append(List.of(laid("c4")));
        new DecisionLog(there).append(List.of(laid("d4")));
        var lines = lines();
        lines.add(3, "<<<<<<< HEAD");
        lines.addAll(List.of("=======", Files.readAllLines(there.resolve("k1.jsonl")).get(3), ">>>>>>> theirs"));
        write(lines);
        assertEquals(List.of("c1", "c2", "c3", "c4", "d4"), ids(log));
        told("k1.jsonl:4: git could not merge the log and left its mark; the lines of both sides count (and 2 more",
            "k1.jsonl:7: the line follows an earlier line than the one above it");
        log.append(List.of(laid("c6")));
        assertEquals(List.of("c1", "c2", "c3", "c4", "d4", "c6"), ids(log));
    }

    @Test void aClockThatRanBackwardsIsTold() throws IOException {
        log.append(List.of(new Acts().laid("soon", "k1", 4, "seen")));                 // another process may have waited for its turn
        told();
        var early = laid("early");
        log.append(List.of(new Decision.Withdrawn(new Decision.Entry("w1", early.entry().at().minusSeconds(90), "k1", ""), "c1", Optional.empty())));
        told("k1.jsonl:5: its time is before that of the line above: the clock ran backwards");
        assertEquals(5, ids(log).size());
    }

    @Test void theHistoryKeepsUpWithWhatOthersAppend() throws IOException {
        assertEquals(3, log.history().decisions().size());
        var other = new DecisionLog(here);
        for (int i = 4; i < 20; i++) {
            other.append(List.of(laid("c" + i), acts.laid("e" + i, "k" + i, 4, "seen")));
            assertEquals(log.read().decisions().size(), log.history().decisions().size());
            assertEquals(new HashSet<>(log.read().decisions()), new HashSet<>(log.history().decisions()));
            assertEquals(log.read().decisions(), log.decisions());
        }
        Codings.of(log.read().decisions()).all().forEach(c -> assertEquals(c, coding(c.id())));
    }

    private Coding coding(String id) {
        try {
            return log.history().codings().coding(id);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test void theHistoryIsReadAnewWhenALogWasEditedCutOrTakenAway() throws IOException {
        log.append(List.of(acts.laid("e1", "k2", 4, "seen")));
        assertEquals(4, log.history().decisions().size());
        write(lines().subList(0, 2));
        assertEquals(3, log.history().decisions().size());
        var lines = lines();
        lines.add(0, DecisionJson.write(laid("c0")));
        write(lines);
        assertEquals(4, log.history().decisions().size());
        Files.delete(here.resolve("k2.jsonl"));
        assertEquals(3, log.history().decisions().size());
    }

    @Test void aTextThatIsGoneIsRememberedWithTheWordsAround() throws IOException {
        String text = "I: Hvordan?\nR: Jeg følte mig hørt dernede, og det var 😊 godt for mig at blive hørt på den måde, det var det.\n";
        var place = new Place("A", "f".repeat(64), new Span(text.indexOf("hørt"), text.indexOf("hørt") + 4), "hørt");
        var laid = new Decision.Laid(acts.entry("x", "k1"), new Decision.Content(place, "seen", "1", Polarity.POSITIVE,
            Status.ASSERTED), Optional.empty());
        log.append(List.of(laid), digest -> digest.startsWith("f") ? Optional.of(text) : Optional.empty());
        var remembered = log.remembered("f".repeat(64)).orElseThrow();
        assertEquals(text.substring(0, 73) + "\0", remembered);
        assertEquals(Optional.empty(), log.remembered("e".repeat(64)));
        assertEquals(laid, log.read().decisions().getLast());
    }

    @Test void wordsThatCutACharacterInTwoAreRefused() {
        var place = new Place("A", "f".repeat(64), new Span(0, 1), "😊".substring(0, 1));
        var laid = new Decision.Laid(acts.entry("x", "k1"), new Decision.Content(place, "seen", "1", Polarity.POSITIVE,
            Status.ASSERTED), Optional.empty());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> log.append(List.of(laid))).getMessage().contains("in the middle of a character"));
    }
}
