package dk.udsagn.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final Acts acts = new Acts();

    @Test void anAuditRowSaysWhoDidWhatToWhichWordsWhyAndWithWhat() {
        var s1 = acts.suggested("s1", 4, "seen");
        var rows = History.of(List.of(s1, acts.rejected("r1", "k1", s1), acts.withdrawn("w1", "k1", "r1"), acts.withdrawn("w2", "k2", "w1"))).rows().toList();
        var rejected = rows.get(1);
        assertEquals("r1", rejected.id());
        assertEquals(Acts.BEGIN.plusSeconds(2), rejected.when());
        assertEquals("k1 rejected s1", rejected.who() + " " + rejected.act() + " " + rejected.target().orElseThrow());
        assertEquals("seen", rejected.theme());
        assertEquals("hørt", rejected.place().orElseThrow().words());
        assertEquals("being-seen: hørt", rejected.detail());
        assertEquals(Optional.of("nej"), rejected.why());
        assertEquals("udsagn test", rejected.library());
        assertEquals("1", rejected.codebook());
        assertEquals("withdrawn withdrawn hørt", rows.get(3).act() + " " + rows.get(3).detail() + " " + rows.get(3).place().orElseThrow().words());
    }

    @Test void decisionsOnDecisionsThatAreNotThereAreLoose() {
        var s1 = acts.suggested("s1", 4, "seen");
        var a1 = acts.accepted("a1", "k1", s1);
        assertEquals(List.of(a1), History.of(List.of(a1)).loose());
        assertEquals(List.of(), History.of(List.of(a1, s1)).loose());
    }

    @Test void twoThatDifferUnderOneIdClashAndTheEarlierCounts() {
        var one = acts.laid("c1", "k1", 4, "seen");
        var other = acts.laid("c1", "k1", 9, "seen");
        assertEquals(List.of(other), History.of(List.of(other, one)).clashes());
        assertEquals(List.of(one), History.of(List.of(other, one)).decisions());
        assertEquals(List.of(other), History.of(List.of(one)).plus(List.of(other)).clashes());
    }

    @Test void theSameSuggestionRecordedByTwoProgramsIsNoClash() {
        var once = acts.suggested("s1", 4, "seen");
        var again = acts.suggested("s1", 4, "seen");
        assertEquals(List.of(), History.of(List.of(once, again)).clashes());
        assertEquals(List.of(once), History.of(List.of(once, again)).decisions());
    }

    @Test void aClockThatRunsBackwardsDoesNotTurnTheOrderAround() {
        var history = History.of(List.of(acts.laid("c1", "k1", 4, "seen")));
        assertEquals(Acts.BEGIN.plusMillis(1_001), history.after(Acts.BEGIN));
        assertEquals(Acts.BEGIN.plusSeconds(9), history.after(Acts.BEGIN.plusSeconds(9)));
        assertEquals(Acts.BEGIN, History.of(List.of()).after(Acts.BEGIN));
    }

    @Test void nothingNewIsTheSameHistory() {
        var laid = acts.laid("c1", "k1", 4, "seen");
        var history = History.of(List.of(laid));
        assertSame(history, history.plus(List.of(laid)));
    }
}
