package dk.udsagn.report;

import dk.udsagn.excerpt.CaseSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The study at a glance: themes across respondents as a heat map, who the respondents are, the quotes theme by theme, and the codebook. */
final class OverviewPage {
    /** So many quotes still open at once in a browser; the quotes of larger studies lie on the respondents' pages only. */
    static final int QUOTES = 2_000;
    /** So many respondents still stand side by side as columns. */
    private static final int COLUMNS = 12;

    private final Report report;
    private final Wordings w;
    private final Palette palette;
    private final Links links;
    private final List<CaseSummary> cases;
    private final int most;

    OverviewPage(Report report, Wordings w, Palette palette, Links links) {
        this.report = report;
        this.w = w;
        this.palette = palette;
        this.links = links;
        this.cases = report.cases();
        this.most = cases.stream().flatMap(c -> c.themes().stream()).mapToInt(t -> t.excerpts().size()).max().orElse(0);
    }

    String whole(HtmlPage frame) {
        int excerpts = report.matrix().rows().stream().mapToInt(r -> r.excerpts()).sum();
        boolean quotes = excerpts > 0 && excerpts <= QUOTES;
        var out = new Html().raw(palette.patterns(report.matrix().themes())).raw("<header>\n<h1>").text(report.title()).raw("</h1>\n<p class=\"soft\">").text(w.say("verbatim")).raw("</p>\n<nav")
            .attr("aria-label", w.say("contents")).raw("><a href=\"#across\">").text(w.say("across")).raw("</a> <a href=\"#respondents\">").text(w.say("respondents")).raw("</a>");
        var tables = new AcrossTables(report, w).all();
        tables.forEach(t -> out.raw(" <a").attr("href", "#" + t.id()).raw(">").text(t.title()).raw("</a>"));
        var survey = report.surveySection();
        survey.ifPresent(section -> out.raw(" <a href=\"#survey\">").text(w.say("survey")).raw("</a>"));
        if (quotes) {
            out.raw(" <a href=\"#quotes\">").text(w.say("quotes")).raw("</a>");
        }
        out.raw(" <a href=\"#methods\">").text(w.say("methods")).raw("</a> <a href=\"#codebook\">").text(w.say("codebook")).raw("</a></nav>\n</header>\n<main>\n");
        across(out);
        respondents(out);
        tables.forEach(t -> table(out, t, true));
        survey.ifPresent(section -> out.raw(section.html()));
        if (quotes) {
            quotes(out);
        }
        methods(out);
        new CodebookSection(report, w, palette).write(out);
        return frame.page(report.title(), out.raw("</main>\n").toString());
    }

    private void across(Html out) {
        boolean columns = cases.size() <= COLUMNS;
        out.raw("<section id=\"across\">\n<h2>").text(w.say("across")).raw("</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\"").attr("aria-label", w.say("across")).raw(">\n<table class=\"heat\"")
            .attr("data-of", w.say("ofN")).attr("data-contrary", w.say("contrary")).raw(">\n<thead><tr><th scope=\"col\">").text(w.say("theme")).raw("</th><th scope=\"col\">").text(w.say("respondents"))
            .raw("</th><th scope=\"col\" class=\"side\">").text(w.say("excerpts")).raw("</th>");
        if (columns) {
            cases.forEach(c -> out.raw("<th scope=\"col\" class=\"n\"").attr("data-column", c.respondent().id()).raw("><a").attr("href", links.page(c.respondent().id())).raw(">").text(c.respondent().id()).raw("</a>" + group(c) + "</th>"));
        }
        out.raw("</tr></thead>\n<tbody>\n");
        for (var row : report.matrix().rows()) {
            int depth = depth(row.theme());
            out.raw("<tr><th scope=\"row\"><span class=\"d" + depth + "\">" + palette.swatch(row.theme())).text(depth == 0 ? w.theme(row.theme()) : w.name(row.theme())).raw("</span></th><td data-sum>")
                .text(w.say("ofN", row.with().size(), row.of())).text(row.contrary().isEmpty() ? "" : ", " + w.say("contrary", row.contrary().size())).raw("</td><td class=\"side\">");
            if (row.excerpts() > 0) {
                out.raw("<span>" + row.excerpts() + "</span>" + Charts.sides(sides(row.theme()), w));
            }
            out.raw("</td>");
            if (columns) {
                cases.forEach(c -> cell(out, c, row.theme()));
            }
            out.raw("</tr>\n");
        }
        out.raw("</tbody></table></div>\n<p class=\"soft\"><span class=\"flag\">↯</span> ").text(w.say("contraryKey")).raw("</p>\n").raw(Charts.key(w)).raw("</section>\n");
    }

    /** What puts the respondent in its group, where respondents are grouped. */
    private String group(CaseSummary c) {
        return report.shape().by().stream().map(a -> "<br><small>" + Html.escape(c.respondent().attributes().getOrDefault(a, w.say("unknown"))) + "</small>").collect(Collectors.joining());
    }

    private int depth(String theme) {
        int depth = 0;
        for (var parent = report.codebook().parent(theme); parent.isPresent() && depth < 3; parent = report.codebook().parent(parent.get().id())) {
            depth++;
        }
        return depth;
    }

    private List<Integer> sides(String theme) {
        var sums = new ArrayList<>(List.of(0, 0, 0, 0));
        for (CaseSummary c : cases) {
            var counts = Charts.counts(c.theme(theme));
            for (int i = 0; i < sums.size(); i++) {
                sums.set(i, sums.get(i) + counts.get(i));
            }
        }
        return sums;
    }

    private void cell(Html out, CaseSummary c, String theme) {
        var section = c.theme(theme);
        int n = section.excerpts().size();
        long contrary = section.contrary();
        out.raw("<td class=\"n h" + heat(n) + "\"").attr("data-column", c.respondent().id()).attr("data-n", n).attr("data-contrary", contrary).raw(">");
        if (n > 0) {
            out.raw("<a").attr("href", links.page(c.respondent().id()) + "#th" + palette.number(theme)).raw(">" + n + (contrary > 0 ? " <span class=\"flag\">↯" + contrary + "</span>" : "") + "</a>");
        }
        out.raw("</td>");
    }

    /** 0 to 12: the number itself where all are that small, else its part of the greatest. */
    private int heat(int n) {
        return most <= 12 ? n : (12 * n + most - 1) / most;
    }

    private void respondents(Html out) {
        var attributes = cases.stream().flatMap(c -> c.respondent().attributes().keySet().stream()).distinct().toList();
        var widths = attributes.stream().collect(Collectors.toMap(a -> a, this::width));
        out.raw("<section id=\"respondents\">\n<h2>").text(w.say("respondents")).raw("</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\"").attr("aria-label", w.say("respondents")).raw(">\n<table class=\"people\">\n<thead><tr><th scope=\"col\">")
            .text(w.say("respondent")).raw("</th><th scope=\"col\" class=\"n\">").text(w.say("words")).raw("</th><th scope=\"col\" class=\"n\">").text(w.say("excerpts")).raw("</th>");
        if (cases.size() > COLUMNS) {
            report.matrix().themes().forEach(t -> out.raw("<th scope=\"col\" class=\"n\">" + palette.swatch(t) + "<br>").text(w.name(t)).raw("</th>"));
        }
        attributes.forEach(a -> out.raw("<th scope=\"col\">").text(a).raw("</th>"));
        out.raw("</tr></thead>\n<tbody>\n");
        for (CaseSummary c : cases) {
            out.raw("<tr").attr("data-who", c.respondent().id()).raw("><th scope=\"row\"><a").attr("href", links.page(c.respondent().id())).raw(">").text(c.respondent().id()).raw("</a></th><td class=\"n\">" + c.words()
                + "</td><td class=\"n\">" + c.themes().stream().mapToInt(t -> t.excerpts().size()).sum() + "</td>");
            if (cases.size() > COLUMNS) {
                report.matrix().themes().forEach(t -> cell(out, c, t));
            }
            attributes.forEach(a -> out.raw("<td" + widths.get(a) + ">").text(c.respondent().attributes().getOrDefault(a, "")).raw("</td>"));
            out.raw("</tr>\n");
        }
        out.raw("</tbody></table></div>\n</section>\n");
    }

    /** Words need room to stand beside each other; numbers and single words do not. */
    private String width(String attribute) {
        int longest = cases.stream().mapToInt(c -> c.respondent().attributes().getOrDefault(attribute, "").length()).max().orElse(0);
        return longest <= 12 ? " class=\"short\"" : longest > 36 ? " class=\"long\"" : "";
    }

    private void table(Html out, Report.Table table, boolean section) {
        out.raw(section ? "<section><h2" : "<h3").attr("id", table.id()).raw(">").text(table.title()).raw(section ? "</h2>\n" : "</h3>\n");
        if (!table.note().isEmpty()) {
            out.raw("<p class=\"soft\">").text(table.note()).raw("</p>\n");
        }
        if (table.id().equals(AcrossTables.SATURATION)) {
            out.raw(Charts.saturation(report.matrix().saturation(AcrossTables.BASE, AcrossTables.RUN), w));
        }
        var agreement = report.shownAgreement().filter(found -> table.id().equals(AgreementSection.ID)).map(found -> new AgreementSection(report, found, w));
        agreement.ifPresent(found -> out.raw(found.plot()));
        out.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\"").attr("aria-label", table.title()).raw(">\n<table class=\"plain-table\"><thead><tr>");
        table.columns().forEach(c -> out.raw("<th scope=\"col\">").text(c).raw("</th>"));
        out.raw("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            out.raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                out.raw(i == 0 ? "<th scope=\"row\">" : "<td>").text(row.get(i)).raw(i == 0 ? "</th>" : "</td>");
            }
            out.raw("</tr>\n");
        }
        out.raw("</tbody></table></div>\n");
        agreement.ifPresent(found -> found.differences(out, palette, links));
        out.raw(section ? "</section>\n" : "");
    }

    private void methods(Html out) {
        var methods = new Methods(report, w);
        out.raw("<section id=\"methods\"><h2>").text(w.say("methods")).raw("</h2>\n<p>").text(String.join(" ", methods.sentences())).raw("</p>\n");
        table(out, methods.coreq(), false);
        out.raw("</section>\n");
    }

    private void quotes(Html out) {
        out.raw("<section id=\"quotes\">\n<h2>").text(w.say("quotes")).raw("</h2>\n");
        var grouping = new LinkedHashMap<String, List<String>>();
        report.groupings().forEach(a -> grouping.put(a, List.copyOf(report.matrix().by(a).keySet())));
        out.raw("<div hidden>");
        for (CaseSummary c : cases) {
            out.raw("<i").attr("data-respondent", c.respondent().id());
            int n = 0;
            for (String attribute : grouping.keySet()) {
                out.attr("data-a" + n++, c.respondent().attributes().getOrDefault(attribute, ""));
            }
            out.raw("></i>");
        }
        out.raw("</div>\n");
        var touched = report.matrix().rows().stream().filter(r -> r.excerpts() > 0).map(r -> r.theme()).toList();
        new Filters(w, palette).write(out, cases, touched, grouping);
        var card = new QuoteCard(report, w, palette, links);
        for (String theme : touched) {
            out.raw("<section class=\"theme\" data-group").attr("id", "q" + palette.number(theme)).raw("><h3>" + palette.swatch(theme)).text(w.theme(theme)).raw("</h3>\n<div class=\"cards\">\n");
            cases.forEach(c -> c.theme(theme).excerpts().forEach(e -> card.write(out, c, e, links.page(c.respondent().id()), false)));
            out.raw("</div></section>\n");
        }
        out.raw("</section>\n");
    }
}
