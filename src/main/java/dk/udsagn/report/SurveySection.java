package dk.udsagn.report;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.exchange.Json;
import dk.udsagn.survey.ClaimCheck;
import dk.udsagn.survey.Evidence;
import dk.udsagn.survey.FigureKind;
import dk.udsagn.survey.JointDisplay;
import dk.udsagn.survey.SampleCheck;
import dk.udsagn.survey.Stand;
import dk.udsagn.survey.Survey;
import dk.udsagn.survey.SurveyFigure;
import dk.udsagn.transcript.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * The part of a report that sets figures beside voices: one section a theme, the background figures, the limits of the sample, the claims held to the
 * evidence and the faults of the figures. As HTML, Markdown, and for programs.
 */
public final class SurveySection {
    private final JointDisplay display;
    private final Language language;
    private final Map<String, String> files;

    /**
     * A section of what has been set side by side.
     *
     * @param display the joint display
     * @param files   transcript id to the name of its file; an id that is not there stands for itself
     */
    public SurveySection(JointDisplay display, Map<String, String> files) {
        this.display = Objects.requireNonNull(display, "display");
        this.language = display.language();
        this.files = Map.copyOf(files);
    }

    /**
     * Sets figures beside what the respondents say, with the usual thresholds.
     *
     * @param matrix   cases and what they say
     * @param codebook the codebook
     * @param survey   figures, statements and claims
     * @param language the language of the wording
     * @param files    transcript id to the name of its file
     * @return the section
     * @throws NoSuchElementException if a figure or a claim names a theme or an attribute that is not there
     */
    public static SurveySection of(FrameworkMatrix matrix, Codebook codebook, Survey survey, Language language, Map<String, String> files) {
        return new SurveySection(JointDisplay.of(survey, new Evidence(matrix, codebook), language), files);
    }

    /**
     * What it shows.
     *
     * @return the joint display
     */
    public JointDisplay display() {
        return display;
    }

    /**
     * As HTML: one {@code section} element with the id "survey", no script, no style of its own; charts are inline SVG.
     *
     * @return the markup, to stand in a page
     */
    public String html() {
        return new SurveyHtml(this).whole();
    }

    /**
     * As Markdown, headings from the second level on.
     *
     * @return the text, LF line ends
     */
    public String markdown() {
        return new SurveyMarkdown(this).whole();
    }

    /**
     * For programs.
     *
     * @return maps, lists, texts and numbers, for {@link Json}
     */
    public Map<String, Object> map() {
        return Json.object("themes", display.sections().stream().map(s -> Json.object("theme", s.theme(),
                "figures", s.figures().stream().map(b -> Json.object("figure", b.figure(), "lean", word(b.lean()), "relation", word(b.relation()))).toList(),
                "respondents", s.stands().size(), "voices", word(s.voices()), "stands", stands(s::with),
                "excerpts", s.excerpts().stream().map(this::map).toList())).toList(),
            "figures", display.survey().figures().stream().map(f -> Json.object("figure", f.id(), "title", f.name(language.code()), "themes", f.themes(),
                "unit", f.unit().word(), "base", f.base().number(), "when", f.when(), "table", f.table(language), "notes", f.notes())).toList(),
            "sample", display.sample().groups().stream().map(c -> Json.object("figure", c.figure(), "attribute", c.attribute(), "of", c.of(),
                "groups", c.groups().stream().map(g -> Json.object("label", g.label(), "share", g.share().number(), "who", g.who(), "standing", word(g.standing()),
                    "low", low(g.chance()), "high", high(g.chance()))).toList(),
                "nowhere", c.nowhere(), "unclear", c.unclear(), "unknown", c.unknown(), "outside", c.outside())).toList(),
            "averages", display.sample().averages().stream().map(a -> Json.object("figure", a.figure(), "ratio", a.ratio(), "at", a.at(), "low", a.mean().low(),
                "high", a.mean().high(), "over", a.over(), "under", a.under(), "unknown", a.unknown(), "atMost", high(a.chance()))).toList(),
            "limits", display.sample().text(display.survey(), language),
            "claims", display.claims().stream().map(this::map).toList(),
            "faults", display.figures().findings().stream().map(f -> Json.object("fault", word(f.fault()), "figure", f.figure(), "statement", f.statement(),
                "sure", word(f.sure()), "found", f.found(), "follows", f.follows())).toList(),
            "unchecked", display.figures().unchecked().stream().map(u -> Json.object("figure", u.figure(), "statement", u.statement(), "why", u.why())).toList());
    }

    private Map<String, Object> map(ClaimCheck c) {
        return Json.object("claim", c.claim().id(), "text", said(c), "sentence", c.claim().sentence(language), "verdict", word(c.verdict()), "respondents", c.stands().size(),
            "stands", stands(c::with), "deciding", c.deciding(), "honest", c.honest().map(h -> h.sentence(language)), "excerpts", c.excerpts().stream().map(this::map).toList());
    }

    private Map<String, Object> map(Excerpt e) {
        return Json.object("transcript", e.transcript(), "respondent", e.respondent(), "turn", e.turn(), "start", e.span().start(), "end", e.span().end(),
            "theme", e.theme(), "polarity", e.polarity().word(), "quote", e.words());
    }

    private static Map<String, Object> stands(java.util.function.Function<Stand, List<String>> with) {
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

    // ---- what HTML and Markdown share

    Language language() {
        return language;
    }

    String say(String key) {
        return Objects.requireNonNull(language.words().get("survey." + key), key);
    }

    String said(ClaimCheck c) {
        return c.claim().text().isEmpty() ? c.claim().sentence(language) : c.claim().text();
    }

    String place(Excerpt e) {
        return new Wordings(language, display.evidence().codebook()).place(e, files.getOrDefault(e.transcript(), e.transcript()));
    }

    String theme(String id) {
        return display.evidence().codebook().path(id, language.code());
    }

    SurveyFigure figure(String id) {
        return display.survey().figure(id);
    }

    /** Figures that stand beside no theme, in order. */
    List<SurveyFigure> background() {
        return display.survey().figures().stream().filter(f -> f.themes().isEmpty()).toList();
    }

    /** "2 for (A, C)", and so for each stand that anyone takes. */
    String counts(java.util.function.Function<Stand, List<String>> with) {
        var said = new ArrayList<String>();
        for (Stand stand : Stand.values()) {
            var who = with.apply(stand);
            if (!who.isEmpty()) {
                said.add(say("stand.count." + stand.name()).replace("{0}", String.valueOf(who.size())).replace("{1}", String.join(", ", who)));
            }
        }
        return String.join("; ", said);
    }

    /** Of each respondent the first quote, and the first contrary one: nobody's many quotes drown out another's only one. */
    List<Excerpt> chosen(JointDisplay.Section section, boolean contrary) {
        var chosen = new LinkedHashMap<String, Excerpt>();
        section.excerpts().stream().filter(e -> e.contrary() == contrary).forEach(e -> chosen.putIfAbsent(e.respondent().orElse(e.transcript()), e));
        return List.copyOf(chosen.values());
    }

    /** Who asked whom when, and of how many. */
    String about(SurveyFigure f) {
        var parts = new ArrayList<String>();
        for (String part : List.of(f.question().isEmpty() ? "" : "»" + f.question() + "«", f.answeredBy(), f.when(), f.based(language))) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join(" · ", parts);
    }

    /** The figure's table; a background figure's has the respondents beside. */
    List<List<String>> table(SurveyFigure figure) {
        var compared = display.sample().groups().stream().filter(c -> c.figure().equals(figure.id())).findFirst();
        if (compared.isEmpty() || !(figure.kind() instanceof FigureKind.Background)) {
            return figure.table(language);
        }
        var rows = new ArrayList<List<String>>();
        for (List<String> row : figure.table(language)) {
            var wider = new ArrayList<>(row);
            wider.add(rows.isEmpty() ? say("display.interviewed") : compared.get().groups().stream().filter(g -> g.label().equals(row.getFirst()))
                .map(g -> String.join(", ", g.who())).findFirst().orElse(""));
            rows.add(wider);
        }
        return rows;
    }

    Map<String, Integer> interviewed(SurveyFigure figure) {
        var counts = new LinkedHashMap<String, Integer>();
        display.sample().groups().stream().filter(c -> c.figure().equals(figure.id())).flatMap(c -> c.groups().stream()).forEach(g -> counts.put(g.label(), g.who().size()));
        return counts;
    }

    /** The sentence a finding is about; empty when it is the figure's own. */
    String sentence(Optional<String> statement) {
        return statement.flatMap(id -> display.survey().statements().stream().filter(s -> s.said().id().equals(id)).findFirst())
            .map(s -> s.said().text().isEmpty() ? s.said().id() : s.said().text()).orElse("");
    }
}
