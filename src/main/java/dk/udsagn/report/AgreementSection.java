package dk.udsagn.report;

import dk.udsagn.agreement.AgreementReport;
import dk.udsagn.agreement.Coefficient;
import dk.udsagn.agreement.Coincidences;
import dk.udsagn.agreement.Disagreement;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.exchange.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether coders agree: a table for every format, a plot of alpha with its intervals, and the words they differ on. */
final class AgreementSection {
    static final String ID = "agreement";
    private static final int PLACES = 10;
    /** So many disagreements of a theme a page lists; disagreements.csv has all of them. */
    private static final int MOST = 100;

    private final Report report;
    private final AgreementReport found;
    private final Wordings w;

    AgreementSection(Report report, AgreementReport found, Wordings w) {
        this.report = report;
        this.found = found;
        this.w = w;
    }

    /** Themes in order, then empty for all together. */
    private List<Optional<String>> themes() {
        return found.rows().stream().map(AgreementReport.Row::theme).distinct().toList();
    }

    private Coefficient of(Optional<String> theme, String measure) {
        return theme.map(t -> found.of(t, measure)).orElseGet(() -> found.overall(measure));
    }

    private String name(Optional<String> theme) {
        return theme.map(w::theme).orElse(w.say("agreement.all"));
    }

    /** The table: what most readers ask for; agreement.csv has every coefficient. */
    Report.Table table() {
        var rows = new ArrayList<List<String>>();
        for (var theme : themes()) {
            var alpha = of(theme, "alpha");
            var percent = of(theme, "percent");
            rows.add(List.of(name(theme), figure(percent), figure(alpha), interval(alpha), figure(of(theme, "gwet-ac1")), percent instanceof Coefficient.Value v ? String.valueOf(v.units()) : "0"));
        }
        return new Report.Table(ID, w.say("agreement"), note(), List.of(w.say("theme"), w.say("percentAgreement"), w.say("agreement.alpha"), w.say("agreement.interval"),
            w.say("agreement.ac1"), w.say("agreement.units")), rows);
    }

    private String note() {
        var basis = found.basis();
        var said = new ArrayList<String>();
        said.add(w.say("agreement.basis", String.join(", ", basis.coders()), w.say("agreement.unit." + basis.unit().word() + (basis.everyone() ? "" : ".respondents"))));
        said.add(w.say(basis.uncoded() ? "agreement.uncoded" : "agreement.codedOnly"));
        said.add(w.say(basis.suggestions() ? "agreement.suggestions" : "agreement.noSuggestions"));
        basis.unread().forEach((transcript, coders) -> said.add(w.say("agreement.unread", transcript, String.join(", ", coders))));
        said.add(w.say("agreement.undefined"));
        return String.join(" ", said);
    }

    private String figure(Coefficient coefficient) {
        return switch (coefficient) {
            case Coefficient.Value v -> w.decimal(v.value(), 3);
            case Coefficient.Undefined u -> "–";
        };
    }

    private String interval(Coefficient coefficient) {
        return coefficient instanceof Coefficient.Value v ? v.interval().map(i -> w.decimal(i.low(), 2) + " " + w.say("agreement.to") + " " + w.decimal(i.high(), 2)).orElse("–") : "–";
    }

    /** The plot of alpha and its intervals; the same numbers stand in the table. */
    String plot() {
        var bars = new ArrayList<Charts.Whisker>();
        for (var theme : themes()) {
            if (of(theme, "alpha") instanceof Coefficient.Value v) {
                bars.add(new Charts.Whisker(theme.map(w::name).orElse(w.say("agreement.all")), v.value(), v.interval().map(i -> i.low()).orElse(v.value()), v.interval().map(i -> i.high()).orElse(v.value())));
            }
        }
        return bars.isEmpty() ? "" : Charts.whiskers(bars, w.say("agreement.plot"), w) + new Html().raw("<p class=\"soft\">").text(w.say("agreement.plotNote")).raw("</p>\n");
    }

    /** For each theme the coincidence table and the words on which coders differ, folded away. */
    void differences(Html out, Palette palette, Links links) {
        out.raw("<h3>").text(w.say("agreement.differ")).raw("</h3>\n");
        var byTheme = found.disagreements().stream().collect(Collectors.groupingBy(Disagreement::theme));
        found.coincidences().forEach((theme, table) -> {
            var places = byTheme.getOrDefault(theme, List.of());
            out.raw("<details class=\"code\"><summary>" + palette.swatch(theme)).text(w.theme(theme)).raw(" <span class=\"soft\">").text(w.say("agreement.count", places.size())).raw("</span></summary>\n");
            coincidences(out, table, w.theme(theme));
            out.raw("<ul class=\"differ\">\n");
            places.stream().limit(MOST).forEach(d -> {
                out.raw("<li>");
                place(out, d, links);
                d.marked().forEach(words -> out.raw(" <q>").spoken(words).raw("</q>"));
                out.raw(" <span class=\"soft\">").text(w.say("agreement.sides", String.join(", ", d.laid()), String.join(", ", d.not()))).raw("</span></li>\n");
            });
            out.raw("</ul>\n");
            if (places.size() > MOST) {
                out.raw("<p class=\"soft\">").text(w.say("agreement.more", MOST, places.size())).raw("</p>\n");
            }
            out.raw("</details>\n");
        });
    }

    private void coincidences(Html out, Coincidences table, String theme) {
        out.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\"").attr("aria-label", w.say("agreement.coincidences") + ": " + theme).raw(">\n<table class=\"plain-table\"><caption class=\"soft\">")
            .text(w.say("agreement.coincidences")).raw("</caption><thead><tr><td></td>");
        table.categories().forEach(c -> out.raw("<th scope=\"col\">").text(w.say("agreement." + c)).raw("</th>"));
        out.raw("</tr></thead><tbody>\n");
        for (int i = 0; i < table.categories().size(); i++) {
            out.raw("<tr><th scope=\"row\">").text(w.say("agreement." + table.categories().get(i))).raw("</th>");
            for (int j = 0; j < table.categories().size(); j++) {
                out.raw("<td>").text(w.say("agreement.cell", w.decimal(table.observed().get(i).get(j), 1), w.decimal(table.expected().get(i).get(j), 1))).raw("</td>");
            }
            out.raw("</tr>\n");
        }
        out.raw("</tbody></table></div>\n");
    }

    private void place(Html out, Disagreement d, Links links) {
        String said = d.transcript() + ":" + d.turn();
        var page = report.texts().isEmpty() || d.turn() == 0 ? Optional.<CaseSummary>empty()
            : report.matrix().cases().stream().filter(c -> c.talk().stream().anyMatch(t -> t.transcript().equals(d.transcript()))).findFirst();
        if (page.isPresent()) {
            out.raw("<a").attr("href", links.page(page.get().respondent().id()) + "#u" + Links.number(page.get(), d.transcript()) + "-" + d.turn()).raw(">").text(said).raw("</a>");
        } else {
            out.text(said);
        }
    }

    /** One row a theme and measure. */
    void figures(Csv out) throws IOException {
        out.cells("theme", "measure", "value", "low", "high", "observed", "expected", "units", "undefined").end();
        for (var row : found.rows()) {
            out.cells(row.theme().orElse(""), row.measure());
            switch (row.coefficient()) {
                case Coefficient.Value v -> {
                    out.decimal(v.value(), PLACES);
                    v.interval().ifPresentOrElse(i -> out.decimal(i.low(), PLACES).decimal(i.high(), PLACES), () -> out.cells("", ""));
                    out.decimal(v.observed(), PLACES).decimal(v.expected(), PLACES).cell(v.units()).cell("");
                }
                case Coefficient.Undefined u -> out.cells("", "", "", "", "", "", u.why());
            }
            out.end();
        }
    }

    /** One row a stretch of words that coders differ on. */
    void disagreements(Csv out) throws IOException {
        out.cells("theme", "path", "transcript", "turn", "start", "end", "words", "marked", "laid", "not").end();
        for (var d : found.disagreements()) {
            out.cells(d.theme(), w.theme(d.theme()), d.transcript()).cell(d.turn()).cell(d.span().start()).cell(d.span().end())
                .cells(d.words(), String.join(" " + Excerpt.ELISION + " ", d.marked()), String.join("; ", d.laid()), String.join("; ", d.not())).end();
        }
    }

    /** One row a theme and pair of categories. */
    void coincidences(Csv out) throws IOException {
        out.cells("theme", "category", "other", "observed", "expected").end();
        for (var table : found.coincidences().entrySet()) {
            var names = table.getValue().categories();
            for (int i = 0; i < names.size(); i++) {
                for (int j = 0; j < names.size(); j++) {
                    out.cells(table.getKey(), names.get(i), names.get(j)).decimal(table.getValue().observed().get(i).get(j), PLACES).decimal(table.getValue().expected().get(i).get(j), PLACES).end();
                }
            }
        }
    }

    /** For programs. */
    Map<String, Object> map() {
        var basis = found.basis();
        return Json.object("basis", Json.object("unit", basis.unit().word(), "coders", basis.coders(), "transcripts", basis.transcripts(), "unread", basis.unread(), "uncoded", basis.uncoded(),
                "suggestions", basis.suggestions(), "rolledUp", basis.rolledUp(), "everyone", basis.everyone()),
            "rows", found.rows().stream().map(AgreementSection::map).toList(),
            "coincidences", found.coincidences().entrySet().stream().map(e -> Json.object("theme", e.getKey(), "categories", e.getValue().categories(), "observed", e.getValue().observed(),
                "expected", e.getValue().expected())).toList(),
            "disagreements", found.disagreements().stream().map(d -> Json.object("theme", d.theme(), "transcript", d.transcript(), "turn", d.turn(), "start", d.span().start(), "end", d.span().end(),
                "words", d.words(), "marked", d.marked(), "laid", d.laid(), "not", d.not())).toList());
    }

    private static Map<String, Object> map(AgreementReport.Row row) {
        return switch (row.coefficient()) {
            case Coefficient.Value v -> Json.object("theme", row.theme(), "measure", row.measure(), "value", v.value(), "low", v.interval().map(i -> i.low()), "high", v.interval().map(i -> i.high()),
                "observed", v.observed(), "expected", v.expected(), "units", v.units());
            case Coefficient.Undefined u -> Json.object("theme", row.theme(), "measure", row.measure(), "undefined", u.why());
        };
    }
}
