package dk.udsagn.report;

import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.exchange.Json;
import dk.udsagn.survey.ClaimCheck;
import dk.udsagn.survey.JointDisplay;
import dk.udsagn.survey.SampleCheck;
import dk.udsagn.survey.Stand;
import dk.udsagn.transcript.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Figures beside voices, for programs: maps, lists, texts and numbers for {@link Json}, as {@code summary.schema.json} describes them. The report and the command line write the same.
 */
public final class SurveyJson {
    private SurveyJson() {
    }

    /**
     * All of a joint display.
     *
     * @param display the display
     * @return its themes with their figures and stands, the figures, the sample beside them, claims and faults
     */
    public static Map<String, Object> of(JointDisplay display) {
        var language = display.language();
        return Json.object("themes", display.sections().stream().map(s -> Json.object("theme", s.theme(),
                "figures", s.figures().stream().map(b -> Json.object("figure", b.figure(), "lean", word(b.lean()), "relation", word(b.relation()))).toList(),
                "respondents", s.stands().size(), "voices", word(s.voices()), "stands", stands(s::with),
                "excerpts", s.excerpts().stream().map(SurveyJson::of).toList())).toList(),
            "figures", display.survey().figures().stream().map(f -> Json.object("figure", f.id(), "title", f.name(language.code()), "themes", f.themes(),
                "unit", f.unit().word(), "base", f.base().number(), "when", f.when(), "table", f.table(language), "notes", f.notes())).toList(),
            "sample", display.sample().groups().stream().map(c -> Json.object("figure", c.figure(), "attribute", c.attribute(), "of", c.of(),
                "groups", c.groups().stream().map(g -> Json.object("label", g.label(), "share", g.share().number(), "who", g.who(), "standing", word(g.standing()),
                    "low", low(g.chance()), "high", high(g.chance()))).toList(),
                "nowhere", c.nowhere(), "unclear", c.unclear(), "unknown", c.unknown(), "outside", c.outside())).toList(),
            "averages", display.sample().averages().stream().map(a -> Json.object("figure", a.figure(), "ratio", a.ratio(), "at", a.at(), "low", a.mean().low(),
                "high", a.mean().high(), "over", a.over(), "under", a.under(), "unknown", a.unknown(), "atMost", high(a.chance()))).toList(),
            "limits", display.sample().text(display.survey(), language),
            "claims", display.claims().stream().map(c -> of(c, language)).toList(),
            "faults", display.figures().findings().stream().map(f -> Json.object("fault", word(f.fault()), "figure", f.figure(), "statement", f.statement(),
                "sure", word(f.sure()), "found", f.found(), "follows", f.follows())).toList(),
            "unchecked", display.figures().unchecked().stream().map(u -> Json.object("figure", u.figure(), "statement", u.statement(), "why", u.why())).toList());
    }

    /**
     * A claim held to the evidence.
     *
     * @param check    the claim and what became of it
     * @param language the language of its sentences
     * @return the claim as it was made and as it was understood, verdict, who stands where, who decides it, and the most that can be said
     */
    public static Map<String, Object> of(ClaimCheck check, Language language) {
        return Json.object("claim", check.claim().id(), "text", check.claim().text().isEmpty() ? check.claim().sentence(language) : check.claim().text(),
            "sentence", check.claim().sentence(language), "verdict", word(check.verdict()), "respondents", check.stands().size(), "stands", stands(check::with),
            "deciding", check.deciding(), "honest", check.honest().map(h -> h.sentence(language)), "excerpts", check.excerpts().stream().map(SurveyJson::of).toList());
    }

    private static Map<String, Object> of(Excerpt e) {
        return Json.object("transcript", e.transcript(), "respondent", e.respondent(), "turn", e.turn(), "start", e.span().start(), "end", e.span().end(),
            "theme", e.theme(), "polarity", e.polarity().word(), "quote", e.words());
    }

    private static Map<String, Object> stands(Function<Stand, List<String>> with) {
        var map = new LinkedHashMap<String, Object>();
        for (Stand stand : Stand.values()) {
            map.put(word(stand), with.apply(stand));
        }
        return map;
    }

    private static Optional<Double> low(SampleCheck.Chance chance) {
        return chance instanceof SampleCheck.Chance.Exact e ? Optional.of(e.range().low()) : Optional.empty();
    }

    private static Optional<Double> high(SampleCheck.Chance chance) {
        return switch (chance) {
            case SampleCheck.Chance.Exact e -> Optional.of(e.range().high());
            case SampleCheck.Chance.AtMost m -> Optional.of(m.limit());
            case SampleCheck.Chance.Undefined u -> Optional.empty();
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
