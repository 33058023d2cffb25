package dk.udsagn.report;

import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Status;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A quote on a page: its words in context, its place as a link to the transcript, who holds what, and why. */
final class QuoteCard {
    private final Report report;
    private final Wordings w;
    private final Palette palette;
    private final Links links;

    QuoteCard(Report report, Wordings w, Palette palette, Links links) {
        this.report = report;
        this.w = w;
        this.palette = palette;
        this.links = links;
    }

    /**
     * Writes one.
     *
     * @param page  file the transcript lies in; empty when it lies on this page
     * @param first whether it was chosen to stand first
     */
    void write(Html out, CaseSummary c, Excerpt e, String page, boolean first) {
        String key = links.key(c, e);
        boolean here = page.isEmpty();
        out.raw("<article class=\"card " + palette.css(e.theme()) + (e.contrary() ? " contrary" : "") + "\" data-card").attr(here ? "id" : "data-key", (here ? "e" : "") + key)
            .attr("data-theme", palette.number(e.theme())).attr("data-coders", String.join("|", e.coders())).attr("data-polarity", e.polarity().word())
            .attr("data-respondent", c.respondent().id()).raw(">\n<blockquote><p>");
        if (!e.before().isBlank()) {
            out.raw("<span class=\"context\">… ").spoken(e.before()).raw("</span>");
        }
        out.raw("<q>").spoken(e.words()).raw("</q>");
        if (!e.after().isBlank()) {
            out.raw("<span class=\"context\">").spoken(e.after()).raw(" …</span>");
        }
        out.raw("</p></blockquote>\n<p class=\"meta\">");
        if (first) {
            out.raw("<span class=\"first\">").text(w.say("firstChosen")).raw("</span> · ");
        }
        String place = w.place(e, report.files().getOrDefault(e.transcript(), e.transcript()));
        if (report.texts().isPresent()) {
            out.raw("<a").attr("href", page + "#p" + key).attr("title", w.say("toTranscript")).raw(">").text(place).raw("</a>");
        } else {
            out.text(place);
        }
        out.raw(" · ").text(w.coders(e)).raw(" · ").raw(e.contrary() ? "<strong class=\"flag\">↯ " : "<span>").text(w.polarity(e.polarity())).raw(e.contrary() ? "</strong>" : "</span>");
        if (e.status() != Status.ASSERTED) {
            out.raw(" · ").text(w.say(e.status().word()));
        }
        out.raw("</p>\n");
        marked(out, e);
        Wordings.reasons(e).forEach(why -> out.raw("<p class=\"why\">").text(why).raw("</p>\n"));
        out.raw("</article>\n");
    }

    /** Who marked what, where coders marked different words. */
    private void marked(Html out, Excerpt e) {
        if (e.codings().stream().allMatch(k -> k.span().equals(e.span()))) {
            return;
        }
        out.raw("<details><summary>").text(w.say("marked")).raw("</summary><ul>");
        var byWords = e.codings().stream().collect(Collectors.groupingBy(Coding::span, TreeMap::new, Collectors.toList()));
        byWords.forEach((span, codings) -> out.raw("<li>").text(codings.stream().map(Coding::coder).distinct().collect(Collectors.joining(", "))).raw(": <q>")
            .spoken(codings.getFirst().place().words()).raw("</q></li>"));
        out.raw("</ul></details>\n");
    }

    /** The coders of some excerpts, each once, sorted. */
    static List<String> coders(List<CaseSummary> cases) {
        return cases.stream().flatMap(c -> c.themes().stream()).flatMap(t -> t.excerpts().stream()).flatMap(e -> e.coders().stream()).distinct().sorted().toList();
    }
}
