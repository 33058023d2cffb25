package dk.udsagn.report;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.exchange.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report for programs. */
final class JsonReport {
    private final Report report;
    private final Wordings w;

    JsonReport(Report report) {
        this.report = report;
        this.w = new Wordings(report.language(), report.codebook());
    }

    /** Writes it case by case, so that memory holds the plain form of one case. */
    void whole(Appendable out) throws IOException {
        var made = report.made();
        var codings = new LinkedHashMap<String, Object>();
        made.codings().forEach((coder, n) -> codings.put(coder, Json.object("hand", n.get(0), "suggestion", n.get(1))));
        var rows = report.matrix().rows();
        var branches = report.matrix().branches(report.codebook());
        var themes = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < rows.size(); i++) {
            var r = rows.get(i);
            themes.add(Json.object("theme", r.theme(), "path", w.theme(r.theme()), "respondents", r.of(), "with", r.with(), "contrary", r.contrary(), "excerpts", r.excerpts(),
                "quantity", w.quantity(r.with().size(), r.of()), "branchWith", branches.get(i).with(), "branchExcerpts", branches.get(i).excerpts()));
        }
        String head = Json.pretty(Json.object("title", report.title(), "language", report.language().code(), "library", made.library(),
            "codebook", report.codebook().id(), "codebookVersion", report.codebook().version(), "fingerprint", made.fingerprint(), "codings", codings,
            "outside", made.outside(), "stale", made.stale(), "themes", themes, "cooccurrences", report.matrix().overlapping().stream().map(p -> Json.object("theme", p.theme(),
                "other", p.other(), "together", p.together(), "themeCount", p.first(), "otherCount", p.second(), "coefficient", p.coefficient())).toList(),
            "tables", report.tables().stream().map(t -> Json.object("id", t.id(), "title", t.title(), "note", t.note(), "columns", t.columns(), "rows", t.rows())).toList(),
            "agreement", report.shownAgreement().map(found -> new AgreementSection(report, found, w).map()),
            "survey", report.surveySection().map(s -> SurveyJson.of(s.display()))));
        out.append(head, 0, head.lastIndexOf("\n}")).append(",\n  \"cases\" : [");
        boolean first = true;
        for (CaseSummary c : report.cases()) {
            out.append(first ? "\n" : ",\n").append(Json.pretty(map(c)).stripTrailing().indent(4).stripTrailing());
            first = false;
        }
        out.append(first ? " ]\n}\n" : "\n  ]\n}\n");
    }

    private Map<String, Object> map(CaseSummary c) {
        return Json.object("respondent", c.respondent().id(), "attributes", c.respondent().attributes(), "words", c.words(),
            "talk", c.talk().stream().map(t -> Json.object("transcript", t.transcript(), "file", report.files().getOrDefault(t.transcript(), ""), "turns", t.turns(),
                "words", t.words(), "codedWords", t.codedWords())).toList(),
            "themes", c.themes().stream().map(t -> Json.object("theme", t.theme(), "excerptCount", t.excerpts().size(), "positive", t.count(Polarity.POSITIVE),
                "negative", t.count(Polarity.NEGATIVE), "mixed", t.count(Polarity.MIXED), "neutral", t.count(Polarity.NEUTRAL), "contrary", t.contrary(),
                "contradictory", t.contradictory(), "words", t.words(), "share", t.share(), "cooccurs", t.cooccurs(),
                "excerpts", t.excerpts().stream().map(this::map).toList())).toList(),
            "silent", c.silent());
    }

    private Map<String, Object> map(Excerpt e) {
        return Json.object("transcript", e.transcript(), "file", report.files().getOrDefault(e.transcript(), ""), "turn", e.turn(), "speaker", e.speaker(),
            "startMs", e.times().startMs(), "endMs", e.times().endMs(),
            "source", Json.object("line", e.source().line(), "page", e.source().page(), "cue", e.source().cue(), "paragraph", e.source().paragraph()),
            "start", e.span().start(), "end", e.span().end(), "quote", e.words(), "before", e.before(), "after", e.after(), "polarity", e.polarity().word(),
            "contrary", e.contrary(), "codings", e.codings().stream().map(k -> Json.object("id", k.id(), "coder", k.coder(), "origin", k.origin(),
                "start", k.span().start(), "end", k.span().end(), "polarity", k.polarity().word(), "status", k.content().status().word(),
                "codebook", k.content().codebookVersion(), "why", k.why(), "memos", k.memos())).toList());
    }
}
