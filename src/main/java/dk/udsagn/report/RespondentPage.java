package dk.udsagn.report;

import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One respondent: who it is, what is said under each theme, and the whole transcript beside it. */
final class RespondentPage {
    /** So many excerpts of a theme stand before the others, where there are more. */
    private static final int FIRST = 3;

    private final Report report;
    private final Wordings w;
    private final Palette palette;
    private final Links links;
    private final HtmlPage frame;

    RespondentPage(Report report, Wordings w, Palette palette, Links links, HtmlPage frame) {
        this.report = report;
        this.w = w;
        this.palette = palette;
        this.links = links;
        this.frame = frame;
    }

    String whole(CaseSummary c) throws IOException {
        String name = w.say("respondent") + " " + c.respondent().id();
        var touched = c.themes().stream().map(CaseSummary.ThemeSection::theme).toList();
        var out = new Html().raw(palette.patterns(report.matrix().themes())).raw("<header>\n<nav").attr("aria-label", w.say("contents")).raw("><a href=\"index.html\">← ").text(w.say("overview")).raw("</a>");
        neighbours(out, c);
        out.raw("</nav>\n<h1>").text(name).raw("</h1>\n<p class=\"soft\">").text(report.title()).raw(". ").text(w.say("verbatim")).raw("</p>\n</header>\n");
        out.raw("<main class=\"" + (report.texts().isPresent() ? "beside" : "alone") + "\">\n<div class=\"case\">\n");
        profile(out, c);
        new Filters(w, palette).write(out, List.of(c), touched, Map.of());
        if (c.themes().stream().anyMatch(t -> t.excerpts().size() > FIRST)) {
            out.raw("<p class=\"soft\">").text(w.say("representative")).raw("</p>\n");
        }
        for (var section : c.themes()) {
            theme(out, c, section);
        }
        out.raw("<section><h2>").text(c.silent().isEmpty() ? w.say("silentNone") : w.say("silent")).raw("</h2>\n");
        if (!c.silent().isEmpty()) {
            out.raw("<ul class=\"plain\">");
            c.silent().forEach(id -> out.raw("<li>" + palette.swatch(id)).text(w.theme(id)).raw("</li>"));
            out.raw("</ul>\n");
        }
        out.raw("</section>\n</div>\n");
        if (report.texts().isPresent()) {
            out.raw("<section class=\"texts\"").attr("aria-label", w.say("transcript")).raw(" tabindex=\"0\">\n<h2>").text(w.say("transcript")).raw("</h2>\n<p class=\"soft\">").text(w.say("stripes")).raw("</p>\n");
            var view = new TranscriptView(w, palette, links, c);
            for (var talk : c.talk()) {
                Transcript transcript = report.texts().get().transcript(talk.transcript());
                view.write(out, transcript, report.files().getOrDefault(transcript.id(), transcript.id()));
            }
            out.raw("</section>\n");
        }
        return frame.page(name + " · " + report.title(), out.raw("</main>\n").toString());
    }

    private void neighbours(Html out, CaseSummary c) {
        var cases = report.cases();
        int at = cases.indexOf(c);
        if (at > 0) {
            out.raw(" <a rel=\"prev\"").attr("href", links.page(cases.get(at - 1).respondent().id())).raw(">‹ ").text(cases.get(at - 1).respondent().id()).raw("</a>");
        }
        if (at >= 0 && at + 1 < cases.size()) {
            out.raw(" <a rel=\"next\"").attr("href", links.page(cases.get(at + 1).respondent().id())).raw(">").text(cases.get(at + 1).respondent().id()).raw(" ›</a>");
        }
    }

    private void profile(Html out, CaseSummary c) {
        out.raw("<section class=\"profile\"").attr("aria-label", w.say("profile")).raw(">\n<dl>\n");
        c.respondent().attributes().forEach((name, value) -> out.raw("<dt>").text(name).raw("</dt><dd>").text(value).raw("</dd>\n"));
        c.talk().forEach(t -> out.raw("<dt>").text(report.files().getOrDefault(t.transcript(), t.transcript())).raw("</dt><dd>")
            .text(w.say("talk", t.turns(), t.words(), t.codedWords())).raw("</dd>\n"));
        out.raw("</dl>\n<h2>").text(w.say("share")).raw("</h2>\n<table class=\"shares\"><thead class=\"unseen\"><tr><th scope=\"col\">").text(w.say("theme")).raw("</th><th scope=\"col\">").text(w.say("share"))
            .raw("</th><th scope=\"col\">").text(w.say("excerpts")).raw("</th></tr></thead><tbody>\n");
        double most = c.themes().stream().mapToDouble(CaseSummary.ThemeSection::share).max().orElse(1);
        c.themes().forEach(t -> out.raw("<tr><th scope=\"row\"><a").attr("href", "#th" + palette.number(t.theme())).raw(">" + palette.swatch(t.theme())).text(w.theme(t.theme())).raw("</a></th><td class=\"share\"><div><span>")
            .text(w.percent(t.share())).raw("</span>" + Charts.bar(t.share() / Math.max(most, 1e-9), palette.paint(t.theme())) + "</div></td><td>").raw(Charts.sides(t, w)).raw("</td></tr>\n"));
        out.raw("</tbody></table>\n").raw(Charts.key(w)).raw("</section>\n");
    }

    private void theme(Html out, CaseSummary c, CaseSummary.ThemeSection section) {
        out.raw("<section class=\"theme\" data-group").attr("aria-labelledby", "th" + palette.number(section.theme())).raw(">\n<h2").attr("id", "th" + palette.number(section.theme())).raw(">" + palette.swatch(section.theme()))
            .text(w.theme(section.theme())).raw("</h2>\n<p class=\"soft\">").text(w.section(section));
        if (section.contradictory()) {
            out.raw(" <strong class=\"flag\">").text(w.say("contradiction")).raw(".</strong>");
        }
        w.further(c, section).forEach(line -> out.raw(" ").text(line));
        out.raw("</p>\n");
        var card = new QuoteCard(report, w, palette, links);
        var first = section.excerpts().size() > FIRST ? section.representative(FIRST) : List.<Excerpt>of();
        first.forEach(e -> card.write(out, c, e, "", true));
        section.excerpts().stream().filter(e -> !first.contains(e)).forEach(e -> card.write(out, c, e, "", false));
        out.raw("</section>\n");
    }
}
