package dk.udsagn.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CodingsPropertyTest {
    @Provide Arbitrary<List<Decision>> histories() {
        return Arbitraries.integers().between(0, 24).flatMap(n -> Arbitraries.longs().map(seed -> Histories.history(n, seed)));
    }

    @Property(tries = 1_000)
    void anyOrderAndAnyRepetitionGiveTheSameState(@ForAll("histories") List<Decision> decisions, @ForAll long seed) {
        var mixed = new ArrayList<>(decisions);
        mixed.addAll(decisions.subList(0, decisions.size() / 2));
        Collections.shuffle(mixed, new Random(seed));
        assertSame(Codings.of(decisions), Codings.of(mixed));
    }

    @Property(tries = 1_000)
    void evenTwoDecisionsOfOneIdGiveTheSameStateInAnyOrder(@ForAll("histories") List<Decision> one, @ForAll("histories") List<Decision> other) {
        var forth = new ArrayList<>(one);
        forth.addAll(other);
        var back = new ArrayList<>(other);
        back.addAll(one);
        assertSame(Codings.of(forth), Codings.of(back));
        assertEquals(History.of(forth).decisions(), History.of(back).decisions());
    }

    @Property(tries = 1_000)
    void foldingAllIsFoldingSomeAndApplyingTheRest(@ForAll("histories") List<Decision> decisions) {
        var history = History.of(List.of());
        for (Decision decision : decisions) {
            history.codings();
            history = history.plus(List.of(decision));
        }
        assertSame(Codings.of(decisions), history.codings());
        int half = decisions.size() / 2;
        var halves = History.of(decisions.subList(0, half));
        halves.codings();
        assertSame(Codings.of(decisions), halves.plus(decisions.subList(half, decisions.size())).codings());
    }

    @Property(tries = 1_000)
    void whatIsAppliedInAnyOrderAndOnTwoBranchesIsWhatIsFolded(@ForAll("histories") List<Decision> decisions, @ForAll long seed) {
        var mixed = new ArrayList<>(decisions);
        Collections.shuffle(mixed, new Random(seed));
        int fork = decisions.isEmpty() ? 0 : Math.floorMod(seed, decisions.size());
        var trunk = History.of(List.of());
        for (Decision decision : mixed.subList(0, fork)) {
            trunk.codings();
            trunk = trunk.plus(List.of(decision));
        }
        var before = trunk.decisions();
        for (var rest : List.of(mixed.subList(fork, mixed.size()), decisions)) {             // the second branch knows some of them already
            var branch = trunk;
            for (Decision decision : rest) {
                branch.codings();
                branch = branch.plus(List.of(decision));
            }
            assertSame(Codings.of(decisions), branch.codings());
            assertEquals(History.of(decisions).decisions(), branch.decisions());
            assertEquals(History.of(decisions).withdrawn(), branch.withdrawn());
            for (Coding coding : branch.codings().all()) {
                assertEquals(coding, branch.codings().coding(coding.id()));
            }
        }
        assertEquals(before, trunk.decisions());
        assertSame(Codings.of(mixed.subList(0, fork)), trunk.codings());
    }

    @Property(tries = 1_000)
    void undoingAnUndoIsAsIfNeitherHadBeen(@ForAll("histories") List<Decision> decisions, @ForAll int which) {
        if (decisions.isEmpty()) {
            return;
        }
        var last = Acts.BEGIN.plusSeconds(60);
        String target = decisions.get(Math.floorMod(which, decisions.size())).entry().id();
        var undo = new Decision.Withdrawn(new Decision.Entry("undo", last, "k1", ""), target, Optional.empty());
        var redo = new Decision.Withdrawn(new Decision.Entry("redo", last, "k1", ""), "undo", Optional.empty());
        var both = new ArrayList<>(decisions);
        both.add(redo);
        both.add(undo);
        assertSame(Codings.of(decisions), Codings.of(both));
    }

    @Property(tries = 500)
    void whatHappenedLaterDoesNotChangeAnEarlierMoment(@ForAll("histories") List<Decision> decisions) {
        var moment = Acts.BEGIN.plusMillis(decisions.size() / 2);
        var until = decisions.stream().filter(d -> !d.entry().at().isAfter(moment)).toList();
        assertSame(Codings.of(until), History.of(decisions).asOf(moment).codings());
    }

    @Property(tries = 500)
    void everyDecisionHasOneRowAndRowsAreInTheOrderOfTime(@ForAll("histories") List<Decision> decisions) {
        var rows = History.of(decisions).rows().toList();
        assertEquals(decisions.size(), rows.size());
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(!rows.get(i).when().isBefore(rows.get(i - 1).when()));
        }
    }

    /** Laws over histories in which nothing happens would hold of anything. */
    @Test void theHistoriesOfTheseLawsHaveInThemWhatTheLawsAreAbout() {
        int codings = 0;
        int conflicts = 0;
        var matters = new TreeMap<String, Integer>();
        for (long seed = 0; seed < 400; seed++) {
            var decisions = Histories.history(20, seed);
            var folded = Codings.of(decisions);
            codings += folded.all().isEmpty() ? 0 : 1;
            conflicts += folded.conflicts().isEmpty() ? 0 : 1;
            for (Decision d : decisions) {
                var without = decisions.stream().filter(o -> o != d).toList();
                matters.merge(d.act(), Codings.of(without).all().equals(folded.all()) ? 0 : 1, Integer::sum);
            }
        }
        assertTrue(codings > 380 && conflicts > 5, codings + " with codings, " + conflicts + " with conflicts");
        for (String act : List.of("laid", "accepted", "respanned", "withdrawn", "noted", "moved", "merged", "split")) {
            assertTrue(matters.get(act) > 10, act + " changed the codings " + matters.get(act) + " times");
        }
    }

    static void assertSame(Codings expected, Codings actual) {
        assertEquals(expected.all(), actual.all());
        assertEquals(expected.open(), actual.open());
        assertEquals(expected.rejected(), actual.rejected());
        assertEquals(expected.conflicts(), actual.conflicts());
    }
}
