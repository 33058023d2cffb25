package dk.udsagn.report;

import dk.udsagn.excerpt.CaseSummary;
import java.io.IOException;

/** The HTML pages of one report: what they share, made once. */
final class Pages {
    private final Report report;
    private final Wordings w;
    private final Palette palette;
    private final Links links;
    private final HtmlPage frame;

    Pages(Report report) {
        this.report = report;
        this.w = new Wordings(report.language(), report.codebook());
        this.palette = new Palette(report.codebook(), report.matrix().themes());
        this.links = new Links(report.cases(), palette);
        this.frame = new HtmlPage(report, w, palette);
    }

    String overview() {
        return new OverviewPage(report, w, palette, links).whole(frame);
    }

    String page(CaseSummary c) throws IOException {
        return new RespondentPage(report, w, palette, links, frame).whole(c);
    }

    /** File name of a respondent's page. */
    String name(CaseSummary c) {
        return links.page(c.respondent().id());
    }
}
