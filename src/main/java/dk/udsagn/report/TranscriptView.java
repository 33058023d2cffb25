package dk.udsagn.report;

import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.SourcePlace;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import dk.udsagn.transcript.Turn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A transcript with the coded words marked, a stripe for each theme in the margin, and under each turn the themes laid on it as links back to the quotes.
 *
 * <p>Stripes stand where the words stand by their share of the turn's characters; where there is a script, it moves them to the very lines.
 */
final class TranscriptView {
    private static final int STRIPE = 9;

    private final Wordings w;
    private final Palette palette;
    private final Links links;
    private final CaseSummary c;
    private final List<String> columns;

    TranscriptView(Wordings w, Palette palette, Links links, CaseSummary c) {
        this.w = w;
        this.palette = palette;
        this.links = links;
        this.c = c;
        this.columns = c.themes().stream().map(CaseSummary.ThemeSection::theme).toList();
    }

    void write(Html out, Transcript transcript, String file) {
        int number = Links.number(c, transcript.id());
        var excerpts = c.themes().stream().flatMap(t -> t.excerpts().stream()).filter(e -> e.transcript().equals(transcript.id()))
            .sorted(Comparator.comparing(Excerpt::span)).toList();
        out.raw("<section class=\"transcript\"").attr("aria-labelledby", "u" + number).raw(">\n<h3").attr("id", "u" + number).raw(">").text(file).raw("</h3>\n");
        Set<Excerpt> begun = Collections.newSetFromMap(new IdentityHashMap<>());
        int from = 0;
        for (Turn turn : transcript.turns()) {
            while (from < excerpts.size() && excerpts.get(from).span().end() <= turn.span().start()) {
                from++;
            }
            var here = new ArrayList<Excerpt>();
            for (int i = from; i < excerpts.size() && excerpts.get(i).span().start() < turn.span().end(); i++) {
                if (excerpts.get(i).span().overlaps(turn.span())) {
                    here.add(excerpts.get(i));
                }
            }
            turn(out, transcript, number, turn, here, begun);
        }
        out.raw("</section>\n");
    }

    private void turn(Html out, Transcript transcript, int number, Turn turn, List<Excerpt> here, Set<Excerpt> begun) {
        String id = "u" + number + "-" + turn.number();
        out.raw("<div class=\"turn " + (turn.role() == Role.RESPONDENT ? "answer" : "question") + "\"").attr("id", id).raw(" data-turn>\n<p class=\"where\"><a").attr("href", "#" + id)
            .attr("aria-label", w.say("turn") + " " + turn.number()).raw(">" + turn.number() + "</a> <b>").text(turn.speaker().label()).raw("</b>");
        if (!turn.times().clock().isEmpty()) {
            out.raw(" <span>").text(turn.times().clock()).raw("</span>");
        }
        SourcePlace place = transcript.source().place(turn.span().start());
        if (!place.equals(SourcePlace.UNKNOWN)) {
            out.raw(" <span>").text(w.source(place)).raw("</span>");
        }
        out.raw("</p>\n<div class=\"stripes\">");
        stripes(out, turn, here);
        out.raw("</div>\n<div class=\"said\"><p>");
        said(out, transcript, turn, here, begun);
        out.raw("</p>\n");
        if (!here.isEmpty()) {
            out.raw("<ul class=\"chips\">");
            for (Excerpt e : here) {
                String key = links.key(c, e);
                out.raw("<li><a class=\"" + palette.css(e.theme()) + "\"").attr("data-e", key).attr("href", "#e" + key).raw(">" + palette.swatch(e.theme())).text(w.name(e.theme()))
                    .raw(" <small>").text(String.join(", ", e.coders())).raw(e.contrary() ? " ↯ " : " ").text(w.polarity(e.polarity())).raw("</small></a></li>");
            }
            out.raw("</ul>\n");
        }
        out.raw("</div>\n</div>\n");
    }

    private void stripes(Html out, Turn turn, List<Excerpt> here) {
        out.raw("<svg aria-hidden=\"true\" focusable=\"false\"").attr("width", Math.max(1, columns.size()) * STRIPE).raw(" height=\"100%\">");
        for (Excerpt e : here) {
            Span turned = turn.span();
            double top = 100.0 * (Math.max(e.span().start(), turned.start()) - turned.start()) / turned.length();
            double height = 100.0 * (Math.min(e.span().end(), turned.end()) - Math.max(e.span().start(), turned.start())) / turned.length();
            out.raw("<rect").attr("data-e", links.key(c, e)).attr("x", columns.indexOf(e.theme()) * STRIPE).attr("y", tenths(top) + "%").attr("width", STRIPE - 2)
                .attr("height", tenths(height) + "%").attr("fill", palette.paint(e.theme())).raw("><title>").text(w.theme(e.theme())).raw("</title></rect>");
        }
        out.raw("</svg>");
    }

    private void said(Html out, Transcript transcript, Turn turn, List<Excerpt> here, Set<Excerpt> begun) {
        var edges = new TreeSet<Integer>();
        edges.add(turn.span().start());
        edges.add(turn.span().end());
        for (Excerpt e : here) {
            edges.add(Math.max(e.span().start(), turn.span().start()));
            edges.add(Math.min(e.span().end(), turn.span().end()));
        }
        int from = edges.pollFirst();
        for (int to : edges) {
            var span = new Span(from, to);
            var over = here.stream().filter(e -> e.span().overlaps(span)).toList();
            over.stream().filter(begun::add).forEach(e -> out.raw("<span class=\"anchor\"").attr("id", "p" + links.key(c, e)).raw("></span>"));
            if (over.isEmpty()) {
                out.spoken(span.in(transcript.text()));
            } else {
                out.raw("<mark class=\"" + (over.size() == 1 ? palette.css(over.getFirst().theme()) : "many") + "\"")
                    .attr("data-e", String.join(" ", over.stream().map(e -> links.key(c, e)).toList())).raw(">").spoken(span.in(transcript.text())).raw("</mark>");
            }
            from = to;
        }
    }

    private static String tenths(double percent) {
        return BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
