package dk.udsagn.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which coefficients a report holds, and under which names. */
final class Measures {
    private static final Map<String, Function<RatingTable, Coefficient>> OF_RATINGS = ordered(
        Map.entry("percent", PercentAgreement::of),
        Map.entry("cohen", CohenKappa::of),
        Map.entry("conger", CohenKappa::conger),
        Map.entry("scott", ScottPi::of),
        Map.entry("fleiss", FleissKappa::of),
        Map.entry("brennan-prediger", BrennanPrediger::of),
        Map.entry("gwet-ac1", GwetAc1::of),
        Map.entry("alpha", KrippendorffAlpha::of));
    private static final Map<String, Function<RatingTable, Coefficient>> OF_SETS = ordered(
        Map.entry("alpha-jaccard", t -> KrippendorffAlpha.of(t, Metric.JACCARD)),
        Map.entry("alpha-dice", t -> KrippendorffAlpha.of(t, Metric.DICE)),
        Map.entry("alpha-masi", t -> KrippendorffAlpha.of(t, Metric.MASI)),
        Map.entry("alpha-masi-dkpro", t -> KrippendorffAlpha.of(t, Metric.MASI_DKPRO)),
        Map.entry("alpha-nesting", t -> KrippendorffAlpha.of(t, Metric.NESTING)));
    private static final Map<String, Function<Continuum, Coefficient>> OF_STRETCHES = ordered(
        Map.entry("u-alpha", UnitizingAlpha::u),
        Map.entry("|u-alpha", UnitizingAlpha::boundaries),
        Map.entry("cu-alpha", UnitizingAlpha::cu),
        Map.entry("alpha-u-1995", AlphaU::of));

    private Measures() {
    }

    @SafeVarargs
    private static <T> Map<String, Function<T, Coefficient>> ordered(Map.Entry<String, Function<T, Coefficient>>... entries) {
        var map = new LinkedHashMap<String, Function<T, Coefficient>>();
        for (var entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }

    static AgreementReport report(Comparison comparison, List<String> themes, Bootstrap bootstrap) {
        var rows = new ArrayList<AgreementReport.Row>();
        Set<String> all = new LinkedHashSet<>(themes);
        var units = comparison.units(all);
        boolean characters = comparison.unit() == Unit.CHARACTER;
        var together = characters ? comparison.continuum(all) : Optional.<Continuum>empty();
        for (String theme : all) {
            var of = Optional.of(theme);
            ratings(rows, of, comparison.table(units, List.of(theme)), OF_RATINGS, bootstrap);
            if (characters) {
                var alone = comparison.continuum(Set.of(theme));
                for (String measure : List.of("u-alpha", "alpha-u-1995")) {
                    rows.add(new AgreementReport.Row(of, measure, stretches(alone, OF_STRETCHES.get(measure))));
                }
                rows.add(new AgreementReport.Row(of, "(k)u-alpha", stretches(together, c -> c.categories().contains(theme)
                    ? UnitizingAlpha.ku(c, theme) : new Coefficient.Undefined("nobody laid \"" + theme + "\""))));
            }
        }
        ratings(rows, Optional.empty(), comparison.table(units, List.copyOf(all)), OF_RATINGS, bootstrap);
        ratings(rows, Optional.empty(), comparison.sets(all), OF_SETS, bootstrap);
        OF_STRETCHES.forEach((measure, function) -> rows.add(new AgreementReport.Row(Optional.empty(), measure, characters ? stretches(together, function)
            : new Coefficient.Undefined("it measures stretches of characters; ask for the unit character"))));
        return new AgreementReport(comparison.basis(), rows);
    }

    private static Coefficient stretches(Optional<Continuum> continuum, Function<Continuum, Coefficient> measure) {
        return continuum.map(measure).orElseGet(() -> new Coefficient.Undefined("no transcript was read by all coders"));
    }

    private static void ratings(List<AgreementReport.Row> rows, Optional<String> theme, RatingTable table,
                                Map<String, Function<RatingTable, Coefficient>> measures, Bootstrap bootstrap) {
        var names = List.copyOf(measures.keySet());
        var found = bootstrap.intervals(table, List.copyOf(measures.values()));
        for (int i = 0; i < names.size(); i++) {
            rows.add(new AgreementReport.Row(theme, names.get(i), found.get(i)));
        }
    }
}
