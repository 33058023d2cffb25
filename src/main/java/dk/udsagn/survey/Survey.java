package dk.udsagn.survey;

import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * What a study knows from questionnaires: figures, what is said about them, and what is said about the respondents.
 *
 * @param figures    in order; ids are unique
 * @param statements sentences about figures; ids are unique
 * @param claims     sentences about respondents; ids are unique
 */
public record Survey(List<SurveyFigure> figures, List<Statement> statements, List<Claim> claims) {
    /** Nothing is known. */
    public static final Survey NONE = new Survey(List.of(), List.of(), List.of());

    /** Checks that ids are unique and that statements name figures there are. */
    public Survey {
        figures = List.copyOf(figures);
        statements = List.copyOf(statements);
        claims = List.copyOf(claims);
        unique("figures", figures.stream().map(SurveyFigure::id).toList());
        unique("statements", statements.stream().map(s -> s.said().id()).toList());
        unique("claims", claims.stream().map(Claim::id).toList());
        var ids = figures.stream().map(SurveyFigure::id).toList();
        for (Statement statement : statements) {
            known(statement, statement.said().figure(), ids);
            if (statement instanceof Statement.Rate rate) {
                known(statement, rate.among(), ids);
            }
        }
    }

    private static void unique(String what, List<String> ids) {
        var seen = new HashSet<String>();
        ids.stream().filter(id -> !seen.add(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("two " + what + " have the id \"" + id + "\"");
        });
    }

    private static void known(Statement statement, String figure, List<String> ids) {
        if (!ids.contains(figure)) {
            throw new IllegalArgumentException("statement " + statement.said().id() + " is about a figure \"" + figure + "\"; there are " + ids);
        }
    }

    /**
     * A figure by its id.
     *
     * @param id the figure's id
     * @return the figure
     * @throws NoSuchElementException if there is none; the message lists those there are
     */
    public SurveyFigure figure(String id) {
        return figures.stream().filter(f -> f.id().equals(id)).findFirst()
            .orElseThrow(() -> new NoSuchElementException("there is no figure \"" + id + "\"; there are " + figures.stream().map(SurveyFigure::id).toList()));
    }

    /**
     * Checks that figures name only themes the codebook has.
     *
     * @param themes ids of all themes
     * @throws NoSuchElementException if one does not; the message names the figure and lists the themes
     */
    public void requireThemes(Set<String> themes) {
        for (SurveyFigure figure : figures) {
            figure.themes().stream().filter(t -> !themes.contains(t)).findFirst().ifPresent(t -> {
                throw new NoSuchElementException("figure " + figure.id() + " stands beside a theme \"" + t + "\"; the codebook has " + themes);
            });
        }
    }
}
