package dk.udsagn.report;

import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.survey.Stand;
import dk.udsagn.survey.SurveyFigure;
import java.util.List;

/** Figures beside voices as HTML. All words that are not ours are escaped. */
final class SurveyHtml {
    private final SurveySection s;
    private final Html out = new Html();

    SurveyHtml(SurveySection section) {
        this.s = section;
    }

    String whole() {
        var display = s.display();
        out.raw("<section id=\"survey\">\n<h2>").text(s.say("display.title")).raw("</h2>\n<p class=\"soft\">").text(s.say("display.aid")).raw("</p>\n");
        for (var section : display.sections()) {
            out.raw("<h3").attr("id", "survey-" + section.theme()).raw(">").text(s.theme(section.theme())).raw("</h3>\n");
            for (var beside : section.figures()) {
                figure(s.figure(beside.figure()));
                out.raw("<p><strong>").text(s.say("relation." + beside.relation().name())).raw("</strong></p>\n");
            }
            out.raw("<p>").text(s.say("display.interviewed") + ": " + s.counts(section::with)).raw(".</p>\n");
            quotes(s.say("display.quotes"), s.chosen(section, false));
            quotes(s.say("display.contrary"), s.chosen(section, true));
        }
        if (!s.background().isEmpty()) {
            out.raw("<h3>").text(s.say("display.background")).raw("</h3>\n");
            s.background().forEach(this::figure);
        }
        var limits = display.sample().text(display.survey(), s.language());
        if (!limits.isEmpty()) {
            out.raw("<h3>").text(s.say("display.sample")).raw("</h3>\n<p class=\"soft\">").text(s.say("display.sampleAid")).raw("</p>\n<ul>\n");
            limits.forEach(line -> out.raw("<li>").text(line).raw("</li>\n"));
            out.raw("</ul>\n");
        }
        if (!display.claims().isEmpty()) {
            claims();
        }
        faults();
        return out.raw("</section>\n").toString();
    }

    private void figure(SurveyFigure figure) {
        out.raw("<figure").attr("id", "figure-" + figure.id()).raw(">\n<figcaption><strong>").text(figure.name(s.language().code())).raw("</strong><br>").text(s.about(figure)).raw("</figcaption>\n")
            .raw(new SurveyChart(figure, s.say("missing"), s.interviewed(figure), s.language().code(), String.valueOf(s.display().survey().figures().indexOf(figure))).svg());
        table(s.table(figure));
        figure.notes().forEach(note -> out.raw("<p class=\"soft\">").text(note).raw("</p>\n"));
        out.raw("</figure>\n");
    }

    private void table(List<List<String>> rows) {
        out.raw("<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>");
        rows.getFirst().forEach(cell -> out.raw("<th scope=\"col\">").text(cell).raw("</th>"));
        out.raw("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows.subList(1, rows.size())) {
            out.raw("<tr><th scope=\"row\">").text(row.getFirst()).raw("</th>");
            row.subList(1, row.size()).forEach(cell -> out.raw("<td>").text(cell).raw("</td>"));
            out.raw("</tr>\n");
        }
        out.raw("</tbody></table></div>\n");
    }

    private void quotes(String head, List<Excerpt> excerpts) {
        if (excerpts.isEmpty()) {
            return;
        }
        out.raw("<h4>").text(head).raw("</h4>\n");
        for (Excerpt e : excerpts) {
            out.raw("<blockquote" + (e.contrary() ? " class=\"contrary\"" : "") + "><p><q>").spoken(e.words()).raw("</q></p>\n<p class=\"meta\">").text(s.place(e)).raw(" · ")
                .text(s.theme(e.theme())).raw(" · ").text((e.contrary() ? "↯ " : "") + s.language().words().get("report." + e.polarity().word())).raw("</p></blockquote>\n");
        }
    }

    private void claims() {
        out.raw("<h3>").text(s.say("display.claims")).raw("</h3>\n");
        table(SurveyMarkdown.claims(s));
        for (var check : s.display().claims()) {
            var contrary = check.excerpts().stream().filter(e -> check.with(Stand.FOR).stream().noneMatch(id -> e.respondent().filter(id::equals).isPresent())).limit(4).toList();
            quotes(s.said(check) + " – " + s.say("verdict." + check.verdict().name()), contrary);
        }
    }

    private void faults() {
        out.raw("<h3>").text(s.say("display.faults")).raw("</h3>\n");
        if (s.display().figures().findings().isEmpty()) {
            out.raw("<p>").text(s.say("display.noFaults")).raw("</p>\n");
        } else {
            table(SurveyMarkdown.faults(s));
        }
        var unchecked = s.display().figures().unchecked();
        if (!unchecked.isEmpty()) {
            out.raw("<p>").text(s.say("display.unchecked")).raw(":</p>\n<ul>\n");
            unchecked.forEach(u -> out.raw("<li>").text(s.figure(u.figure()).name(s.language().code()) + ": " + s.sentence(u.statement()) + " (" + u.why() + ")").raw("</li>\n"));
            out.raw("</ul>\n");
        }
    }
}
