package dk.udsagn.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Laws of the coefficients for ratings of given units. */
class RatingsPropertyTest {
    private static final List<Function<RatingTable, Coefficient>> MEASURES = List.of(PercentAgreement::of, PercentAgreement::unanimous,
        CohenKappa::of, CohenKappa::conger, CohenKappa::light, ScottPi::of, FleissKappa::of, BrennanPrediger::of, GwetAc1::of, KrippendorffAlpha::of);
    private static final List<Function<RatingTable, Coefficient>> ORDERED = List.of(t -> KrippendorffAlpha.of(t, Metric.ORDINAL),
        t -> KrippendorffAlpha.of(t, Metric.INTERVAL), t -> KrippendorffAlpha.of(t, Metric.RATIO), t -> KrippendorffAlpha.of(t, Metric.CIRCULAR),
        t -> KrippendorffAlpha.of(t, Metric.BIPOLAR), t -> CohenKappa.conger(t, Weights.LINEAR), t -> FleissKappa.of(t, Weights.QUADRATIC),
        t -> GwetAc1.of(t, Weights.ORDINAL), t -> BrennanPrediger.of(t, Weights.RADICAL), t -> PercentAgreement.of(t, Weights.CIRCULAR),
        t -> GwetAc1.of(t, Weights.BIPOLAR), t -> FleissKappa.of(t, Weights.RATIO));

    /** Units of 2 to 4 coders' ratings 1 to 4, "" for missing. */
    @Provide Arbitrary<List<List<String>>> units() {
        Arbitrary<String> rating = Arbitraries.of("1", "1", "2", "2", "3", "4", "");
        return Arbitraries.integers().between(2, 4).flatMap(m -> rating.list().ofSize(m).list().ofMinSize(0).ofMaxSize(25));
    }

    private static RatingTable table(List<List<String>> units, Function<String, String> name) {
        var byCoder = new LinkedHashMap<String, List<String>>();
        int m = units.isEmpty() ? 2 : units.getFirst().size();
        for (int g = 0; g < m; g++) {
            int coder = g;
            byCoder.put("k" + g, units.stream().map(u -> u.get(coder)).map(r -> r.isEmpty() ? r : name.apply(r)).toList());
        }
        return RatingTable.of(byCoder);
    }

    private static void assertSame(Coefficient one, Coefficient other) {
        assertEquals(one.getClass(), other.getClass(), one + " / " + other);
        assertEquals(one.figure().orElse(0), other.figure().orElse(0), 1e-9);
    }

    @Property(tries = 300) void theOrderOfUnitsAndCodersChangesNothing(@ForAll("units") List<List<String>> units, @ForAll Random random) {
        var shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, random);
        var order = new ArrayList<Integer>();
        for (int g = 0; !units.isEmpty() && g < units.getFirst().size(); g++) {
            order.add(g);
        }
        Collections.shuffle(order, random);
        var moved = shuffled.stream().map(u -> order.stream().map(u::get).toList()).toList();
        for (var list : List.of(MEASURES, ORDERED)) {
            for (var measure : list) {
                assertSame(measure.apply(table(units, r -> r)), measure.apply(table(moved, r -> r)));
            }
        }
    }

    @Property(tries = 300) void otherNamesForTheCategoriesChangeNothing(@ForAll("units") List<List<String>> units) {
        for (var measure : MEASURES) {
            assertSame(measure.apply(table(units, r -> r)), measure.apply(table(units, r -> "z" + (9 - Integer.parseInt(r)))));
        }
    }

    @Property(tries = 300) void equalRatingsWithVariationGiveOne(@ForAll("units") List<List<String>> units) {
        var equal = units.stream().filter(u -> !u.getFirst().isEmpty()).map(u -> Collections.nCopies(u.size(), u.getFirst())).toList();
        boolean varied = equal.stream().distinct().count() > 1;
        for (var list : List.of(MEASURES, ORDERED)) {
            for (var measure : list) {
                var figure = measure.apply(table(equal, r -> r)).figure();
                if (figure.isPresent()) {
                    assertEquals(1, figure.getAsDouble(), 1e-12);
                }
                if (equal.isEmpty()) {
                    assertTrue(figure.isEmpty());
                }
            }
        }
        assertEquals(varied, KrippendorffAlpha.of(table(equal, r -> r)).figure().isPresent());
    }

    @Property(tries = 200) void alphaIsTheSlowSumOverAllPairsOfRatings(@ForAll("units") List<List<String>> units) {
        var pairable = units.stream().map(u -> u.stream().filter(r -> !r.isEmpty()).map(Double::valueOf).toList()).filter(u -> u.size() > 1).toList();
        double observed = 0;
        for (var unit : pairable) {
            for (double a : unit) {
                for (double b : unit) {
                    observed += (a - b) * (a - b) / (unit.size() - 1);
                }
            }
        }
        var all = pairable.stream().flatMap(List::stream).toList();
        double expected = 0;
        for (double a : all) {
            for (double b : all) {
                expected += (a - b) * (a - b) / (all.size() - 1);
            }
        }
        var alpha = KrippendorffAlpha.of(table(units, r -> r), Metric.INTERVAL).figure();
        assertEquals(expected > 0, alpha.isPresent());
        assertEquals(expected > 0 ? 1 - observed / expected : 0, alpha.orElse(0), 1e-9);
    }

    @Property(tries = 100) void alphaOfTwoCodersComesNearScottsPiAsUnitsGrow(@ForAll Random random) {
        int n = 20_000;
        int[] one = random.ints(n, 0, 3).toArray();
        int[] two = one.clone();
        for (int u = 0; u < n; u += 1 + random.nextInt(6)) {
            two[u] = random.nextInt(3);
        }
        var table = RatingTable.coded(List.of("a", "b"), List.of("x", "y", "z"), one, two);
        double pi = Figures.value(ScottPi.of(table));
        assertEquals(pi, Figures.value(KrippendorffAlpha.of(table)), 1.0 / n);
        assertEquals(1 - (1 - pi) * (1 - 1 / (2.0 * n)), Figures.value(KrippendorffAlpha.of(table)), 1e-12);
    }

    @Property(tries = 200) void theCoincidenceTableHoldsEveryPairableRatingOnce(@ForAll("units") List<List<String>> units) {
        var table = Coincidences.of(table(units, r -> r));
        double sum = table.observed().stream().flatMap(List::stream).mapToDouble(x -> x).sum();
        double chance = table.expected().stream().flatMap(List::stream).mapToDouble(x -> x).sum();
        long pairable = units.stream().mapToLong(u -> u.stream().filter(r -> !r.isEmpty()).count()).filter(n -> n > 1).sum();
        assertEquals(pairable, sum, 1e-9);
        assertEquals(pairable, chance, 1e-9);
    }

    /** However many patterns are possible, a table says of each row what was put in; 3 × 60 categories are folded by their numbers, 6 × 2,000 are not folded. */
    @Test void eachRowReadsBackAsItWasPutIn() {
        for (int[] shape : new int[][] {{2, 3}, {3, 60}, {6, 2_000}}) {
            var random = new Random(shape[1]);
            int[][] columns = new int[shape[0]][500];
            for (int[] column : columns) {
                Arrays.setAll(column, u -> random.nextInt(shape[1] + 1) - 1);
            }
            var names = IntStream.range(0, shape[1]).mapToObj(k -> "k" + k).toList();
            var coders = IntStream.range(0, shape[0]).mapToObj(g -> "c" + g).toList();
            var table = RatingTable.coded(coders, names, columns);
            for (int u = 0; u < 500; u++) {
                for (int g = 0; g < shape[0]; g++) {
                    assertEquals(columns[g][u] < 0 ? Optional.empty() : Optional.of("k" + columns[g][u]), table.rating(u, coders.get(g)));
                }
            }
            assertEquals(500, table.units());
        }
    }
}
