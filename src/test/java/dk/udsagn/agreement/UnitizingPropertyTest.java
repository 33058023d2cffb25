package dk.udsagn.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;

/** Laws of the alphas for unitizing; above all that they are what a slow reckoning, character by character, comes to. */
class UnitizingPropertyTest {
    private static final List<Function<Continuum, Coefficient>> MEASURES = List.of(UnitizingAlpha::u, UnitizingAlpha::boundaries, UnitizingAlpha::cu, AlphaU::of);

    /** 2 to 4 coders, up to 3 categories, segments that do not overlap; a segment may touch the next. */
    private static Map<String, List<Continuum.Segment>> draw(Random random, int length) {
        var byCoder = new LinkedHashMap<String, List<Continuum.Segment>>();
        int m = 2 + random.nextInt(3);
        for (int g = 0; g < m; g++) {
            var list = new ArrayList<Continuum.Segment>();
            for (int at = random.nextInt(6); at < length - 1; at += random.nextInt(5)) {
                int end = Math.min(length, at + 1 + random.nextInt(6));
                list.add(new Continuum.Segment(new Span(at, end), "" + (char) ('a' + random.nextInt(3))));
                at = end;
            }
            byCoder.put("k" + g, random.nextInt(8) == 0 ? List.of() : list);
        }
        return byCoder;
    }

    /** Which segment of which category holds each character: category, number of the segment. */
    private record Cell(String category, int segment) {
    }

    private static List<Cell[]> cells(Map<String, List<Continuum.Segment>> byCoder, int length) {
        var rows = new ArrayList<Cell[]>();
        int number = 0;
        for (var list : byCoder.values()) {
            var row = new Cell[length];
            for (var segment : list) {
                number++;
                for (int i = segment.span().start(); i < segment.span().end(); i++) {
                    row[i] = new Cell(segment.category(), number);
                }
            }
            for (int i = 0; i < length; i++) {
                row[i] = row[i] == null ? new Cell("", -++number) : row[i];       // a character of a gap stands on its own
            }
            rows.add(row);
        }
        return rows;
    }

    /** alpha = 1 - mean disagreement of coders at a place over mean disagreement of all cells not of one segment. */
    private static OptionalDouble slow(Map<String, List<Continuum.Segment>> byCoder, int length, ToDoubleBiFunction<Cell, Cell> distance) {
        var rows = cells(byCoder, length);
        double observed = 0;
        double pairs = 0;
        var all = new ArrayList<Cell>();
        for (var one : rows) {
            for (var other : rows) {
                for (int i = 0; i < length && one != other; i++) {
                    observed += distance.applyAsDouble(one[i], other[i]);
                    pairs++;
                }
            }
            Collections.addAll(all, one);
        }
        double expected = 0;
        double possible = 0;
        for (var a : all) {
            for (var b : all) {
                if (a.segment != b.segment) {
                    expected += distance.applyAsDouble(a, b);
                    possible++;
                }
            }
        }
        return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (observed / pairs) / (expected / possible));
    }

    private static void assertSame(OptionalDouble wanted, Coefficient coefficient) {
        assertEquals(wanted.isPresent(), coefficient.figure().isPresent(), coefficient + " / " + wanted);
        assertEquals(wanted.orElse(0), coefficient.figure().orElse(0), 1e-9);
    }

    @Property(tries = 300) void uAlphaIsTheSlowReckoningByCharacters(@ForAll Random random) {
        int length = 2 + random.nextInt(40);
        var data = draw(random, length);
        assertSame(slow(data, length, (a, b) -> a.category.equals(b.category) ? 0 : 1), UnitizingAlpha.u(Continuum.of(length, data)));
    }

    @Property(tries = 300) void boundariesAlphaIsTheSlowReckoningByCharacters(@ForAll Random random) {
        int length = 2 + random.nextInt(40);
        var data = draw(random, length);
        assertSame(slow(data, length, (a, b) -> a.category.isEmpty() == b.category.isEmpty() ? 0 : 1), UnitizingAlpha.boundaries(Continuum.of(length, data)));
    }

    @Property(tries = 300) void cuAndKuAlphaAreTheSlowReckoningBySharedCharacters(@ForAll Random random) {
        int length = 2 + random.nextInt(40);
        var data = draw(random, length);
        var rows = cells(data, length);
        int m = rows.size();
        var observed = new HashMap<List<String>, Double>();
        var pairable = new HashMap<Cell, Double>();
        for (var one : rows) {
            for (var other : rows) {
                for (int i = 0; i < length && one != other; i++) {
                    if (!one[i].category.isEmpty() && !other[i].category.isEmpty()) {
                        observed.merge(List.of(one[i].category, other[i].category), 1.0 / (m - 1), Double::sum);
                        pairable.merge(one[i], 1.0 / (m - 1), Double::sum);
                    }
                }
            }
        }
        double total = pairable.values().stream().mapToDouble(x -> x).sum();
        double self = pairable.values().stream().mapToDouble(x -> x * x).sum();
        var expected = new HashMap<List<String>, Double>();
        pairable.forEach((a, x) -> pairable.forEach((b, y) -> {
            if (a.segment != b.segment) {
                expected.merge(List.of(a.category, b.category), x * y / (total - self / total), Double::sum);
            }
        }));
        double seen = observed.entrySet().stream().filter(e -> !e.getKey().getFirst().equals(e.getKey().getLast())).mapToDouble(Map.Entry::getValue).sum();
        double chance = expected.entrySet().stream().filter(e -> !e.getKey().getFirst().equals(e.getKey().getLast())).mapToDouble(Map.Entry::getValue).sum();
        var continuum = Continuum.of(length, data);
        assertSame(chance > 0 ? OptionalDouble.of(1 - seen / chance) : OptionalDouble.empty(), UnitizingAlpha.cu(continuum));
        for (String k : continuum.categories()) {
            double row = sum(observed, k);
            double chanceRow = sum(expected, k);
            double chanceOff = chanceRow - expected.getOrDefault(List.of(k, k), 0.0);
            assertSame(row > 0 && chanceOff > 1e-9 ? OptionalDouble.of(1 - chanceRow / row * (row - observed.getOrDefault(List.of(k, k), 0.0)) / chanceOff)
                : OptionalDouble.empty(), UnitizingAlpha.ku(continuum, k));
        }
    }

    private static double sum(Map<List<String>, Double> table, String row) {
        return table.entrySet().stream().filter(e -> e.getKey().getFirst().equals(row)).mapToDouble(Map.Entry::getValue).sum();
    }

    @Property(tries = 300) void alphaUIsWhatDkproComesToQuadratically(@ForAll Random random) {
        int length = 2 + random.nextInt(60);
        var data = draw(random, length);
        var continuum = Continuum.of(length, data);
        var study = new UnitizingAnnotationStudy(data.size(), length);
        int coder = 0;
        for (String name : data.keySet()) {
            for (var s : continuum.segments(name)) {
                study.addUnit(s.span().start(), s.span().length(), coder, s.category());
            }
            coder++;
        }
        var ours = AlphaU.of(continuum).figure();
        if (ours.isPresent()) {
            var theirs = new KrippendorffAlphaUnitizingAgreement(study);
            assertEquals(theirs.calculateAgreement(), ours.getAsDouble(), 1e-9);
            for (String category : continuum.categories()) {
                var one = AlphaU.ofCategory(continuum, category).figure();
                if (one.isPresent()) {
                    assertEquals(theirs.calculateCategoryAgreement(category), one.getAsDouble(), 1e-9);
                }
            }
        }
    }

    @Property(tries = 200) void theOrderOfCodersAndTheNamesOfCategoriesChangeNothing(@ForAll Random random) {
        int length = 2 + random.nextInt(40);
        var data = draw(random, length);
        var names = new ArrayList<>(data.keySet());
        Collections.shuffle(names, random);
        var moved = new LinkedHashMap<String, List<Continuum.Segment>>();
        for (String name : names) {
            var list = new ArrayList<>(data.get(name).stream().map(s -> new Continuum.Segment(s.span(), "x" + (char) ('z' - s.category().charAt(0) + 'a'))).toList());
            Collections.shuffle(list, random);
            moved.put(name + "x", list);
        }
        for (var measure : MEASURES) {
            assertSame(measure.apply(Continuum.of(length, data)).figure(), measure.apply(Continuum.of(length, moved)));
        }
    }

    @Property(tries = 200) void equalSegmentsWithVariationGiveOne(@ForAll Random random) {
        int length = 2 + random.nextInt(40);
        var one = draw(random, length).get("k0");
        var data = Map.of("a", one, "b", one, "c", one);
        for (var measure : MEASURES) {
            measure.apply(Continuum.of(length, data)).figure().ifPresent(value -> assertEquals(1, value, 1e-12));
        }
    }

    @Property(tries = 200) void charactersAreRatedAsTheCellsSay(@ForAll Random random) {
        int length = 2 + random.nextInt(40);
        var data = draw(random, length);
        var byCoder = new LinkedHashMap<String, List<String>>();
        var names = new ArrayList<>(data.keySet());
        var rows = cells(data, length);
        for (int g = 0; g < rows.size(); g++) {
            byCoder.put(names.get(g), Arrays.stream(rows.get(g)).map(c -> c.category.equals("a") ? "yes" : "no").toList());
        }
        var slow = RatingTable.of(byCoder);
        var fast = Continuum.of(length, data).characters(Set.of("a"));
        assertEquals(slow.units(), fast.units());
        for (Function<RatingTable, Coefficient> measure : List.<Function<RatingTable, Coefficient>>of(PercentAgreement::of, CohenKappa::conger, KrippendorffAlpha::of)) {
            assertSame(measure.apply(slow).figure(), measure.apply(fast));
        }
    }
}
