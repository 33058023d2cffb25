package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Acts;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionLogTest {
    @TempDir Path folder;
    private final Acts acts = new Acts();

    private DecisionLog log() {
        return new DecisionLog(folder.resolve("decisions"));
    }

    private Path file(String name) {
        return folder.resolve("decisions").resolve(name);
    }

    @Test void aFolderThatIsNotThereHoldsNoDecisions() throws IOException {
        assertEquals(List.of(), log().read().decisions());
        assertEquals(List.of(), log().files());
    }

    @Test void whatWasAppendedIsReadAgainAndEachCoderHasALog() throws IOException {
        var made = List.of(acts.laid("c1", "k1", 4, "seen"), acts.suggested("s1", 9, "seen"), acts.laid("c2", "k2", 4, "seen"));
        log().append(made);
        assertEquals(List.of("k1.jsonl", "k2.jsonl", "suggester.jsonl"), log().files().stream().map(f -> f.getFileName().toString()).toList());
        assertEquals(new HashSet<>(made), new HashSet<>(log().read().decisions()));
        assertEquals(List.of(), log().read().told());
    }

    @Test void aLogTornAtAnyByteGivesItsWholeLinesAndIsWrittenOnWithoutLoss() throws IOException {
        var made = List.of(acts.laid("c1", "k1", 4, "seen"), acts.laid("c2", "k1", 14, "seen"), acts.laid("c3", "k1", 24, "seen"));
        log().append(made);
        byte[] whole = Files.readAllBytes(file("k1.jsonl"));
        var more = acts.laid("c4", "k1", 34, "seen");
        for (int cut = 0; cut < whole.length; cut += 7) {
            Files.write(file("k1.jsonl"), Arrays.copyOf(whole, cut));
            int lines = (int) new String(whole, 0, cut, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
            boolean onlyTheLineEndIsMissing = whole[cut] == '\n';
            var expected = new ArrayList<Decision>(made.subList(0, lines + (onlyTheLineEndIsMissing ? 1 : 0)));
            boolean torn = cut > 0 && whole[cut - 1] != '\n' && !onlyTheLineEndIsMissing;
            assertEquals(expected, log().read().decisions(), "cut at " + cut);
            assertEquals(torn, log().read().told().stream().anyMatch(t -> t.contains("k1.jsonl:" + (lines + 1) + ": the last line is torn")), "cut at " + cut);

            log().append(List.of(more));
            expected.add(more);
            assertEquals(expected, log().read().decisions(), "written on after a cut at " + cut);
            assertEquals(torn, Files.exists(file("k1.torn-" + new String(whole, 0, cut, StandardCharsets.UTF_8).lines().limit(lines)
                .mapToInt(l -> l.getBytes(StandardCharsets.UTF_8).length + 1).sum())), "set aside after a cut at " + cut);
            try (var left = Files.list(folder.resolve("decisions"))) {
                for (Path aside : left.filter(f -> f.toString().contains(".torn-")).toList()) {
                    Files.delete(aside);
                }
            }
        }
    }

    @Test void whatWasSetAsideIsToldAndHoldsTheTornBytes() throws IOException {
        log().append(List.of(acts.laid("c1", "k1", 4, "seen")));
        long end = Files.size(file("k1.jsonl"));
        Files.writeString(file("k1.jsonl"), "{\"id\":\"c2\",\"wor", StandardOpenOption.APPEND);
        log().append(List.of(acts.laid("c3", "k1", 4, "seen")));
        assertEquals("{\"id\":\"c2\",\"wor", Files.readString(file("k1.torn-" + end)));
        var told = log().read().told();
        assertEquals(1, told.size());
        assertTrue(told.getFirst().contains("k1.torn-" + end + ": 15 bytes of a torn line were set aside"), told.getFirst());
    }

    @Test void twoCrashesThatTearALineAtTheSamePlaceAreBothSetAside() throws IOException {
        log().append(List.of(acts.laid("c1", "k1", 4, "seen")));
        byte[] whole = Files.readAllBytes(file("k1.jsonl"));
        for (String torn : List.of("{\"id\":", "{\"id\":\"c", "{\"id\":")) {
            Files.write(file("k1.jsonl"), whole);
            Files.writeString(file("k1.jsonl"), torn, StandardOpenOption.APPEND);
            log().append(List.of(acts.laid("c2", "k1", 4, "seen")));
        }
        assertEquals("{\"id\":", Files.readString(file("k1.torn-" + whole.length)));
        assertEquals("{\"id\":\"c", Files.readString(file("k1.torn-" + whole.length + "-2")));
        assertFalse(Files.exists(file("k1.torn-" + whole.length + "-3")));
    }

    @Test void aLineThatIsNoDecisionIsNamedByFileAndLine() throws IOException {
        log().append(List.of(acts.laid("c1", "k1", 4, "seen"), acts.laid("c2", "k1", 4, "seen")));
        String text = Files.readString(file("k1.jsonl"));
        int second = text.indexOf('\n') + 1;
        for (String wrong : List.of("hej", "{}", "{\"id\":3}", text.substring(second, second + 100), "[1]", "null")) {
            Files.writeString(file("k1.jsonl"), text.substring(0, second) + wrong + "\n" + text.substring(second));
            var e = assertThrows(FormatException.class, () -> log().read());
            assertEquals(2, e.line(), e.getMessage());
            assertTrue(e.source().endsWith("k1.jsonl"), e.getMessage());
        }
    }

    @Test void theMessageSaysWhatIsWrongInALine() throws IOException {
        log().append(List.of(acts.laid("c1", "k1", 4, "seen")));
        String line = Files.readString(file("k1.jsonl"));
        faultOf(line.replace("\"end\":8", "\"end\":9"), "the place Span[start=4, end=9] of A holds 5 characters, the words given are 4");
        faultOf(line.replace("\"end\":8", "\"end\":3"), "it needs 0 <= start < end");
        faultOf(line.replace("\"end\":8", "\"end\":99999999999"), "\"end\" needs a whole number");
        faultOf(line.replace("\"act\":\"laid\"", "\"act\":\"laidd\""), "there is no act \"laidd\"");
        faultOf(line.replace("\"polarity\":\"positive\"", "\"polarity\":\"good\""), "there is no polarity \"good\"");
        faultOf(line.replace("2026-05-01T12:00:01Z", "i går"), "\"i går\" is no time");
        faultOf(line.replace("2026-05-01T12:00:01Z", "2026-02-30T12:00:01Z"), "\"2026-02-30T12:00:01Z\" is no time");
        faultOf(line.replace("2026-05-01T12:00:01Z", "2026-05-01T24:00:61Z"), "\"2026-05-01T24:00:61Z\" is no time");
        faultOf(line.replace("2026-05-01T12:00:01Z", "-001-05-01T12:00:01Z"), "\"-001-05-01T12:00:01Z\" is no time");
        faultOf(line.replace("\"theme\"", "\"tema\""), "unknown key \"tema\"");
        faultOf(line.replace("\"coder\":\"k1\",", ""), "\"coder\" is missing");
        faultOf(line.replace("{\"id\"", "{\"id\":\"x\",\"id\""), "Duplicate field 'id'");
    }

    private void faultOf(String line, String problem) throws IOException {
        Files.writeString(file("k1.jsonl"), line);
        var e = assertThrows(FormatException.class, () -> log().read());
        assertTrue(e.getMessage().contains("k1.jsonl:1: ") && e.getMessage().contains(problem), e.getMessage());
    }

    @Test void aLineThatIsNotUtf8IsNamed() throws IOException {
        log().append(List.of(acts.laid("c1", "k1", 4, "seen")));
        Files.write(file("k1.jsonl"), Files.readString(file("k1.jsonl")).getBytes(StandardCharsets.ISO_8859_1));
        var e = assertThrows(FormatException.class, () -> log().read());
        assertTrue(e.getMessage().contains("k1.jsonl:1: the line is not UTF-8"), e.getMessage());
    }

    @Test void windowsLineEndsBlankLinesAndAHandWrittenLineCount() throws IOException {
        var first = acts.laid("c1", "k1", 4, "seen");
        var second = acts.laid("c2", "k1", 4, "seen");
        log().append(List.of(first));
        Files.writeString(file("k1.jsonl"), Files.readString(file("k1.jsonl")).replace("\n", "\r\n") + "\r\n" + DecisionJson.write(second) + "\r\n");
        assertEquals(List.of(first, second), log().read().decisions());
        var third = acts.laid("c3", "k1", 4, "seen");
        log().append(List.of(third));
        assertEquals(List.of(first, second, third), log().read().decisions());
        var told = log().read().told();
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.getFirst().contains("k1.jsonl:3: the line was not written by this library"), told.getFirst());
    }

    @Test void manyThreadsAndObjectsOnTheSameFolderLoseNothing() throws Exception {
        int threads = 8;
        int each = 25;
        var shared = log();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var jobs = new ArrayList<Callable<Void>>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                jobs.add(() -> {
                    DecisionLog mine = thread % 2 == 0 ? shared : log();
                    var my = new Acts();
                    for (int i = 0; i < each; i++) {
                        mine.append(List.of(my.laid("c" + thread + "-" + i, "k" + thread % 3, 4, "seen")));
                        if (i % 5 == 0) {
                            mine.read();
                        }
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(jobs)) {
                done.get();
            }
        }
        var read = log().read();
        assertEquals(threads * each, read.decisions().stream().map(d -> d.entry().id()).distinct().count());
        assertEquals(threads * each, read.decisions().size());
        assertTrue(read.told().stream().allMatch(t -> t.contains("clock ran backwards")), read.told().toString());
    }

    @Test void anInterruptedThreadFinishesItsWriteAndStaysInterrupted() throws IOException {
        log().append(List.of(acts.laid("c1", "k1", 4, "seen")));
        Thread.currentThread().interrupt();
        log().append(List.of(acts.laid("c2", "k1", 4, "seen")));
        assertTrue(Thread.interrupted());
        assertEquals(2, log().read().decisions().size());
    }

    @Test void tenThousandSuggestionsGoDownAtOnce() throws IOException {
        var many = new ArrayList<Decision>();
        for (int i = 0; i < 10_000; i++) {
            many.add(acts.suggested("s" + i, i, "seen"));
        }
        log().append(many);
        assertEquals(many, log().read().decisions());
    }

    @Test void aBadCoderIdIsRefusedBeforeAnythingIsWritten() throws IOException {
        var e = assertThrows(IllegalArgumentException.class,
            () -> log().append(List.of(acts.laid("c1", "k1", 4, "seen"), acts.laid("c2", "../k2", 4, "seen"))));
        assertTrue(e.getMessage().contains("\"../k2\""), e.getMessage());
        assertEquals(List.of(), log().read().decisions());
    }

    @Test void whenOneLogCannotBeWrittenTheOthersAreTakenBack() throws IOException {
        log().append(List.of(acts.laid("c1", "k1", 4, "seen")));
        Files.createDirectory(file("k2.jsonl"));                    // stands in the way
        var old = Files.readString(file("k1.jsonl"));
        assertThrows(IOException.class, () -> log().append(List.of(acts.laid("c2", "k1", 4, "seen"), acts.laid("c3", "k2", 4, "seen"))));
        assertEquals(old, Files.readString(file("k1.jsonl")));
    }

    @Test void thousandsAtOnceStandAsTheyWouldOneByOneAndOneThatCannotBeWrittenLeavesNothing() throws IOException {
        var made = new ArrayList<Decision>();
        for (int i = 0; i < 2_500; i++) {
            made.add(acts.laid("c" + i, i % 3 == 0 ? "k2" : "k1", 4, "seen"));
        }
        log().append(made);
        var oneByOne = new DecisionLog(folder.resolve("one"));
        for (int from = 0; from < made.size(); from += 500) {
            oneByOne.append(made.subList(from, from + 500));
        }
        for (String file : List.of("k1.jsonl", "k2.jsonl")) {
            assertEquals(Files.readString(folder.resolve("one").resolve(file)), Files.readString(file(file)));
        }
        var none = new DecisionLog(folder.resolve("none"));
        var entry = made.getFirst().entry();
        made.set(2_100, new Decision.Laid(entry, new Decision.Content(new Place("A", "d", new Span(0, 1), "\uD83D"), "seen", "1",
            Polarity.NEUTRAL, Status.ASSERTED), Optional.empty()));
        String error = assertThrows(IllegalArgumentException.class, () -> none.append(made)).getMessage();
        assertTrue(error.startsWith("the words at") && error.contains("in the middle of a character"), error);
        assertEquals(List.of(), none.files());
    }
}
