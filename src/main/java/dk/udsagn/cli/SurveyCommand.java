package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.exchange.Json;
import dk.udsagn.report.SurveyJson;
import dk.udsagn.survey.ClaimCheck;
import dk.udsagn.survey.JointDisplay;
import dk.udsagn.survey.Survey;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "survey", description = "Holds the study's survey figures and claims to the evidence: faults of the figures, limits of the sample, how each theme's figures and "
    + "voices relate, and which claims are kept. Exit 1 when a figure has a fault or a claim is not kept.")
final class SurveyCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "the study's folder")
    Path study;

    @Option(names = "--claim", paramLabel = "SENTENCE", description = "hold only this sentence to the evidence, as in \"alle respondenter er positive om helped\"; may be given more than once")
    List<String> claims = new ArrayList<>();

    /** What each list of {@link SurveyJson#of(JointDisplay)} holds: the kind of its lines. */
    private static final Map<String, String> KINDS = Map.of("themes", "theme", "figures", "figure", "sample", "sample", "averages", "average", "limits", "limit", "claims", "claim",
        "faults", "fault", "unchecked", "unchecked");

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            Language language = opened.file().language();
            if (!claims.isEmpty()) {
                boolean kept = true;
                for (String sentence : claims) {
                    var check = opened.claim(sentence);
                    kept &= check.verdict() == ClaimCheck.Verdict.KEPT;
                    print(line("claim", SurveyJson.of(check, language)), check.text(language));
                }
                return kept ? 0 : 1;
            }
            var display = opened.jointDisplay();
            if (format == Format.JSON) {
                SurveyJson.of(display).forEach((list, entries) -> ((List<?>) entries).forEach(entry -> print(line(KINDS.get(list), entry), "")));
            } else {
                text(display, language);
            }
            if (opened.survey().equals(Survey.NONE)) {
                aside("there are no survey figures or claims: " + study + " has no survey.json or survey.csv");
            }
            return display.figures().findings().isEmpty() && display.claims().stream().allMatch(c -> c.verdict() == ClaimCheck.Verdict.KEPT) ? 0 : 1;
        }
    }

    private static Map<String, Object> line(String kind, Object entry) {
        var line = Json.object("kind", kind);
        if (entry instanceof Map<?, ?> map) {
            map.forEach((key, value) -> line.put((String) key, value));
        } else {
            line.put("text", entry);
        }
        return line;
    }

    private void text(JointDisplay display, Language language) {
        var lines = new ArrayList<String>();
        display.sections().forEach(section -> section.figures().forEach(beside ->
            lines.add(section.theme() + " | " + beside.figure() + ": " + language.words().get("survey.relation." + beside.relation().name()))));
        lines.addAll(display.sample().text(display.survey(), language));
        display.claims().forEach(check -> lines.add(check.text(language)));
        display.figures().findings().forEach(f -> lines.add(about(f.figure(), f.statement()) + f.found() + "; " + f.follows()));
        display.figures().unchecked().forEach(u -> lines.add(about(u.figure(), u.statement()) + u.why()));
        lines.forEach(line -> out().print(line + "\n"));
    }

    private static String about(String figure, Optional<String> statement) {
        return figure + statement.map(s -> ", " + s).orElse("") + ": ";
    }
}
