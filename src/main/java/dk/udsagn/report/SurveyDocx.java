package dk.udsagn.report;

import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.survey.FigureKind;
import dk.udsagn.survey.Quantity;
import dk.udsagn.survey.SurveyFigure;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Figures beside voices in a Word document. A share's bar is drawn with blocks of text in its row: it is read in black and white, it survives being copied
 * into somebody's own report, and it needs no picture that would have to be made anew when a value is mended.
 */
final class SurveyDocx {
    /** Per cent half a block stands for: five blocks are as many as the narrowest column holds on one line, and a bar that breaks misleads. */
    private static final double HALF = 10;

    private final SurveySection s;
    private final Writer out;

    SurveyDocx(SurveySection section, Writer out) {
        this.s = section;
        this.out = out;
    }

    void whole() throws IOException {
        var display = s.display();
        Docx.paragraph(out, "Heading1", s.say("display.title"));
        Docx.paragraph(out, "", s.say("display.aid"));
        for (var section : display.sections()) {
            heading(s.theme(section.theme()));
            for (var beside : section.figures()) {
                figure(s.figure(beside.figure()));
                Docx.paragraph(out, "", s.say("relation." + beside.relation().name()));
            }
            Docx.paragraph(out, "", s.say("display.interviewed") + ": " + s.counts(section::with) + ".");
            quotes(s.say("display.quotes"), s.chosen(section, false));
            quotes(s.say("display.contrary"), s.chosen(section, true));
        }
        if (!s.background().isEmpty()) {
            heading(s.say("display.background"));
            for (SurveyFigure figure : s.background()) {
                figure(figure);
            }
        }
        var limits = display.sample().text(display.survey(), s.language());
        if (!limits.isEmpty()) {
            heading(s.say("display.sample"));
            Docx.paragraph(out, "", s.say("display.sampleAid"));
            lines(limits);
        }
        if (!display.claims().isEmpty()) {
            heading(s.say("display.claims"));
            table(SurveyMarkdown.claims(s));
        }
        heading(s.say("display.faults"));
        if (display.figures().findings().isEmpty()) {
            Docx.paragraph(out, "", s.say("display.noFaults"));
        } else {
            table(SurveyMarkdown.faults(s));
        }
        if (!display.figures().unchecked().isEmpty()) {
            Docx.paragraph(out, "", s.say("display.unchecked") + ":");
            lines(display.figures().unchecked().stream().map(u -> s.figure(u.figure()).name(s.language().code()) + ": " + s.sentence(u.statement()) + " (" + u.why() + ")").toList());
        }
    }

    private void heading(String text) throws IOException {
        Docx.paragraph(out, "Heading2", text);
    }

    private void lines(List<String> lines) throws IOException {
        for (String line : lines) {
            Docx.paragraph(out, "", "– " + line);
        }
    }

    private void figure(SurveyFigure figure) throws IOException {
        Docx.paragraph(out, "", figure.name(s.language().code()) + " – " + s.about(figure));
        var rows = s.table(figure);
        var shares = shares(figure.kind());
        if (shares.stream().anyMatch(Optional::isPresent)) {
            var drawn = new ArrayList<List<String>>();
            for (int i = 0; i < rows.size(); i++) {
                var row = new ArrayList<>(rows.get(i));
                row.add(i == 0 || i > shares.size() ? "" : shares.get(i - 1).map(SurveyDocx::bar).orElse(""));
                drawn.add(row);
            }
            rows = drawn;
        }
        table(rows);
        for (String note : figure.notes()) {
            Docx.paragraph(out, "Source", note);
        }
    }

    /** The share of each row below the head, where the rows are shares of one choice or of several; a change in time is told by its numbers. */
    private static List<Optional<Double>> shares(FigureKind kind) {
        return switch (kind) {
            case FigureKind.Ordered k -> k.answers().stream().map(a -> share(a.value())).toList();
            case FigureKind.Several k -> k.answers().stream().map(a -> share(a.value())).toList();
            case FigureKind.Background k -> k.groups().stream().map(g -> share(g.value())).toList();
            case FigureKind.Mean k -> List.of();
            case FigureKind.TwoPoints k -> List.of();
            case FigureKind.Series k -> List.of();
        };
    }

    private static Optional<Double> share(Quantity value) {
        return value.number().map(Number::doubleValue);
    }

    /** Blocks for the share, at least a thin one for what is not nothing. */
    private static String bar(double percent) {
        int halves = (int) Math.round(percent / HALF);
        return halves == 0 && percent > 0 ? "▏" : "█".repeat(halves / 2) + "▌".repeat(halves % 2);
    }

    private void table(List<List<String>> rows) throws IOException {
        Docx.table(out, rows.getFirst(), rows.subList(1, rows.size()));
        Docx.paragraph(out, "", "");
    }

    private void quotes(String head, List<Excerpt> excerpts) throws IOException {
        if (excerpts.isEmpty()) {
            return;
        }
        Docx.paragraph(out, "", head + ":");
        for (Excerpt e : excerpts) {
            Docx.paragraph(out, "Quote", (e.contrary() ? "↯ " : "") + e.words());
            Docx.paragraph(out, "Source", s.place(e) + " · " + s.theme(e.theme()) + " · " + s.language().words().get("report." + e.polarity().word()));
        }
    }
}
