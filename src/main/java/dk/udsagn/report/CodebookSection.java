package dk.udsagn.report;

import java.util.List;

/** The codebook as the last part of the overview. */
final class CodebookSection {
    private final Report report;
    private final Wordings w;
    private final Palette palette;

    CodebookSection(Report report, Wordings w, Palette palette) {
        this.report = report;
        this.w = w;
        this.palette = palette;
    }

    void write(Html out) {
        String l = report.language().code();
        out.raw("<section id=\"codebook\">\n<h2>").text(w.say("codebook")).raw("</h2>\n");
        report.codebook().all().values().forEach(t -> {
            out.raw("<details class=\"code\"><summary>" + palette.swatch(t.id())).text(w.theme(t.id())).raw(" <span class=\"soft\">").text(t.id()).raw("</span></summary>\n<p>").text(t.definition().in(l)).raw("</p>\n");
            list(out, w.say("include"), t.include().stream().map(x -> x.in(l)).toList());
            list(out, w.say("exclude"), t.exclude().stream().map(x -> x.in(l)).toList());
            out.raw("</details>\n");
        });
        out.raw("</section>\n");
    }

    private static void list(Html out, String head, List<String> lines) {
        if (!lines.isEmpty()) {
            out.raw("<p class=\"soft\">").text(head).raw("</p>\n<ul>");
            lines.forEach(line -> out.raw("<li>").text(line).raw("</li>"));
            out.raw("</ul>\n");
        }
    }
}
