package dk.udsagn.report;

import dk.udsagn.coding.Approach;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.excerpt.Saturation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands across the cases, as tables in the report's language. */
final class AcrossTables {
    /** Base size and run length that Guest, Namey and Chen 2020 recommend to begin with. */
    static final int BASE = 4;
    static final int RUN = 2;
    static final String SATURATION = "saturation-interviews";
    /** More pairs than these nobody reads; all of them stand in cooccurrence.csv. */
    private static final int PAIRS = 15;

    private final Report report;
    private final Wordings w;

    AcrossTables(Report report, Wordings w) {
        this.report = report;
        this.w = w;
    }

    /** Crosstabs, co-occurrence, saturation where the approach asks for it, and the tables the report was given. */
    List<Report.Table> all() {
        var tables = new ArrayList<Report.Table>();
        int n = 0;
        for (String attribute : report.groupings()) {
            tables.add(crosstab(attribute, ++n));
        }
        cooccurrence().ifPresent(tables::add);
        if (report.shape().approach() != Approach.REFLEXIVE && report.cases().size() > 1) {
            tables.add(saturation());
        }
        report.shownAgreement().ifPresent(found -> tables.add(new AgreementSection(report, found, w).table()));
        tables.addAll(report.tables());
        return tables;
    }

    private Report.Table crosstab(String attribute, int n) {
        var parts = report.matrix().by(attribute);
        var columns = new ArrayList<>(List.of(w.say("theme")));
        parts.forEach((value, part) -> columns.add((value.isEmpty() ? w.say("unknown") : value) + " (" + part.cases().size() + ")"));
        var byPart = parts.values().stream().map(FrameworkMatrix::rows).toList();
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < report.matrix().themes().size(); i++) {
            var row = new ArrayList<>(List.of(w.theme(report.matrix().themes().get(i))));
            for (var part : byPart) {
                var themeRow = part.get(i);
                row.add(w.say("ofN", themeRow.with().size(), themeRow.of()) + (themeRow.contrary().isEmpty() ? "" : " ↯" + themeRow.contrary().size()));
            }
            rows.add(row);
        }
        return new Report.Table("crosstab-" + n, w.say("crosstab", attribute), w.say("crosstab.note"), columns, rows);
    }

    private Optional<Report.Table> cooccurrence() {
        var pairs = report.matrix().overlapping();
        var rows = pairs.stream().limit(PAIRS).map(p -> List.of(w.theme(p.theme()), w.theme(p.other()), String.valueOf(p.together()), p.first() + " / " + p.second(), w.decimal(p.coefficient(), 2))).toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Report.Table("cooccurrence-overlap", w.say("cooccurrence"),
            w.say("cooccurrence.note") + (pairs.size() > PAIRS ? " " + w.say("cooccurrence.more", PAIRS, pairs.size()) : ""),
            List.of(w.say("theme"), w.say("cooccurs"), w.say("together"), w.say("excerpts"), w.say("coefficient")), rows));
    }

    private Report.Table saturation() {
        var saturation = report.matrix().saturation(BASE, RUN);
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < saturation.interviews().size(); i++) {
            var x = saturation.interviews().get(i);
            rows.add(List.of(String.valueOf(i + 1), x.transcript(), String.valueOf(x.fresh().size()), String.valueOf(x.sides()), String.valueOf(x.total())));
        }
        return new Report.Table(SATURATION, w.say("saturation"), w.say("saturation.note") + " " + said(saturation),
            List.of(w.say("interview"), w.say("transcript"), w.say("saturation.new"), w.say("saturation.sides"), w.say("saturation.total")), rows);
    }

    /** What the runs say, in a sentence. */
    String said(Saturation saturation) {
        var runs = saturation.runs();
        return runs.isEmpty() ? w.say("saturation.few", BASE + RUN)
            : saturation.reached(0.05).map(n -> w.say("saturation.reached", n, BASE, RUN)).orElseGet(() -> w.say("saturation.open", w.percent(runs.getLast()), BASE, RUN));
    }
}
