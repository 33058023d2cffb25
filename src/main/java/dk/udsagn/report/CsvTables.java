package dk.udsagn.report;

import dk.udsagn.codebook.Theme;
import dk.udsagn.coding.Approach;
import dk.udsagn.coding.Coding;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Cooccurrence;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.excerpt.Summarizer;
import dk.udsagn.exchange.CodebookFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as tables for R, Excel and the article. Columns have the same English names in every language. */
final class CsvTables {
    /** How far apart in turns themes may begin and still be near: the next answer, over the question between. */
    private static final int NEAR = 2;
    /** Decimal places of shares and coefficients. */
    private static final int PLACES = 4;

    /** What the report's own tables are called. */
    static final List<String> NAMES = List.of("excerpts", "matrix", "codebook", "framework", "presence", "themes", "crosstab", "cooccurrence", "saturation", "agreement", "disagreements", "coincidences");

    /** One table. */
    interface Content {
        void to(Csv out) throws IOException;
    }

    private final Report report;
    private final Wordings w;
    private final List<String> attributes;

    CsvTables(Report report, Wordings w) {
        this.report = report;
        this.w = w;
        var names = new LinkedHashSet<String>();
        report.cases().forEach(c -> names.addAll(c.respondent().attributes().keySet()));
        this.attributes = List.copyOf(names);
    }

    /** File name to table: the three that are always asked for first, then the others. */
    Map<String, Content> all() {
        var all = new LinkedHashMap<String, Content>();
        all.put("excerpts.csv", this::excerpts);
        all.put("matrix.csv", this::matrix);
        all.put("codebook.csv", this::codebook);
        all.put("framework.csv", out -> framework(out, (c, t) -> String.join("\n\n", Excerpt.quotes(t.bounded(report.shape().excerpts(), report.shape().words())))));
        all.put("presence.csv", this::presence);
        all.put("themes.csv", this::themes);
        all.put("crosstab.csv", this::crosstab);
        all.put("cooccurrence.csv", this::cooccurrence);
        if (report.shape().approach() != Approach.REFLEXIVE) {
            all.put("saturation.csv", this::saturation);
        }
        report.shownAgreement().map(found -> new AgreementSection(report, found, w)).ifPresent(section -> {
            all.put("agreement.csv", section::figures);
            all.put("disagreements.csv", section::disagreements);
            all.put("coincidences.csv", section::coincidences);
        });
        report.tables().forEach(t -> all.put(t.id() + ".csv", out -> {
            out.cells(t.columns()).end();
            for (List<String> row : t.rows()) {
                out.cells(row).end();
            }
        }));
        return all;
    }

    /** One row an excerpt: the quote bank. */
    private void excerpts(Csv out) throws IOException {
        out.cell("respondent").cells(attributes).cells("transcript", "file", "turn", "speaker", "startMs", "endMs", "page", "paragraph", "cue", "line", "start", "end", "theme", "path",
            "polarity", "status", "coders", "origin", "quote", "before", "after", "why").end();
        for (CaseSummary c : report.cases()) {
            for (var section : c.themes()) {
                for (Excerpt e : section.excerpts()) {
                    who(out, c).cells(e.transcript(), report.files().getOrDefault(e.transcript(), "")).cell(e.turn()).cell(e.speaker()).cell(e.times().startMs()).cell(e.times().endMs())
                        .cell(e.source().page()).cell(e.source().paragraph()).cell(e.source().cue()).cell(e.source().line()).cell(e.span().start()).cell(e.span().end())
                        .cells(e.theme(), w.theme(e.theme()), e.polarity().word(), e.status().word(), String.join("; ", e.coders()), origins(e), e.words(), e.before(), e.after(),
                            String.join("; ", Wordings.reasons(e))).end();
                }
            }
        }
    }

    private static String origins(Excerpt e) {
        return e.codings().size() == 1 ? e.codings().getFirst().origin() : e.codings().stream().map(Coding::origin).distinct().sorted().collect(Collectors.joining("; "));
    }

    private Csv who(Csv out, CaseSummary c) {
        out.cell(c.respondent().id());
        for (String attribute : attributes) {
            out.cell(c.respondent().attributes().getOrDefault(attribute, ""));
        }
        return out;
    }

    /** One row a respondent; for each theme its excerpts and how many of them are contrary. */
    private void matrix(Csv out) throws IOException {
        out.cell("respondent").cells(attributes).cell("words");
        for (String t : report.matrix().themes()) {
            out.cells(t, t + " contrary");
        }
        out.end();
        for (CaseSummary c : report.cases()) {
            who(out, c).cell(c.words());
            for (String t : report.matrix().themes()) {
                out.cell(c.theme(t).excerpts().size()).cell(c.theme(t).contrary());
            }
            out.end();
        }
    }

    /** One row a respondent; in each theme's cell what a summarizer makes of the excerpts. */
    void framework(Csv out, Summarizer summarizer) throws IOException {
        out.cell("respondent").cells(attributes).cells(report.matrix().themes()).end();
        for (CaseSummary c : report.cases()) {
            who(out, c);
            for (String t : report.matrix().themes()) {
                out.cell(c.theme(t).excerpts().isEmpty() ? "" : summarizer.summarize(c, c.theme(t)));
            }
            out.end();
        }
    }

    /** One row a respondent; 1 where the respondent touches the theme, else 0. */
    private void presence(Csv out) throws IOException {
        out.cell("respondent").cells(attributes).cells(report.matrix().themes()).end();
        for (CaseSummary c : report.cases()) {
            who(out, c);
            for (String t : report.matrix().themes()) {
                out.cell(c.theme(t).excerpts().isEmpty() ? 0 : 1);
            }
            out.end();
        }
    }

    /** One row a theme: the tree with its frequencies, alone and with the themes under it. */
    private void themes(Csv out) throws IOException {
        out.cells("theme", "parent", "path", "of", "respondents", "contrary", "excerpts", "branchRespondents", "branchContrary", "branchExcerpts").end();
        var rows = report.matrix().rows();
        var branches = report.matrix().branches(report.codebook());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var branch = branches.get(i);
            out.cells(row.theme(), report.codebook().parent(row.theme()).map(Theme::id).orElse(""), w.theme(row.theme())).cell(row.of()).cell(row.with().size()).cell(row.contrary().size())
                .cell(row.excerpts()).cell(branch.with().size()).cell(branch.contrary().size()).cell(branch.excerpts()).end();
        }
    }

    /** One row a theme and value of an attribute that gathers respondents. */
    private void crosstab(Csv out) throws IOException {
        out.cells("attribute", "value", "theme", "of", "respondents", "contrary", "excerpts").end();
        for (String attribute : report.groupings()) {
            for (var part : report.matrix().by(attribute).entrySet()) {
                for (var row : part.getValue().rows()) {
                    out.cells(attribute, part.getKey(), row.theme()).cell(row.of()).cell(row.with().size()).cell(row.contrary().size()).cell(row.excerpts()).end();
                }
            }
        }
    }

    private void cooccurrence(Csv out) throws IOException {
        out.cells("unit", "theme", "other", "together", "themeCount", "otherCount", "coefficient").end();
        var units = new LinkedHashMap<String, List<Cooccurrence>>();
        units.put("overlap", report.matrix().overlapping());
        units.put("turn", report.matrix().within(0));
        units.put("within " + NEAR + " turns", report.matrix().within(NEAR));
        for (var unit : units.entrySet()) {
            for (var pair : unit.getValue()) {
                out.cells(unit.getKey(), pair.theme(), pair.other()).cell(pair.together()).cell(pair.first()).cell(pair.second()).decimal(pair.coefficient(), PLACES).end();
            }
        }
    }

    private void saturation(Csv out) throws IOException {
        out.cells("interview", "transcript", "themes", "newThemes", "newThemeIds", "newSides", "themesSoFar", "runNewInformation").end();
        var saturation = report.matrix().saturation(AcrossTables.BASE, AcrossTables.RUN);
        var runs = saturation.runs();
        for (int i = 0; i < saturation.interviews().size(); i++) {
            var x = saturation.interviews().get(i);
            int run = i - AcrossTables.BASE - AcrossTables.RUN + 1;                  // a run's figure stands with its last interview
            out.cell(i + 1).cell(x.transcript()).cell(x.themes()).cell(x.fresh().size()).cell(String.join("; ", x.fresh())).cell(x.sides()).cell(x.total());
            (run >= 0 && run < runs.size() ? out.decimal(runs.get(run), PLACES) : out.cell("")).end();
        }
    }

    /** The codebook as it can be read again, with how often each theme was used. */
    private void codebook(Csv out) throws IOException {
        var rows = report.matrix().rows().stream().collect(Collectors.toMap(r -> r.theme(), r -> r));
        var table = CodebookFile.table(report.codebook());
        out.cells(table.getFirst()).cells("path", "respondents", "excerpts").end();
        for (List<String> row : table.subList(1, table.size())) {
            var used = rows.get(row.getFirst());
            out.cells(row).cell(used == null ? "" : w.theme(row.getFirst())).cell(used == null ? "" : String.valueOf(used.with().size()))
                .cell(used == null ? "" : String.valueOf(used.excerpts())).end();
        }
    }
}
