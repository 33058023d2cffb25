package dk.udsagn.cli;

import dk.udsagn.report.Report;
import dk.udsagn.survey.Claim.Condition;
import dk.udsagn.survey.Claim.Test;
import dk.udsagn.survey.Stand;
import dk.udsagn.transcript.Respondent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which respondents a summary is of, and how they are grouped. */
final class RespondentFilter {
    private static final Pattern CONDITION = Pattern.compile("\\s*(.+?)\\s*(>=|<=|≥|≤|!=|==|=|>|<)\\s*(.+?)\\s*");
    private static final Map<String, Test> TESTS = Map.of(">=", Test.AT_LEAST, "≥", Test.AT_LEAST, "<=", Test.AT_MOST, "≤", Test.AT_MOST, ">", Test.OVER, "<", Test.UNDER, "=", Test.IS, "==", Test.IS,
        "!=", Test.IS);

    @Option(names = "--where", paramLabel = "CONDITION", description = "only respondents of whom it holds, as in \"age>=20\", \"gender=kvinde\" or \"gender!=mand\"; of several, all must hold. "
        + "Put it in quotation marks, since shells read < and > themselves")
    List<String> conditions = new ArrayList<>();

    @Option(names = "--by", paramLabel = "ATTRIBUTE", description = "group respondents by this attribute, in the matrix and in a crosstab of their own; may be given more than once")
    List<String> by = new ArrayList<>();

    /** A condition as it was written. */
    private record Wanted(String written, Condition condition, Stand stand) {
    }

    /** Respondents of whom it cannot be told whether a condition holds, each with the condition; they are left out. */
    List<String> unclear(Report whole) {
        var unclear = new ArrayList<String>();
        for (Wanted wanted : wanted(whole)) {
            respondents(whole).stream().filter(r -> wanted.condition.holds(r) == Stand.SILENT)
                .forEach(r -> unclear.add(r.id() + " (" + wanted.written + ": " + r.attributes().getOrDefault(wanted.condition.attribute(), "–") + ")"));
        }
        return unclear;
    }

    Report in(Report whole) {
        var wanted = wanted(whole);
        var report = wanted.isEmpty() ? whole : whole.where(r -> wanted.stream().allMatch(w -> w.condition.holds(r) == w.stand), String.join(", ", conditions));
        if (report.matrix().cases().isEmpty() && !whole.matrix().cases().isEmpty()) {
            throw new NoSuchElementException("there is no respondent with " + String.join(", ", conditions) + "; there are "
                + respondents(whole).stream().map(r -> r.id() + " " + r.attributes()).toList());
        }
        return by.isEmpty() ? report : report.by(by);
    }

    private List<Wanted> wanted(Report whole) {
        var there = new LinkedHashSet<String>();
        respondents(whole).forEach(r -> there.addAll(r.attributes().keySet()));
        return conditions.stream().map(written -> {
            var m = CONDITION.matcher(written);
            if (!m.matches()) {
                throw new IllegalArgumentException("--where \"" + written + "\" is no condition; write attribute, sign and value in quotation marks, as in --where \"age>=20\"; the signs are = != < <= > >=, "
                    + "the attributes " + there);
            }
            if (!there.contains(m.group(1))) {
                throw new NoSuchElementException("no respondent has an attribute \"" + m.group(1) + "\"; there are " + (there.isEmpty() ? "none, which study.json would say" : there));
            }
            return new Wanted(written, new Condition(m.group(1), TESTS.get(m.group(2)), m.group(3)), m.group(2).equals("!=") ? Stand.AGAINST : Stand.FOR);
        }).toList();
    }

    private static List<Respondent> respondents(Report whole) {
        return whole.matrix().cases().stream().map(c -> c.respondent()).toList();
    }
}
