package dk.udsagn.report;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.excerpt.FrameworkMatrix;
import dk.udsagn.survey.ClaimCheck;
import dk.udsagn.survey.Evidence;
import dk.udsagn.survey.FigureKind;
import dk.udsagn.survey.JointDisplay;
import dk.udsagn.survey.Stand;
import dk.udsagn.survey.Survey;
import dk.udsagn.survey.SurveyFigure;
import dk.udsagn.transcript.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * The part of a report that sets figures beside voices: one section a theme, the background figures, the limits of the sample, the claims held to the
 * evidence and the faults of the figures. As HTML and Markdown; for programs it is {@link SurveyJson}.
 */
final class SurveySection {
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
