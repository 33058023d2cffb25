package dk.udsagn.report;

import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.survey.SurveyFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Figures beside voices as Markdown. */
final class SurveyMarkdown {
    private final SurveySection s;
    private final StringBuilder out = new StringBuilder();

    SurveyMarkdown(SurveySection section) {
        this.s = section;
    }

    String whole() {
        var display = s.display();
        out.append("## ").append(s.say("display.title")).append("\n\n").append(s.say("display.aid")).append("\n\n");
        for (var section : display.sections()) {
            out.append("### ").append(escape(s.theme(section.theme()))).append("\n\n");
            for (var beside : section.figures()) {
                figure(s.figure(beside.figure()));
                out.append("**").append(s.say("relation." + beside.relation().name())).append("**\n\n");
            }
            out.append(s.say("display.interviewed")).append(": ").append(escape(s.counts(section::with))).append(".\n\n");
            quotes(s.say("display.quotes"), s.chosen(section, false));
            quotes(s.say("display.contrary"), s.chosen(section, true));
        }
        if (!s.background().isEmpty()) {
            out.append("### ").append(s.say("display.background")).append("\n\n");
            s.background().forEach(this::figure);
        }
        var limits = display.sample().text(display.survey(), s.language());
        if (!limits.isEmpty()) {
            out.append("### ").append(s.say("display.sample")).append("\n\n").append(s.say("display.sampleAid")).append("\n\n");
            limits.forEach(line -> out.append("- ").append(escape(line)).append('\n'));
            out.append('\n');
        }
        if (!display.claims().isEmpty()) {
            out.append("### ").append(s.say("display.claims")).append("\n\n");
            table(claims(s));
        }
        out.append("### ").append(s.say("display.faults")).append("\n\n");
        if (display.figures().findings().isEmpty()) {
            out.append(s.say("display.noFaults")).append("\n\n");
        } else {
            table(faults(s));
        }
        var unchecked = display.figures().unchecked();
        if (!unchecked.isEmpty()) {
            out.append(s.say("display.unchecked")).append(":\n\n");
            unchecked.forEach(u -> out.append("- ").append(escape(s.figure(u.figure()).name(s.language().code()) + ": " + s.sentence(u.statement()) + " (" + u.why() + ")")).append('\n'));
            out.append('\n');
        }
        return out.toString();
    }

    static List<List<String>> claims(SurveySection s) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(s.say("display.claim"), s.say("display.verdict"), s.say("display.stands"), s.say("display.honest")));
        for (var c : s.display().claims()) {
            rows.add(List.of(s.said(c), s.say("verdict." + c.verdict().name()), s.counts(c::with), c.honest().map(h -> h.sentence(s.language())).orElse(s.say("claim.nothing"))));
        }
        return rows;
    }

    static List<List<String>> faults(SurveySection s) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(s.say("display.figure"), s.say("display.said"), s.say("display.found"), s.say("display.follows"), s.say("display.sure")));
        for (var f : s.display().figures().findings()) {
            rows.add(List.of(s.figure(f.figure()).name(s.language().code()), s.sentence(f.statement()), f.found(), f.follows(), s.say("sure." + f.sure().name())));
        }
        return rows;
    }

    private void figure(SurveyFigure figure) {
        out.append("**").append(escape(figure.name(s.language().code()))).append("** – ").append(escape(s.about(figure))).append("\n\n");
        table(s.table(figure));
        figure.notes().forEach(note -> out.append(escape(note)).append("\n\n"));
    }

    private void quotes(String head, List<Excerpt> excerpts) {
        if (excerpts.isEmpty()) {
            return;
        }
        out.append("#### ").append(escape(head)).append("\n\n");
        for (Excerpt e : excerpts) {
            out.append("> ").append(escape(e.words().replaceAll("\\s+", " "))).append("\n>\n> — ").append(escape(s.place(e))).append(" · ").append(escape(s.theme(e.theme()))).append(" · ")
                .append(e.contrary() ? "↯ " : "").append(s.language().words().get("report." + e.polarity().word())).append("\n\n");
        }
    }

    private void table(List<List<String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            out.append("| ").append(rows.get(i).stream().map(SurveyMarkdown::escape).collect(Collectors.joining(" | "))).append(" |\n");
            if (i == 0) {
                out.append("|").append(" --- |".repeat(rows.getFirst().size())).append('\n');
            }
        }
        out.append('\n');
    }

    /** Signs that Markdown would read as its own. */
    private static String escape(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1");
    }
}
