package dk.udsagn.agreement;

import static dk.udsagn.agreement.Figures.assertUndefined;
import static dk.udsagn.agreement.Figures.of;
import static dk.udsagn.agreement.Figures.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Where a coefficient does not exist it says why, and is never NaN and never a silent 1. */
class DegenerateRatingsTest {
    private static final List<Function<RatingTable, Coefficient>> CORRECTED = List.of(CohenKappa::of, CohenKappa::conger, CohenKappa::light,
        ScottPi::of, FleissKappa::of, BrennanPrediger::of, GwetAc1::of, KrippendorffAlpha::of);

    @Test void isUndefinedNotOneWhenBothUsedASingleCategory() {
        for (var measure : CORRECTED) {
            assertUndefined("every rating is \"no\"", measure.apply(RatingTable.parse("k1 no no no", "k2 no no no")));
        }
    }

    @Test void isUndefinedAlsoWhenTheUnusedCategoryWasDeclared() {
        var table = RatingTable.parse("k1 no no no", "k2 no no no").withCategories(List.of("no", "yes"));
        for (var measure : CORRECTED) {
            assertUndefined("no variation", measure.apply(table));
        }
        assertEquals(1, value(PercentAgreement.of(table)), 0);
    }

    @Test void isUndefinedWhenNoUnitWasRatedByTwo() {
        for (var measure : CORRECTED) {
            assertUndefined("no unit was rated by two coders", measure.apply(RatingTable.parse("k1 a . b", "k2 . b .")));
        }
        assertUndefined("no unit was rated by two coders", PercentAgreement.of(RatingTable.parse("k1 a . b", "k2 . b .")));
        assertUndefined("no unit was rated by two coders", PercentAgreement.unanimous(RatingTable.parse("k1 a . b", "k2 . b .")));
    }

    @Test void isUndefinedWithoutUnitsOrCoders() {
        assertUndefined("no unit", KrippendorffAlpha.of(RatingTable.parse("k1", "k2")));
        assertUndefined("no unit", FleissKappa.of(RatingTable.of(Map.of())));
    }

    @Test void isUndefinedForOneCoderAndForRatingsThatAreAllMissing() {
        var measures = new ArrayList<>(CORRECTED);
        measures.addAll(List.of(PercentAgreement::of, PercentAgreement::unanimous, PercentAgreement::sharing, PercentAgreement::dice));
        List.of(Metric.NOMINAL, Metric.ORDINAL, Metric.INTERVAL, Metric.RATIO, Metric.CIRCULAR, Metric.BIPOLAR, Metric.JACCARD, Metric.DICE, Metric.MASI, Metric.MASI_DKPRO, Metric.NESTING)
            .forEach(metric -> measures.add(table -> KrippendorffAlpha.of(table, metric)));
        var none = Optional.<Set<String>>empty();
        var tables = List.of(RatingTable.parse("k1 1 2 1"), RatingTable.parse("k1 . . .", "k2 . . ."), RatingTable.parse("k1 1 2 1", "k2 . . ."), RatingTable.parse("k1"),
            RatingTable.tallies(List.of("1", "2"), new int[][] {{1, 0}, {0, 1}}), RatingTable.ofSets(Map.of("k1", List.of(Optional.of(Set.of("a")), Optional.of(Set.of())))),
            RatingTable.ofSets(Map.of("k1", List.of(none, none), "k2", List.of(none, none))));
        for (var table : tables) {
            for (var measure : measures) {
                var found = measure.apply(table);
                assertTrue(found instanceof Coefficient.Undefined(String why) && !why.isBlank(), found + " of " + table);
                assertEquals(found, Bootstrap.STANDARD.interval(table, measure));
            }
        }
    }

    @Test void oneCoderOfEachCategoryIsZeroNotUndefined() {
        assertEquals(0, value(CohenKappa.of(RatingTable.parse("k1 a a a", "k2 b b b"))), 1e-12);
    }

    @Test void measuresForTwoCodersSayWhichOneIsForMore() {
        var three = RatingTable.parse("k1 a b", "k2 a b", "k3 b b");
        assertUndefined("Conger", CohenKappa.of(three));
        assertUndefined("Fleiss", ScottPi.of(three));
    }

    @Test void wordsHaveNoIntervalAndNoOrderUntilItIsDeclared() {
        var table = RatingTable.parse("k1 low mid high low", "k2 low high high low");
        assertUndefined("needs categories that are numbers", KrippendorffAlpha.of(table, Metric.INTERVAL));
        assertUndefined("withCategories", KrippendorffAlpha.of(table, Metric.ORDINAL));
        assertUndefined("withCategories", CohenKappa.of(table, Weights.LINEAR));
        var declared = table.withCategories(List.of("low", "mid", "high"));
        var numbers = RatingTable.parse("k1 1 2 3 1", "k2 1 3 3 1");
        assertEquals(value(KrippendorffAlpha.of(numbers, Metric.ORDINAL)), value(KrippendorffAlpha.of(declared, Metric.ORDINAL)), 1e-15);
        assertEquals(value(CohenKappa.of(numbers, Weights.LINEAR)), value(CohenKappa.of(declared, Weights.LINEAR)), 1e-15);
    }

    @Test void ratioNeedsNumbersOfZeroOrMore() {
        assertUndefined("0 or more", KrippendorffAlpha.of(RatingTable.parse("k1 -1 2", "k2 1 2"), Metric.RATIO));
        assertEquals(1, value(KrippendorffAlpha.of(RatingTable.parse("k1 0 2", "k2 0 2"), Metric.RATIO)), 0);
    }

    @Test void setMetricsNeedSets() {
        assertUndefined("ofSets", KrippendorffAlpha.of(RatingTable.parse("k1 a b", "k2 a b"), Metric.JACCARD));
    }

    @Test void cohenLooksOnlyAtUnitsThatBothRated() {
        var all = RatingTable.parse("k1 a a b b a . .", "k2 a b b b a b b");
        assertEquals(value(CohenKappa.of(RatingTable.parse("k1 a a b b a", "k2 a b b b a"))), value(CohenKappa.of(all)), 1e-15);
        assertEquals(5, of(CohenKappa.of(all)).units());
    }

    @Test void numbersSortBySizeNotByTheAlphabet() {
        assertEquals(List.of("2", "9", "10"), RatingTable.parse("k1 10 9 2", "k2 10 9 2").categories());
    }

    @Test void badTablesAreRefusedWithWhatIsWrong() {
        assertThrows(IllegalArgumentException.class, () -> RatingTable.parse("k1 a b", "k2 a"));
        assertThrows(IllegalArgumentException.class, () -> RatingTable.parse("k1 a b", "k1 a b"));
        assertThrows(IllegalArgumentException.class, () -> RatingTable.parse("k1 a b", "k2 a b").withCategories(List.of("a")));
        assertThrows(IllegalArgumentException.class, () -> RatingTable.cross(List.of("a", "b"), new int[][] {{1, 2}}));
        assertThrows(NoSuchElementException.class, () -> RatingTable.parse("k1 a b", "k2 a b").only("k1", "k3"));
        assertThrows(IllegalArgumentException.class, () -> new Coefficient.Value(Double.NaN, 0, 0, 1));
    }
}
