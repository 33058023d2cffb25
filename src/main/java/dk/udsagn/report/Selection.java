package dk.udsagn.report;

import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.survey.Survey;
import dk.udsagn.transcript.Respondent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which of a report's respondents are shown, in what order, and in what groups. */
record Selection(Report whole) {
    /** The report of some respondents; see {@link Report#where}. */
    Report where(Predicate<Respondent> wanted, String said) {
        var some = whole.matrix().where(wanted);
        var counts = new TreeMap<String, List<Integer>>();
        some.cases().stream().flatMap(c -> c.themes().stream()).flatMap(t -> t.excerpts().stream()).flatMap(e -> e.codings().stream()).filter(c -> !c.origin().equals("open"))
            .forEach(c -> counts.merge(c.coder(), c.origin().equals("hand") ? List.of(1, 0) : List.of(0, 1), (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1))));
        var only = new Wordings(whole.language(), whole.codebook()).say("only", said, some.cases().size(), whole.matrix().cases().size());
        var made = whole.made();
        var survey = whole.survey();
        return new Report(whole.title() + " – " + only, whole.language(), whole.codebook(), some, whole.files(), new Report.Made(made.library(), made.fingerprint(), counts, made.outside(), made.stale()),
            whole.texts(), whole.shape(), whole.tables(), new Survey(survey.figures(), survey.statements(), List.of()), whole.agreement());
    }

    /** Whether respondents can be grouped by all of these. */
    void check(List<String> attributes) {
        var there = new LinkedHashSet<String>();
        whole.matrix().cases().forEach(c -> there.addAll(c.respondent().attributes().keySet()));
        attributes.stream().filter(a -> !there.contains(a)).findFirst().ifPresent(a -> {
            throw new NoSuchElementException("no respondent has an attribute \"" + a + "\"; there are " + (there.isEmpty() ? "none, which study.json would say" : there));
        });
    }

    /** The cases in the order they are shown in. */
    List<CaseSummary> cases() {
        return ordered(whole.matrix(), whole.shape().by());
    }

    private static List<CaseSummary> ordered(FrameworkMatrix matrix, List<String> by) {
        return by.isEmpty() ? matrix.cases() : matrix.by(by.getFirst()).values().stream().flatMap(part -> ordered(part, by.subList(1, by.size())).stream()).toList();
    }

    /** Attributes that have a crosstab: those asked for, then those that gather respondents. */
    List<String> groupings() {
        var groupings = new LinkedHashSet<>(whole.shape().by());
        groupings.addAll(whole.matrix().groupings());
        return List.copyOf(groupings);
    }
}
