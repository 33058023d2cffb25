package dk.udsagn.survey;

import dk.udsagn.survey.SampleCheck.Against;
import dk.udsagn.survey.SampleCheck.Chance;
import dk.udsagn.survey.SampleCheck.Comparison;
import dk.udsagn.survey.SampleCheck.Group;
import dk.udsagn.survey.SampleCheck.Standing;
import dk.udsagn.transcript.Language;
import java.util.ArrayList;
import java.util.List;

/** A sample beside its population, in words. */
final class SampleText {
    private final Survey survey;
    private final Says says;

    SampleText(Survey survey, Language language) {
        this.survey = survey;
        this.says = new Says(language);
    }

    List<String> lines(SampleCheck check) {
        var lines = new ArrayList<String>();
        for (Comparison c : check.groups()) {
            String figure = survey.figure(c.figure()).name(says.code());
            for (Group g : c.groups()) {
                if (g.standing() == Standing.MISSING || g.standing() == Standing.OVER || g.standing() == Standing.UNDER) {
                    lines.add(says.say("sample." + g.standing().name(), figure, g.label(), says.value(g.share(), " %"), g.who().size(), c.of(), chance(g.chance())));
                } else if (g.standing() == Standing.UNKNOWN) {
                    lines.add(says.say("sample.UNKNOWN", figure, g.label(), chance(g.chance())));
                }
            }
            var missing = c.groups().stream().filter(g -> g.standing() == Standing.MISSING).map(Group::label).toList();
            if (c.missing() instanceof Chance.Exact) {
                lines.add(says.say("sample.together", figure, says.and(missing), chance(c.missing())));
            }
            who(lines, "sample.nowhere", figure, c.nowhere());
            who(lines, "sample.unclear", figure, c.unclear());
            who(lines, "sample.unknown", figure, c.unknown());
            who(lines, "sample.outside", figure, c.outside());
        }
        for (Against a : check.averages()) {
            var series = (FigureKind.Series) survey.figure(a.figure()).kind();
            String label = series.ratios().stream().filter(r -> r.id().equals(a.ratio())).map(FigureKind.Ratio::label).findFirst().orElseThrow();
            String mean = says.number(a.mean().middle(), 1);
            lines.add(says.say("sample.average", label, a.at(), mean, a.over().size(), a.over().size() + a.under().size() + a.unknown().size(), String.join(", ", a.over())));
            who(lines, "sample.average.under", label, a.under());
            who(lines, "sample.average.unknown", label, a.unknown());
            if (a.chance() instanceof Chance.AtMost) {
                lines.add(says.say("sample.average.chance", chance(a.chance())));
            }
        }
        return lines;
    }

    private void who(List<String> lines, String key, String figure, List<String> who) {
        if (!who.isEmpty()) {
            lines.add(says.say(key, figure, says.and(who)));
        }
    }

    /** A probability in whole per cent, as a range where the printed share leaves one. */
    String chance(Chance chance) {
        return switch (chance) {
            case Chance.Exact e -> {
                String low = percent(e.range().low());
                String high = percent(e.range().high());
                yield low.equals(high) ? high + " %" : (low.startsWith("<") ? "0" : low) + "–" + high + " %";
            }
            case Chance.AtMost m -> says.say("side.AT_MOST", percent(Math.ceil(m.limit() * 100) / 100) + " %");
            case Chance.Undefined u -> says.say("sample.why." + u.why());
        };
    }

    private static String percent(double p) {
        return p > 0 && p < 0.005 ? "<1" : String.valueOf(Math.round(p * 100));
    }
}
