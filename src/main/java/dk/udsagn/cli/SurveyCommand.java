package dk.udsagn.cli;

import dk.udsagn.Study;
import dk.udsagn.exchange.Json;
import dk.udsagn.survey.ClaimCheck;
import dk.udsagn.survey.FigureCheck.Finding;
import dk.udsagn.survey.JointDisplay;
import dk.udsagn.survey.Stand;
import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

    @Override public Integer call() throws IOException {
        try (var opened = Study.open(study)) {
            Language language = opened.file().language();
            if (!claims.isEmpty()) {
                boolean kept = true;
                for (String sentence : claims) {
                    var check = opened.claim(sentence);
                    kept &= check.verdict() == ClaimCheck.Verdict.KEPT;
                    claim(check, language);
                }
                return kept ? 0 : 1;
            }
            var display = opened.jointDisplay();
            display.sections().forEach(section -> section.figures().forEach(beside -> relation(section, beside, language)));
            display.sample().text(display.survey(), language).forEach(line -> print(Json.object("kind", "limit", "text", line), line));
            display.claims().forEach(check -> claim(check, language));
            display.figures().findings().forEach(f -> fault(f));
            display.figures().unchecked().forEach(u -> print(Json.object("kind", "unchecked", "figure", u.figure(), "statement", u.statement(), "why", u.why()),
                u.figure() + u.statement().map(s -> ", " + s).orElse("") + ": " + u.why()));
            return display.figures().findings().isEmpty() && display.claims().stream().allMatch(c -> c.verdict() == ClaimCheck.Verdict.KEPT) ? 0 : 1;
        }
    }

    private void relation(JointDisplay.Section section, JointDisplay.Beside beside, Language language) {
        print(Json.object("kind", "relation", "theme", section.theme(), "figure", beside.figure(), "relation", word(beside.relation()), "lean", word(beside.lean()),
                "voices", word(section.voices()), "stands", stands(section::with)),
            section.theme() + " | " + beside.figure() + ": " + language.words().get("survey.relation." + beside.relation().name()));
    }

    private void claim(ClaimCheck check, Language language) {
        print(Json.object("kind", "claim", "id", check.claim().id(), "sentence", check.claim().sentence(language), "text", check.claim().text().isEmpty() ? Optional.empty() : check.claim().text(),
                "verdict", word(check.verdict()), "stands", stands(check::with), "deciding", check.deciding(), "honest", check.honest().map(h -> h.sentence(language)),
                "excerpts", check.excerpts().stream().map(e -> Json.object("transcript", e.transcript(), "respondent", e.respondent(), "turn", e.turn(), "start", e.span().start(),
                    "end", e.span().end(), "theme", e.theme(), "polarity", e.polarity().word(), "quote", e.words())).toList()),
            check.text(language));
    }

    private void fault(Finding f) {
        print(Json.object("kind", "fault", "fault", word(f.fault()), "figure", f.figure(), "statement", f.statement(), "sure", word(f.sure()), "found", f.found(), "follows", f.follows()),
            f.figure() + f.statement().map(s -> ", " + s).orElse("") + ": " + f.found() + "; " + f.follows());
    }

    private static Map<String, Object> stands(java.util.function.Function<Stand, List<String>> with) {
        var map = new LinkedHashMap<String, Object>();
        for (Stand stand : Stand.values()) {
            map.put(word(stand), with.apply(stand));
        }
        return map;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
