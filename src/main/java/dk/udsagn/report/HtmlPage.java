package dk.udsagn.report;

import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A report as one HTML page that asks nothing of the network and runs no script. All words that are not ours are escaped. */
final class HtmlPage {
    private final Report report;
    private final Wordings w;
    private final StringBuilder out = new StringBuilder();

    HtmlPage(Report report) {
        this.report = report;
        this.w = new Wordings(report.language(), report.codebook());
    }

    String whole() {
        String css = style();
        out.append("<!doctype html>\n<html lang=\"").append(report.language().code()).append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-").append(digest(css)).append("'; style-src-attr 'unsafe-inline'\">\n")
            .append("<title>").append(escape(report.title())).append("</title>\n<style>").append(css).append("</style>\n</head>\n<body>\n<header>\n<h1>")
            .append(escape(report.title())).append("</h1>\n<p class=\"soft\">").append(escape(w.say("verbatim"))).append("</p>\n");
        out.append("<nav aria-label=\"").append(w.say("contents")).append("\"><ul><li><a href=\"#across\">").append(w.say("across")).append("</a></li>");
        report.matrix().cases().forEach(c -> out.append("<li><a href=\"#").append(anchor(c)).append("\">").append(w.say("respondent")).append(' ')
            .append(escape(c.respondent().id())).append("</a></li>"));
        out.append("<li><a href=\"#codebook\">").append(w.say("codebook")).append("</a></li></ul></nav>\n</header>\n<main>\n");
        across();
        report.matrix().cases().forEach(this::section);
        codebook();
        out.append("</main>\n");
        footer();
        return out.append("</body>\n</html>\n").toString();
    }

    private void across() {
        out.append("<section id=\"across\">\n<h2>").append(w.say("across")).append("</h2>\n<div class=\"wide\" tabindex=\"0\">\n<table>\n<thead><tr><th scope=\"col\">").append(w.say("theme"))
            .append("</th><th scope=\"col\">").append(w.say("respondents")).append("</th>");
        report.matrix().cases().forEach(c -> out.append("<th scope=\"col\" class=\"n\"><a href=\"#").append(anchor(c)).append("\">").append(escape(c.respondent().id())).append("</a></th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (var row : report.matrix().rows()) {
            out.append("<tr><th scope=\"row\">").append(swatch(row.theme())).append(escape(w.theme(row.theme()))).append("</th><td>")
                .append(w.say("ofN", row.with().size(), row.of()));
            if (!row.contrary().isEmpty()) {
                out.append(", ").append(w.say("contrary", row.contrary().size()));
            }
            out.append("</td>");
            for (CaseSummary c : report.matrix().cases()) {
                var cell = c.theme(row.theme());
                int n = cell.excerpts().size();
                out.append("<td class=\"n\" style=\"--h:").append(Math.min(n, 12)).append("\">");
                if (n > 0) {
                    out.append("<a href=\"#").append(anchor(c)).append('-').append(escape(row.theme())).append("\">").append(n)
                        .append(cell.contrary() > 0 ? " <span class=\"c\">↯" + cell.contrary() + "</span>" : "").append("</a>");
                }
                out.append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n<p class=\"soft\"><span class=\"flag\">↯</span> ").append(escape(w.say("contraryKey"))).append("</p>\n</section>\n");
    }

    private void section(CaseSummary c) {
        out.append("<section class=\"case\" id=\"").append(anchor(c)).append("\">\n<h2>").append(w.say("respondent")).append(' ').append(escape(c.respondent().id())).append("</h2>\n<dl>\n");
        c.respondent().attributes().forEach((name, value) -> out.append("<dt>").append(escape(name)).append("</dt><dd>").append(escape(value)).append("</dd>\n"));
        c.talk().forEach(t -> out.append("<dt>").append(escape(report.files().getOrDefault(t.transcript(), t.transcript()))).append("</dt><dd>")
            .append(w.say("talk", t.turns(), t.words(), t.codedWords())).append("</dd>\n"));
        out.append("</dl>\n");
        for (var theme : c.themes()) {
            out.append("<h3 id=\"").append(anchor(c)).append('-').append(escape(theme.theme())).append("\">").append(swatch(theme.theme())).append(escape(w.theme(theme.theme())))
                .append("</h3>\n<p class=\"soft\">").append(theme.contrary() == 0 ? w.say("section", theme.excerpts().size(), escape(w.percent(theme.share())))
                    : w.say("sectionContrary", theme.excerpts().size(), escape(w.percent(theme.share())), theme.contrary())).append('.');
            if (theme.contradictory()) {
                out.append(" <span class=\"flag\">").append(w.say("contradiction")).append(".</span>");
            }
            if (!theme.cooccurs().isEmpty()) {
                out.append(' ').append(w.say("cooccurs")).append(": ").append(theme.cooccurs().entrySet().stream()
                    .map(e -> escape(w.theme(e.getKey())) + " (" + e.getValue() + ")").collect(Collectors.joining(", "))).append('.');
            }
            out.append("</p>\n<div class=\"bar\" aria-hidden=\"true\"><span style=\"width:").append(Math.round(theme.share() * 1000) / 10.0).append("%;background:")
                .append(colour(theme.theme())).append("\"></span></div>\n");
            theme.excerpts().forEach(this::quote);
        }
        out.append("<p><strong>").append(c.silent().isEmpty() ? w.say("silentNone") + ".</strong>" : w.say("silent") + ":</strong> ")
            .append(c.silent().stream().map(id -> escape(w.theme(id))).collect(Collectors.joining("; "))).append("</p>\n</section>\n");
    }

    private void quote(Excerpt e) {
        out.append("<blockquote").append(e.contrary() ? " class=\"contrary\"" : "").append(" style=\"border-left-color:").append(colour(e.theme())).append("\"><p>");
        if (!e.before().isBlank()) {
            out.append("<span class=\"context\">… ").append(escape(e.before())).append("</span>");
        }
        out.append("<q>").append(escape(e.words())).append("</q>");
        if (!e.after().isBlank()) {
            out.append("<span class=\"context\">").append(escape(e.after())).append(" …</span>");
        }
        out.append("</p>\n<p class=\"meta\">").append(escape(w.place(e, report.files().getOrDefault(e.transcript(), e.transcript())))).append(" · ").append(escape(w.coders(e))).append(" · ")
            .append(e.contrary() ? "<span class=\"flag\">↯ " + w.polarity(e.polarity()) + "</span>" : w.polarity(e.polarity()));
        Wordings.reasons(e).forEach(why -> out.append("<br><em>").append(escape(why)).append("</em>"));
        out.append("</p></blockquote>\n");
    }

    private void codebook() {
        String l = report.language().code();
        out.append("<section id=\"codebook\">\n<h2>").append(w.say("codebook")).append("</h2>\n");
        report.codebook().all().values().forEach(t -> {
            out.append("<h3>").append(swatch(t.id())).append(escape(w.theme(t.id()))).append(" <span class=\"soft\">").append(escape(t.id())).append("</span></h3>\n<p>")
                .append(escape(t.definition().in(l))).append("</p>\n");
            list(w.say("include"), t.include().stream().map(x -> x.in(l)).toList());
            list(w.say("exclude"), t.exclude().stream().map(x -> x.in(l)).toList());
        });
        out.append("</section>\n");
    }

    private void list(String head, List<String> lines) {
        if (!lines.isEmpty()) {
            out.append("<p class=\"soft\">").append(head).append("</p>\n<ul>").append(lines.stream().map(x -> "<li>" + escape(x) + "</li>").collect(Collectors.joining())).append("</ul>\n");
        }
    }

    private void footer() {
        var made = report.made();
        out.append("<footer class=\"soft\"><p>").append(escape(w.say("made", made.library(), report.codebook().id() + " " + report.codebook().version(), made.fingerprint())))
            .append("</p>\n<p>").append(w.say("codings")).append(": ").append(made.codings().entrySet().stream().map(e -> escape(e.getKey()) + " " + e.getValue().get(0) + " "
                + w.say("byHand") + ", " + e.getValue().get(1) + " " + w.say("bySuggestion")).collect(Collectors.joining("; "))).append(".</p>\n");
        if (made.outside() > 0) {
            out.append("<p>").append(w.say("outside", made.outside())).append(".</p>\n");
        }
        if (made.stale() > 0) {
            out.append("<p>").append(w.say("stale", made.stale())).append(".</p>\n");
        }
        out.append("</footer>\n");
    }

    private String swatch(String theme) {
        return "<span class=\"swatch\" aria-hidden=\"true\" style=\"background:" + colour(theme) + "\"></span>";
    }

    private String colour(String theme) {
        var found = report.codebook().all().get(theme);
        return found == null || found.colour().isEmpty() ? "#777777" : found.colour();
    }

    private static String anchor(CaseSummary c) {
        return "r-" + escape(c.respondent().id()).replaceAll("\\s", "_");
    }

    private static String style() {
        try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String css) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
