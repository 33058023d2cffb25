package dk.udsagn.report;

import dk.udsagn.coding.Approach;
import dk.udsagn.excerpt.FrameworkMatrix.ThemeRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an article must say of how it was done, as far as the study itself knows: a paragraph, and the items of COREQ it can answer. */
final class Methods {
    private final Report report;
    private final Wordings w;

    Methods(Report report, Wordings w) {
        this.report = report;
        this.w = w;
    }

    /** The paragraph, one sentence an entry. */
    List<String> sentences() {
        var made = report.made();
        int hand = made.codings().values().stream().mapToInt(n -> n.get(0)).sum();
        int suggested = made.codings().values().stream().mapToInt(n -> n.get(1)).sum();
        var said = new ArrayList<String>();
        said.add(w.say("methods.material", report.cases().size(), transcripts(), words()));
        said.add(w.say("methods.coding", made.library(), report.codebook().id(), report.codebook().version(), report.codebook().all().size(), made.codings().size(), hand + suggested));
        said.add(suggested == 0 ? w.say("methods.hand") : w.say("methods.suggested", suggested, hand + suggested));
        said.add(w.say("methods.analysis"));
        said.add(w.say("methods.merged"));
        if (report.shape().approach() != Approach.REFLEXIVE && made.codings().size() > 1) {
            said.add(agreement());
        }
        said.add(w.say("methods.fingerprint", made.fingerprint()));
        return said;
    }

    private String agreement() {
        return report.shownAgreement().map(found -> w.say("methods.agreement", w.say("agreement"))).orElseGet(() -> w.say("methods.noAgreement"));
    }

    private int transcripts() {
        return (int) report.cases().stream().flatMap(c -> c.talk().stream()).map(t -> t.transcript()).distinct().count();
    }

    private int words() {
        return report.cases().stream().mapToInt(c -> c.words()).sum();
    }

    /** The items of COREQ that the study can answer. */
    Report.Table coreq() {
        var rows = new ArrayList<List<String>>();
        var attributes = report.cases().stream().flatMap(c -> c.respondent().attributes().keySet().stream()).distinct().collect(Collectors.joining(", "));
        rows.add(item(12, report.cases().size()));
        rows.add(item(16, attributes.isEmpty() ? "–" : attributes));
        rows.add(report.shape().approach() == Approach.REFLEXIVE ? List.of("22", w.say("coreq.22.item"), w.say("coreq.reflexive"))
            : item(22, new AcrossTables(report, w).said(report.matrix().saturation(AcrossTables.BASE, AcrossTables.RUN))));
        rows.add(item(24, report.made().codings().size(), String.join(", ", report.made().codings().keySet())));
        rows.add(item(25, report.codebook().all().size(), report.codebook().themes().size()));
        rows.add(item(26, report.codebook().id() + " " + report.codebook().version()));
        rows.add(item(27, report.made().library()));
        rows.add(item(29, report.matrix().rows().stream().mapToInt(ThemeRow::excerpts).sum()));
        rows.add(item(31, themes(true)));
        rows.add(item(32, themes(false)));
        return new Report.Table("coreq", w.say("coreq"), w.say("coreq.note"), List.of(w.say("coreq.number"), w.say("coreq.item"), w.say("coreq.answer")), rows);
    }

    private List<String> item(int number, Object... values) {
        return List.of(String.valueOf(number), w.say("coreq." + number + ".item"), w.say("coreq." + number + ".answer", values));
    }

    /** Themes that more than half of the respondents touch, or the others that any touches. */
    private String themes(boolean major) {
        var themes = report.matrix().rows().stream().filter(r -> !r.with().isEmpty() && r.with().size() * 2 > r.of() == major)
            .map(r -> w.theme(r.theme()) + " (" + w.say("ofN", r.with().size(), r.of()) + (r.contrary().isEmpty() ? "" : ", " + w.say("contrary", r.contrary().size())) + ")").toList();
        return themes.isEmpty() ? "–" : String.join("; ", themes);
    }

    String markdown() {
        return "# " + w.say("methods") + "\n\n" + Markdown.escape(String.join(" ", sentences())) + "\n\n" + Markdown.table(coreq());
    }
}
