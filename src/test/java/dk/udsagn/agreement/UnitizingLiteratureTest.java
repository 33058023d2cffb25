package dk.udsagn.agreement;

import static dk.udsagn.agreement.Figures.assertFigure;
import static dk.udsagn.agreement.Figures.assertUndefined;
import static dk.udsagn.agreement.Figures.of;
import static dk.udsagn.agreement.Figures.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The alphas for unitizing against worked examples. */
class UnitizingLiteratureTest {
    /** "Alex 0-7=1 8-13=2": start and end are half-open. */
    static Continuum continuum(int length, String... coders) {
        var byCoder = new LinkedHashMap<String, List<Continuum.Segment>>();
        for (String line : coders) {
            var words = line.strip().split("\\s+");
            byCoder.put(words[0], new ArrayList<>(Arrays.stream(words).skip(1).map(w -> w.split("[-=]"))
                .map(w -> new Continuum.Segment(new Span(Integer.parseInt(w[0]), Integer.parseInt(w[1])), w[2])).toList()));
        }
        return Continuum.of(length, byCoder);
    }

    /** Krippendorff 2019, figure 12.11, with starts one less than printed. */
    private static final Continuum BOOK = continuum(60, "Alex 0-7=1 7-13=2 30-32=5 32-37=6 37-44=6 44-60=7",
        "Paul 0-7=1 7-13=3 13-21=5 32-44=6", "Suzan 0-7=1 7-13=4 13-21=5 32-37=6 37-41=6 41-44=6");

    @Test void krippendorff2019Figure1211UAlpha() {
        assertFigure(.510, 3, 0.5099819078, round(UnitizingAlpha.u(BOOK)));
        assertEquals(60, of(UnitizingAlpha.u(BOOK)).units());
    }

    @Test void krippendorff2019Figure1211Boundaries() {
        assertEquals(.413, value(UnitizingAlpha.boundaries(BOOK)), .0006);          // the book cuts .4136 off
        assertEquals(0.4135992305, value(UnitizingAlpha.boundaries(BOOK)), 1e-9);
    }

    @Test void krippendorff2019Figure1211CuAlpha() {
        assertFigure(.724, 3, 0.7241689650, round(UnitizingAlpha.cu(BOOK)));
    }

    @Test void krippendorff2019Figure1211EachValue() {
        for (String same : List.of("1", "5", "6")) {
            assertEquals(1, value(UnitizingAlpha.ku(BOOK, same)), 1e-12, same);
        }
        for (String different : List.of("2", "3", "4")) {
            assertEquals(0, value(UnitizingAlpha.ku(BOOK, different)), 1e-12, different);
        }
        assertEquals(.44, UnitizingAlpha.coverage(BOOK, "5").orElseThrow(), .005);
        assertEquals(0, UnitizingAlpha.coverage(BOOK, "7").orElseThrow(), 0);
        assertUndefined("coverage 0", UnitizingAlpha.ku(BOOK, "7"));
    }

    private static Coefficient round(Coefficient coefficient) {
        return new Coefficient.Value(Math.round(value(coefficient) * 1e10) / 1e10, 0, 0, 1);
    }

    /** Krippendorff 2004, page 254; positions less 150, where its continuum begins. */
    private static final Continuum OLD = continuum(300, "i 75-145=c 220-250=c 30-90=k 150-200=k", "j 70-150=c 205-225=c 250-270=c 30-90=k 150-200=k");

    @Test void krippendorff2004Page254() {
        assertEquals(.8591, value(AlphaU.of(OLD)), .0005);
        assertEquals(0.8586654052, value(AlphaU.of(OLD)), 1e-9);
        assertEquals(.0144, of(AlphaU.ofCategory(OLD, "c")).observed(), .0001);
        assertEquals(.0532, of(AlphaU.ofCategory(OLD, "c")).expected(), .0001);
        assertEquals(0.7285989968, value(AlphaU.ofCategory(OLD, "c")), 1e-9);
        assertEquals(0, of(AlphaU.ofCategory(OLD, "k")).observed(), 0);
        assertEquals(.0490, of(AlphaU.ofCategory(OLD, "k")).expected(), .0001);
        assertEquals(1, value(AlphaU.ofCategory(OLD, "k")), 0);
    }

    @Test void dkproSmallExample() {
        var alpha = AlphaU.of(continuum(10, "r0 1-9=A", "r1 2-3=A 4-5=A 6-7=A"));
        assertEquals(.9100, of(alpha).observed(), 1e-9);
        assertEquals(.5351, of(alpha).expected(), .0001);
        assertEquals(-0.7003460208, value(alpha), 1e-9);
    }

    @Test void dkproDistances() {
        assertDistance(50, "225-295", "220-300");
        assertDistance(850, "370-400", "355-375");
        assertDistance(26, "5-11", "4-6");
        assertDistance(16, "5-11", "5-7");
        assertDistance(10, "5-11", "6-8");
        assertDistance(8, "5-11", "7-9");
        assertDistance(2, "5-11", "6-10");
        assertDistance(0, "5-11", "5-11");
        assertDistance(400 + 100, "400-420", "430-440");                   // each lies in a gap of the other
    }

    private static void assertDistance(double squared, String one, String other) {
        assertEquals(squared, of(AlphaU.of(continuum(500, "a " + one + "=x", "b " + other + "=x"))).observed() * 500 * 500, 1e-9);
    }

    /** Krippendorff 1995, page 57: observed disagreements of its four pairs of coders. */
    @Test void krippendorff1995Page57() {
        var all = continuum(24, "one 2-10=A 14-20=A 0-18=B 2-8=C 10-12=C 14-18=C 20-22=C 0-2=D 2-10=D 10-14=D 14-20=D 20-24=D",
            "two 4-8=A 15-17=A 0-2=B 2-3=B 3-4=B 4-5=B 5-6=B 6-9=B 9-10=B 0-2=C 4-8=C 10-14=C 16-18=C 20-22=C 0-4=D 4-8=D 8-15=D 15-17=D 17-24=D");
        double[] observed = {.03125, 2.26736, .02777, .38715};
        for (int i = 0; i < 4; i++) {
            assertEquals(observed[i], of(AlphaU.ofCategory(all, List.of("A", "B", "C", "D").get(i))).observed(), .00001);
        }
        assertUndefined("this measure needs one category a character", UnitizingAlpha.u(all));
    }

    /** The same page: character by character the figures of A are these. */
    @Test void krippendorff1995Page57Digitized() {
        var characters = continuum(24, "Bertha 2-10=A 14-20=A", "Bill 4-8=A 15-17=A").characters(Set.of("A"));
        assertEquals(.385, value(CohenKappa.of(characters)), .0005);
        assertEquals(.314, value(ScottPi.of(characters)), .0005);
        assertEquals(.329, value(KrippendorffAlpha.of(characters)), .0006);
        assertEquals(24, of(PercentAgreement.of(characters)).units());
    }

    @Test void nvivoDocumentationExampleOnAContinuum() {
        var characters = continuum(1000, "one 100-300=code", "two 120-170=code").characters(Set.of("code"));
        assertEquals(.85, value(PercentAgreement.of(characters)), 1e-12);
    }

    @Test void nobodyMarkedAnythingIsUndefined() {
        var empty = continuum(20, "a", "b", "c");
        assertUndefined("nobody marked anything", AlphaU.of(empty));
        assertUndefined("nobody marked anything", UnitizingAlpha.u(empty));
        assertUndefined("nobody marked anything", UnitizingAlpha.boundaries(empty));
        assertUndefined("no character was marked by two coders", UnitizingAlpha.cu(empty));
    }

    /** DKPro Statistics, issue 2: it reported 1. */
    @Test void oneOfThreeMarkedOneUnitIsZero() {
        assertEquals(0, value(AlphaU.of(continuum(20, "a 0-1=X", "b", "c"))), 1e-12);
    }

    @Test void everybodyMarkedEverythingAlikeIsUndefinedNotOne() {
        var full = continuum(20, "a 0-20=X", "b 0-20=X");
        assertUndefined("no variation", UnitizingAlpha.u(full));
        assertUndefined("no variation", UnitizingAlpha.boundaries(full));
        assertUndefined("one category", UnitizingAlpha.cu(full));
        assertUndefined("nothing to tell", UnitizingAlpha.ku(full, "X"));
    }

    /** INCEpTION, issue 5348. */
    @Test void overlappingSegmentsOfOneCoderAndCategoryAreMerged() {
        var merged = continuum(30, "a 0-10=X", "b 2-12=X");
        var overlapping = continuum(30, "a 5-10=X 0-6=X 3-4=X", "b 2-12=X");
        assertEquals(List.of(new Continuum.Segment(new Span(0, 10), "X")), overlapping.segments("a"));
        assertEquals(value(UnitizingAlpha.u(merged)), value(UnitizingAlpha.u(overlapping)), 0);
        assertEquals(value(AlphaU.of(merged)), value(AlphaU.of(overlapping)), 0);
    }

    @Test void segmentsThatOnlyTouchStayTwo() {
        assertEquals(2, continuum(30, "a 0-5=X 5-10=X", "b").segments("a").size());
    }

    @Test void aSegmentPastTheEndIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> continuum(9, "a 0-10=X", "b"));
        assertThrows(IllegalArgumentException.class, () -> Continuum.of(0, Map.of()));
    }
}
