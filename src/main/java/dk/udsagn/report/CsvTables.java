package dk.udsagn.report;

import dk.udsagn.codebook.Theme;
import dk.udsagn.codebook.Wording;
import dk.udsagn.coding.Coding;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A report as tables: RFC 4180, UTF-8, CRLF row ends. */
final class CsvTables {
    private final Report report;
    private final List<String> attributes;

    CsvTables(Report report) {
        this.report = report;
        var names = new LinkedHashSet<String>();
        report.matrix().cases().forEach(c -> names.addAll(c.respondent().attributes().keySet()));
        this.attributes = List.copyOf(names);
    }

    /** One row an excerpt. */
    String excerpts() {
        var out = new StringBuilder();
        var head = new ArrayList<>(List.of("respondent"));
        head.addAll(attributes);
        head.addAll(List.of("transcript", "file", "turn", "speaker", "startMs", "endMs", "page", "paragraph", "cue", "line", "start", "end", "theme", "path",
            "polarity", "status", "coders", "origin", "quote", "before", "after", "why"));
        row(out, head);
        for (CaseSummary c : report.matrix().cases()) {
            for (var section : c.themes()) {
                for (Excerpt e : section.excerpts()) {
                    var row = new ArrayList<>(List.of(c.respondent().id()));
                    attributes.forEach(a -> row.add(c.respondent().attributes().getOrDefault(a, "")));
                    row.addAll(List.of(e.transcript(), report.files().getOrDefault(e.transcript(), ""), String.valueOf(e.turn()), e.speaker(), text(e.times().startMs()),
                        text(e.times().endMs()), text(e.source().page()), text(e.source().paragraph()), text(e.source().cue()), text(e.source().line()),
                        String.valueOf(e.span().start()), String.valueOf(e.span().end()), e.theme(), path(e.theme()), e.polarity().word(), e.status().word(),
                        String.join("; ", e.coders()), e.codings().stream().map(Coding::origin).distinct().sorted().collect(Collectors.joining("; ")), e.words(),
                        e.before(), e.after(), String.join("; ", Wordings.reasons(e))));
                    row(out, row);
                }
            }
        }
        return out.toString();
    }

    /** One row a respondent; for each theme its excerpts and how many of them are contrary. */
    String matrix() {
        var out = new StringBuilder();
        var head = new ArrayList<>(List.of("respondent"));
        head.addAll(attributes);
        head.add("words");
        report.matrix().themes().forEach(t -> head.addAll(List.of(t, t + " contrary")));
        row(out, head);
        for (CaseSummary c : report.matrix().cases()) {
            var row = new ArrayList<>(List.of(c.respondent().id()));
            attributes.forEach(a -> row.add(c.respondent().attributes().getOrDefault(a, "")));
            row.add(String.valueOf(c.words()));
            report.matrix().themes().forEach(t -> row.addAll(List.of(String.valueOf(c.theme(t).excerpts().size()), String.valueOf(c.theme(t).contrary()))));
            row(out, row);
        }
        return out.toString();
    }

    /** One row a theme, with how often it was used. */
    String codebook() {
        var out = new StringBuilder();
        String l = report.language().code();
        row(out, List.of("theme", "parent", "path", "definition", "include", "exclude", "indicators", "examples", "counterExamples", "colour", "version",
            "respondents", "excerpts"));
        var rows = report.matrix().rows().stream().collect(Collectors.toMap(r -> r.theme(), r -> r));
        for (Theme t : report.codebook().all().values()) {
            row(out, List.of(t.id(), report.codebook().parent(t.id()).map(Theme::id).orElse(""), path(t.id()), t.definition().in(l), lines(t.include(), l),
                lines(t.exclude(), l), t.indicators().stream().map(i -> i.find()).collect(Collectors.joining("\n")),
                t.examples().stream().map(x -> x.text()).collect(Collectors.joining("\n")),
                t.counterExamples().stream().map(x -> x.text()).collect(Collectors.joining("\n")), t.colour(), report.codebook().version(),
                String.valueOf(rows.get(t.id()).with().size()), String.valueOf(rows.get(t.id()).excerpts())));
        }
        return out.toString();
    }

    private String path(String theme) {
        return report.codebook().path(theme, report.language().code());
    }

    private static String lines(List<Wording> wordings, String language) {
        return wordings.stream().map(x -> x.in(language)).collect(Collectors.joining("\n"));
    }

    private static String text(OptionalInt n) {
        return n.isPresent() ? String.valueOf(n.getAsInt()) : "";
    }

    private static String text(OptionalLong n) {
        return n.isPresent() ? String.valueOf(n.getAsLong()) : "";
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(CsvTables::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    /** A cell that a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets themselves write text. */
    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9]+([.,][0-9]+)?");
        String safe = formula ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';') ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
