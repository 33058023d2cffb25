package dk.udsagn.report;

import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A report as Markdown. Words of respondents are escaped, so that what they say is never read as markup. */
final class Markdown {
    private final Report report;
    private final Wordings w;

    Markdown(Report report) {
        this.report = report;
        this.w = new Wordings(report.language(), report.codebook());
    }

    void whole(Appendable out) throws IOException {
        out.append("# ").append(escape(report.title())).append("\n\n").append(escape(w.say("verbatim"))).append("\n\n");
        out.append("## ").append(w.say("across")).append("\n\n");
        out.append("| ").append(w.say("theme")).append(" | | ").append(w.say("respondents")).append(" | | ").append(w.say("excerpts")).append(" |\n|---|---|---|---|---:|\n");
        for (var row : report.matrix().rows()) {
            String contrary = row.contrary().isEmpty() ? "" : w.say("contrary", row.contrary().size()) + " (" + names(row.contrary()) + ")";
            out.append("| ").append(escape(w.theme(row.theme()))).append(" | ").append(w.quantity(row.with().size(), row.of())).append(" | ").append(w.say("ofN", row.with().size(), row.of()))
                .append(row.with().isEmpty() ? "" : " (" + names(row.with()) + ")").append(" | ").append(contrary).append(" | ").append(String.valueOf(row.excerpts())).append(" |\n");
        }
        out.append('\n');
        for (Report.Table table : new AcrossTables(report, w).all()) {
            out.append(table(table));
        }
        var survey = report.surveySection();
        if (survey.isPresent()) {
            out.append(survey.get().markdown()).append('\n');
        }
        for (CaseSummary c : report.cases()) {
            out.append(page(c));
        }
        out.append(colophon());
    }

    /** A table of any kind under its title. */
    static String table(Report.Table table) {
        var out = new StringBuilder("### ").append(escape(table.title())).append("\n\n");
        if (!table.note().isEmpty()) {
            out.append(escape(table.note())).append("\n\n");
        }
        row(out, table.columns());
        out.append("|").append("---|".repeat(table.columns().size())).append('\n');
        table.rows().forEach(r -> row(out, r));
        return out.append('\n').toString();
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append("| ").append(cells.stream().map(x -> escape(x).replace('\n', ' ')).collect(Collectors.joining(" | "))).append(" |\n");
    }

    String page(CaseSummary summary) {
        var out = new StringBuilder("## ").append(w.say("respondent")).append(' ').append(escape(summary.respondent().id())).append("\n\n");
        summary.respondent().attributes().forEach((name, value) -> out.append("- ").append(escape(name)).append(": ").append(escape(value)).append('\n'));
        for (var talk : summary.talk()) {
            out.append("- ").append(escape(report.files().getOrDefault(talk.transcript(), talk.transcript()))).append(": ")
                .append(w.say("talk", talk.turns(), talk.words(), talk.codedWords())).append('\n');
        }
        out.append('\n');
        for (var section : summary.themes()) {
            out.append("### ").append(escape(w.theme(section.theme()))).append("\n\n");
            out.append('*').append(escape(w.section(section))).append("*");
            if (section.contradictory()) {
                out.append(" **").append(w.say("contradiction")).append(".**");
            }
            w.further(summary, section).forEach(line -> out.append(' ').append(escape(line)));
            out.append("\n\n");
            var shown = section.bounded(report.shape().excerpts(), report.shape().words());
            if (shown.size() < section.excerpts().size()) {
                out.append(escape(w.say("bounded", shown.size(), section.excerpts().size()))).append("\n\n");
            }
            shown.forEach(e -> quote(out, e));
        }
        out.append("**").append(summary.silent().isEmpty() ? w.say("silentNone") : w.say("silent")).append(summary.silent().isEmpty() ? ".**" : ":** ")
            .append(summary.silent().stream().map(id -> escape(w.theme(id))).collect(Collectors.joining("; "))).append("\n\n");
        return out.toString();
    }

    private void quote(StringBuilder out, Excerpt e) {
        out.append("> ").append(e.contrary() ? "**↯** " : "").append(escape(e.words()).replace("\n", "\n> ")).append("  \n");
        out.append("> — ").append(escape(w.place(e, report.files().getOrDefault(e.transcript(), e.transcript())))).append(" · ").append(escape(w.coders(e)))
            .append(" · ").append(w.polarity(e.polarity()));
        Wordings.reasons(e).forEach(why -> out.append("  \n> *").append(escape(why)).append('*'));
        out.append("\n\n");
    }

    private String colophon() {
        var made = report.made();
        return "---\n\n" + escape(w.say("made", made.library(), report.codebook().id() + " " + report.codebook().version(), made.fingerprint())) + "\n\n"
            + w.colophon(made).stream().map(line -> escape(line) + "\n").collect(Collectors.joining("\n"));
    }

    private static String names(List<String> ids) {
        return ids.stream().map(Markdown::escape).collect(Collectors.joining(", "));
    }

    static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineStart = i == 0 || text.charAt(i - 1) == '\n';
            if ("\\`*_[]<>|#".indexOf(c) >= 0 || lineStart && "-+=~".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }
}
