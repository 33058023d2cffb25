package dk.udsagn.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.udsagn.transcript.Span;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CodingsTest {
    private final Acts acts = new Acts();

    private static List<String> ids(Codings codings) {
        return codings.all().stream().map(Coding::id).toList();
    }

    @Test void aThemeLaidIsACodingWithTheCodersReason() {
        var coding = Codings.of(List.of(acts.laid("c1", "k1", 4, "seen"))).coding("c1");
        assertEquals("k1", coding.coder());
        assertEquals("hørt", coding.place().words());
        assertEquals(Optional.of("fordi"), coding.why());
        assertEquals("hand", coding.origin());
    }

    @Test void codingsAreOrderedByPlaceThemeAndCoder() {
        assertEquals(List.of("c3", "c2", "c4", "c1"), ids(Codings.of(List.of(acts.laid("c1", "k1", 9, "seen"), acts.laid("c2", "k1", 4, "seen"),
            acts.laid("c3", "k1", 4, "heard"), acts.laid("c4", "k2", 4, "seen")))));
    }

    @Test void aSuggestionIsNobodysCodingUntilItIsAccepted() {
        var s1 = acts.suggested("s1", 4, "seen");
        var s2 = acts.suggested("s2", 9, "seen");
        var s3 = acts.suggested("s3", 14, "seen");
        var codings = Codings.of(List.of(s1, s2, s3, acts.accepted("a1", "k1", s1), acts.rejected("r2", "k1", s2)));
        assertEquals(List.of("a1"), ids(codings));
        assertEquals("suggestion", codings.coding("a1").origin());
        assertEquals(List.of(s3), codings.open());
        assertEquals(List.of("s2"), codings.rejected().stream().map(Decision.Rejected::target).toList());
        assertTrue(codings.knows("s2"));
        assertFalse(codings.knows("a1"));
        assertEquals(s1, codings.suggestion("s1"));
    }

    @Test void withdrawingAnAcceptanceOpensTheSuggestionAgain() {
        var s1 = acts.suggested("s1", 4, "seen");
        var codings = Codings.of(List.of(s1, acts.accepted("a1", "k1", s1), acts.withdrawn("w1", "k1", "a1")));
        assertEquals(List.of(), ids(codings));
        assertEquals(List.of(s1), codings.open());
    }

    @Test void aWithdrawalCanBeWithdrawnAndThatToo() {
        var all = List.of(acts.laid("c1", "k1", 4, "seen"), acts.withdrawn("w1", "k1", "c1"), acts.withdrawn("w2", "k1", "w1"), acts.withdrawn("w3", "k1", "w2"));
        assertEquals(List.of("c1"), ids(Codings.of(all.subList(0, 1))));
        assertEquals(List.of(), ids(Codings.of(all.subList(0, 2))));
        assertEquals(List.of("c1"), ids(Codings.of(all.subList(0, 3))));
        assertEquals(List.of(), ids(Codings.of(all)));
    }

    @Test void aHundredThousandUndosOfUndosAreNoDanger() {
        var all = new java.util.ArrayList<Decision>(List.of(acts.laid("c1", "k1", 4, "seen")));
        for (int i = 1; i <= 100_000; i++) {
            all.add(acts.withdrawn("w" + i, "k1", i == 1 ? "c1" : "w" + (i - 1)));
        }
        assertEquals(List.of("c1"), ids(Codings.of(all)));
    }

    @Test void withdrawalsThatNameOneAnotherTakeNothingBack() {
        var laid = acts.laid("c1", "k1", 4, "seen");
        assertEquals(List.of("c1"), ids(Codings.of(List.of(laid, acts.withdrawn("w1", "k1", "w2"), acts.withdrawn("w2", "k1", "w1")))));
        assertEquals(List.of("c1"), ids(Codings.of(List.of(laid, acts.withdrawn("w3", "k1", "w3")))));
    }

    @Test void theLastWordsLaidOnAreTheCodings() {
        var codings = Codings.of(List.of(acts.laid("c1", "k1", 4, "seen"), acts.respanned("r1", "k1", "c1", 4, "hørt af", "seen"),
            acts.respanned("r2", "k1", "c1", 4, "hørt af dem", "seen"), acts.noted("n1", "k1", "c1", "husk"), acts.noted("n2", "k2", "c1", "også")));
        assertEquals("hørt af dem", codings.coding("c1").place().words());
        assertEquals(List.of("husk", "også"), codings.coding("c1").memos());
    }

    @Test void oneAcceptsAndOneRejectsIsAConflictAndStaysOneUntilSomeoneWithdraws() {
        var s1 = acts.suggested("s1", 4, "seen");
        var yes = acts.accepted("a1", "k1", s1);
        var no = acts.rejected("r1", "k2", s1);
        assertEquals(List.of(new Codings.Conflict("s1", List.of(yes), List.of(no))), Codings.of(List.of(s1, yes, no)).conflicts());
        assertEquals(List.of("a1"), ids(Codings.of(List.of(s1, yes, no))));
        assertEquals(List.of(), Codings.of(List.of(s1, yes, no, acts.withdrawn("w1", "k2", "r1"))).conflicts());
        assertEquals(List.of(new Codings.Conflict("s1", List.of(yes), List.of(no))), Codings.of(List.of(yes, no)).conflicts());
    }

    @Test void aMergedThemeCarriesWhatWasMadeWithItUntilThen() {
        var merge = new Decision.Merged(acts.entry("m0", "k1"), "heard", "seen", "2", Optional.of("det samme"));
        var s1 = acts.suggested("s1", 4, "heard");
        var all = List.of(acts.laid("c1", "k1", 4, "heard"), s1, acts.laid("c2", "k1", 4, "tools"),
            new Decision.Merged(acts.entry("m1", "k1"), "heard", "seen", "2", Optional.empty()), acts.laid("c3", "k1", 9, "heard"));
        var codings = Codings.of(all);
        assertEquals(List.of("seen", "tools", "heard"), List.of(codings.coding("c1").theme(), codings.coding("c2").theme(), codings.coding("c3").theme()));
        assertEquals("seen", codings.suggestion("s1").content().theme());
        assertEquals("seen", codings.open().getFirst().content().theme());
        var undone = new java.util.ArrayList<Decision>(all);
        undone.add(acts.withdrawn("w1", "k1", "m1"));
        assertEquals("heard", Codings.of(undone).coding("c1").theme());
        assertEquals("heard", Codings.of(List.of(merge, all.getFirst())).coding("c1").theme());
    }

    @Test void aSplitThemeCarriesThoseItNamesAndLeavesTheOthers() {
        var codings = Codings.of(List.of(acts.laid("c1", "k1", 4, "seen"), acts.laid("c2", "k1", 9, "seen"), acts.laid("c3", "k1", 14, "tools"),
            new Decision.Split(acts.entry("p1", "k1"), "seen", new TreeMap<>(Map.of("c1", "seen-by-adults", "c3", "seen-by-peers")), "2", Optional.empty())));
        assertEquals("seen-by-adults", codings.coding("c1").theme());
        assertEquals("seen", codings.coding("c2").theme());
        assertEquals("tools", codings.coding("c3").theme());
    }

    @Test void aMoveCountsOnlyWhileTheCodingStandsWhereItWas() {
        var from = Acts.content(4, "hørt", "seen").place();
        var to = new Place("A", "1".repeat(64), new Span(14, 18), "hørt");
        var laid = acts.laid("c1", "k1", 4, "seen");
        var moved = new Decision.Moved(acts.entry("m1", "k1"), "c1", from, to, List.of(), "same words");
        assertEquals(to, Codings.of(List.of(laid, moved)).coding("c1").place());
        var acts2 = new Acts();
        var respanned = acts2.respanned("r1", "k2", "c1", 4, "hørt af", "seen");
        assertEquals("hørt af", Codings.of(List.of(laid, respanned, moved)).coding("c1").place().words());
    }

    @Test void aMovedSuggestionTakesItsEvidenceAlong() {
        var s1 = acts.suggested("s1", 4, "seen");
        var to = new Place("A", "1".repeat(64), new Span(14, 18), "hørt");
        var accepted = acts.accepted("a1", "k1", s1);
        var codings = Codings.of(List.of(s1, accepted,
            new Decision.Moved(acts.entry("m1", "k1"), "a1", s1.content().place(), to, List.of(new Span(14, 18)), "same words")));
        assertEquals(List.of(new Span(14, 18)), codings.coding("a1").rule().orElseThrow().evidence());
        assertEquals(s1.rule().evidence(), codings.suggestion("s1").rule().evidence());
    }

    @Test void filtersLeaveTheOthersOut() {
        var codings = Codings.of(List.of(acts.laid("c1", "k1", 4, "seen"), acts.laid("c2", "k2", 6, "heard"), acts.laid("c3", "k1", 14, "heard")));
        assertEquals(List.of("c1", "c3"), ids(codings.by("k1")));
        assertEquals(List.of("c2", "c3"), ids(codings.of("heard")));
        assertEquals(List.of(), ids(codings.in("B")));
        assertEquals(List.of("c1", "c2"), codings.at("A", new Span(7, 8)).stream().map(Coding::id).toList());
        assertEquals(List.of(), codings.at("A", new Span(10, 14)));
    }

    @Test void anUnknownCodingOrSuggestionIsNamed() {
        var codings = Codings.of(List.of(acts.laid("c1", "k1", 4, "seen")));
        assertTrue(assertThrows(NoSuchElementException.class, () -> codings.coding("x")).getMessage().contains("no coding \"x\""));
        assertTrue(assertThrows(NoSuchElementException.class, () -> codings.suggestion("c1")).getMessage().contains("no recorded suggestion \"c1\""));
    }
}
