package dk.udsagn.agreement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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
    private static final List<Metric> OF_SETS = List.of(Metric.JACCARD, Metric.DICE, Metric.MASI, Metric.MASI_DKPRO, Metric.NESTING);
    private static final List<String> SET_NAMES = List.of("alpha-jaccard", "alpha-dice", "alpha-masi", "alpha-masi-dkpro", "alpha-nesting");
    private static final Map<String, Function<Continuum, Coefficient>> OF_STRETCHES = ordered(
        Map.entry("u-alpha", UnitizingAlpha::u),
        Map.entry("|u-alpha", UnitizingAlpha::boundaries),
        Map.entry("cu-alpha", UnitizingAlpha::cu),
        Map.entry("alpha-u-1995", AlphaU::of));

    private static final Map<String, Function<Continuum, Coefficient>> OF_THEME = ordered(
        Map.entry("u-alpha", UnitizingAlpha::u),
        Map.entry("alpha-u-1995", AlphaU::of));
    private static final Coefficient UNREAD = new Coefficient.Undefined("no transcript was read by all coders");

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
        var coincidences = new LinkedHashMap<String, Coincidences>();
        var disagreements = new ArrayList<Disagreement>();
        Set<String> all = new LinkedHashSet<>(themes);
        var units = comparison.rated().units(all);
        boolean characters = comparison.unit() == Unit.CHARACTER;
        var together = characters ? comparison.continuum(all) : Optional.<Continuum>empty();
        var each = characters ? each(together, all, bootstrap) : Map.<String, Coefficient>of();
        for (String theme : all) {
            var of = Optional.of(theme);
            var table = comparison.rated().table(units, List.of(theme));
            ratings(rows, of, table, OF_RATINGS, bootstrap);
            coincidences.put(theme, Coincidences.of(table));
            disagreements.addAll(comparison.disagreements(theme));
            if (characters) {
                stretches(rows, of, comparison.continuum(Set.of(theme)), OF_THEME, bootstrap);
                rows.add(new AgreementReport.Row(of, "(k)u-alpha", each.get(theme)));
            }
        }
        ratings(rows, Optional.empty(), comparison.rated().table(units, List.copyOf(all)), OF_RATINGS, bootstrap);
        var sets = comparison.sets(all);
        add(rows, Optional.empty(), SET_NAMES, bootstrap.intervals(sets, OF_SETS.stream().map(metric -> KrippendorffAlpha.overSamples(sets, metric)).toList()));
        if (characters) {
            stretches(rows, Optional.empty(), together, OF_STRETCHES, bootstrap);
        } else {
            OF_STRETCHES.keySet().forEach(measure -> rows.add(new AgreementReport.Row(Optional.empty(), measure,
                new Coefficient.Undefined("it measures stretches of characters; ask for the unit character"))));
        }
        return new AgreementReport(comparison.basis(), rows, coincidences, disagreements);
    }

    /** (k)u-alpha of each theme, all from the same samples. */
    private static Map<String, Coefficient> each(Optional<Continuum> together, Set<String> themes, Bootstrap bootstrap) {
        var found = new HashMap<String, Coefficient>();
        themes.forEach(theme -> found.put(theme, together.isEmpty() ? UNREAD : new Coefficient.Undefined("nobody laid \"" + theme + "\"")));
        together.ifPresent(continuum -> {
            var laid = themes.stream().filter(continuum.categories()::contains).toList();
            var values = bootstrap.intervals(continuum, laid.stream().<Function<Continuum, Coefficient>>map(theme -> c -> UnitizingAlpha.ku(c, theme)).toList());
            for (int i = 0; i < values.size(); i++) {
                found.put(laid.get(i), values.get(i));
            }
        });
        return found;
    }

    private static void stretches(List<AgreementReport.Row> rows, Optional<String> theme, Optional<Continuum> continuum,
                                  Map<String, Function<Continuum, Coefficient>> measures, Bootstrap bootstrap) {
        add(rows, theme, measures.keySet(), continuum.map(c -> bootstrap.intervals(c, List.copyOf(measures.values()))).orElseGet(() -> Collections.nCopies(measures.size(), UNREAD)));
    }

    private static void ratings(List<AgreementReport.Row> rows, Optional<String> theme, RatingTable table,
                                Map<String, Function<RatingTable, Coefficient>> measures, Bootstrap bootstrap) {
        add(rows, theme, measures.keySet(), bootstrap.intervals(table, List.copyOf(measures.values())));
    }

    private static void add(List<AgreementReport.Row> rows, Optional<String> theme, Collection<String> names, List<Coefficient> found) {
        var coefficients = found.iterator();
        names.forEach(name -> rows.add(new AgreementReport.Row(theme, name, coefficients.next())));
    }
}
