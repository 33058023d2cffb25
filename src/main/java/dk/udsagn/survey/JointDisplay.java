package dk.udsagn.survey;

import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.survey.Claim.Thresholds;
import dk.udsagn.transcript.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * Figures beside what respondents say, theme by theme; with it the respondents beside those they stand for, the claims held to the evidence, and the
 * faults of the figures.
 *
 * <p>How figure and voices relate is a reading aid, by these rules. <i>The figure leans</i> to the favourable side when: every mean lies on the best side
 * of its scale's middle; more than half chose answers of the better half (the middle one of an odd number is in neither); the favourable bands grew from
 * first to last. Shares of several answers, counts and background figures take no side. <i>The voices lean</i> to the side that more than half of the
 * respondents who take a side plainly stand on. They <i>confirm</i> each other when both lean the same way and nobody stands on the other side or is mixed; <i>contradict</i>
 * each other when they lean opposite ways; <i>silent</i> is a theme on which nobody is quoted, or whose figure has no value; everything else
 * <i>expands</i>: the voices say what the figure does not show.
 *
 * @param survey     figures, statements, claims
 * @param evidence   the respondents and what is quoted of them
 * @param thresholds what makes a respondent plainly for or against
 * @param sections   one for each theme that a figure stands beside, in the codebook's order
 * @param sample     respondents beside those they stand for
 * @param claims     the claims, checked
 * @param figures    the figures, checked
 * @param language   the language of the findings
 */
public record JointDisplay(Survey survey, Evidence evidence, Thresholds thresholds, List<Section> sections, SampleCheck sample, List<ClaimCheck> claims,
                           FigureCheck figures, Language language) {
    /** Copies the lists. */
    public JointDisplay {
        sections = List.copyOf(sections);
        claims = List.copyOf(claims);
    }

    /** How a figure and the voices relate. */
    public enum Relation {
        /** Both lean the same way, and nobody stands on the other side or is mixed. */
        CONFIRMS,
        /** The voices say what the figure does not show. */
        EXPANDS,
        /** They lean opposite ways. */
        CONTRADICTS,
        /** Nobody is quoted on it, or the figure has no value. */
        SILENT
    }

    /** To which side a figure, or the voices, lean. */
    public enum Lean {
        /** The favourable side. */
        FAVOURABLE,
        /** The unfavourable side. */
        UNFAVOURABLE,
        /** Neither has more than half. */
        DIVIDED,
        /** It is no matter of sides. */
        NO_SIDE,
        /** There is nothing. */
        NOTHING
    }

    /**
     * One theme.
     *
     * @param theme     its id
     * @param figures   the figures beside it, with how each relates to the voices
     * @param stands    every respondent, in the study's order, to where they stand on it, its themes below counted
     * @param voices    to which side they lean
     * @param excerpts  all quotes, respondent by respondent
     */
    public record Section(String theme, List<Beside> figures, Map<String, Stand> stands, Lean voices, List<Excerpt> excerpts) {
        /** Copies the lists. */
        public Section {
            figures = List.copyOf(figures);
            stands = Collections.unmodifiableMap(new LinkedHashMap<>(stands));
            excerpts = List.copyOf(excerpts);
        }

        /**
         * Those who stand so.
         *
         * @param stand where
         * @return ids of respondents, in the study's order
         */
        public List<String> with(Stand stand) {
            return stands.entrySet().stream().filter(e -> e.getValue() == stand).map(Map.Entry::getKey).toList();
        }
    }

    /**
     * A figure beside the voices.
     *
     * @param figure   id of the figure
     * @param lean     to which side it leans
     * @param relation how it and the voices relate
     */
    public record Beside(String figure, Lean lean, Relation relation) {
    }

    /**
     * Sets a study's figures beside its respondents' words, with the usual thresholds.
     *
     * @param survey   figures, statements, claims
     * @param evidence the respondents and what is quoted of them
     * @param language the language of the findings
     * @return the display
     * @throws NoSuchElementException if a figure or a claim names a theme or an attribute that is not there
     */
    public static JointDisplay of(Survey survey, Evidence evidence, Language language) {
        return of(survey, evidence, Thresholds.DEFAULT, language);
    }

    /**
     * Sets a study's figures beside its respondents' words.
     *
     * @param survey     figures, statements, claims
     * @param evidence   the respondents and what is quoted of them
     * @param thresholds what the quantifiers of claims mean, and what makes a respondent plainly for or against
     * @param language   the language of the findings
     * @return the display
     * @throws NoSuchElementException if a figure or a claim names a theme or an attribute that is not there
     */
    public static JointDisplay of(Survey survey, Evidence evidence, Thresholds thresholds, Language language) {
        var themes = new LinkedHashSet<>(evidence.codebook().all().keySet());
        themes.addAll(evidence.matrix().themes());               // gone from the codebook, and still quoted
        named("", () -> {
            survey.requireThemes(themes);
            return themes;
        });
        var sections = new ArrayList<Section>();
        for (String theme : themes) {
            var beside = survey.figures().stream().filter(f -> f.themes().contains(theme)).toList();
            if (!beside.isEmpty()) {
                sections.add(section(theme, beside, evidence, thresholds));
            }
        }
        var respondents = evidence.matrix().cases().stream().map(CaseSummary::respondent).toList();
        return new JointDisplay(survey, evidence, thresholds, sections, SampleCheck.of(survey, respondents, language),
            survey.claims().stream().map(c -> named("claim " + c.id() + ": ", () -> c.check(evidence, thresholds))).toList(), FigureCheck.of(survey, language), language);
    }

    /** What leads nowhere is named with the file it stands in. */
    private static <T> T named(String what, Supplier<T> found) {
        try {
            return found.get();
        } catch (NoSuchElementException e) {
            throw new NoSuchElementException("survey.json: " + what + e.getMessage(), e);
        }
    }

    private static Section section(String theme, List<SurveyFigure> figures, Evidence evidence, Thresholds thresholds) {
        var stands = new LinkedHashMap<String, Stand>();
        var excerpts = new ArrayList<Excerpt>();
        for (CaseSummary one : evidence.matrix().cases()) {
            var said = evidence.quotes(one, theme, true);
            stands.put(one.respondent().id(), Stand.of(said, thresholds.lean()));
            excerpts.addAll(said);
        }
        Lean voices = voices(stands);
        return new Section(theme, figures.stream().map(f -> {
            Lean lean = Leaning.of(f.kind());
            return new Beside(f.id(), lean, relation(lean, voices, stands));
        }).toList(), stands, voices, excerpts);
    }

    private static Lean voices(Map<String, Stand> stands) {
        long yes = stands.values().stream().filter(s -> s == Stand.FOR).count();
        long no = stands.values().stream().filter(s -> s == Stand.AGAINST).count();
        long sided = yes + no + stands.values().stream().filter(s -> s == Stand.MIXED).count();
        if (sided == 0) {
            return stands.containsValue(Stand.NEUTRAL) ? Lean.NO_SIDE : Lean.NOTHING;
        }
        return 2 * yes > sided ? Lean.FAVOURABLE : 2 * no > sided ? Lean.UNFAVOURABLE : Lean.DIVIDED;
    }

    private static Relation relation(Lean figure, Lean voices, Map<String, Stand> stands) {
        if (figure == Lean.NOTHING || voices == Lean.NOTHING) {
            return Relation.SILENT;
        }
        if (figure == Lean.FAVOURABLE && voices == Lean.UNFAVOURABLE || figure == Lean.UNFAVOURABLE && voices == Lean.FAVOURABLE) {
            return Relation.CONTRADICTS;
        }
        boolean same = figure == voices && (figure == Lean.FAVOURABLE || figure == Lean.UNFAVOURABLE);
        boolean contrary = stands.containsValue(Stand.MIXED) || stands.containsValue(figure == Lean.FAVOURABLE ? Stand.AGAINST : Stand.FOR);
        return same && !contrary ? Relation.CONFIRMS : Relation.EXPANDS;
    }
}
