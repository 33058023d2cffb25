package dk.udsagn.excerpt;

import dk.udsagn.codebook.Codebook;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Cases by themes: what each respondent says under each theme.
 *
 * @param cases  the rows, in the study's order
 * @param themes ids of the columns: all themes of the codebook in its order, then any other theme that was laid
 */
public record FrameworkMatrix(List<CaseSummary> cases, List<String> themes) {
    /** Copies the lists. */
    public FrameworkMatrix {
        cases = List.copyOf(cases);
        themes = List.copyOf(themes);
    }

    /**
     * The matrix of summaries.
     *
     * @param cases    one a respondent
     * @param codebook the study's codebook
     * @return the matrix
     */
    public static FrameworkMatrix of(List<CaseSummary> cases, Codebook codebook) {
        var themes = new LinkedHashSet<>(codebook.all().keySet());
        cases.forEach(c -> c.themes().forEach(t -> themes.add(t.theme())));
        return new FrameworkMatrix(cases, List.copyOf(themes));
    }

    /**
     * One theme across the cases.
     *
     * @param theme    id of the theme
     * @param of       how many respondents there are
     * @param with     ids of those with at least one excerpt under it, in the study's order
     * @param contrary ids of those among them with at least one excerpt that speaks, wholly or in part, against what the theme names
     * @param excerpts how many excerpts in all
     */
    public record ThemeRow(String theme, int of, List<String> with, List<String> contrary, int excerpts) {
        /** Copies the lists. */
        public ThemeRow {
            with = List.copyOf(with);
            contrary = List.copyOf(contrary);
        }
    }

    /**
     * Each theme across the cases: "n of 6, of whom m contrary".
     *
     * @return one a theme, in the matrix's order
     */
    public List<ThemeRow> rows() {
        return themes.stream().map(theme -> new ThemeRow(theme, cases.size(),
            cases.stream().filter(c -> !c.theme(theme).excerpts().isEmpty()).map(c -> c.respondent().id()).toList(),
            cases.stream().filter(c -> c.theme(theme).contrary() > 0).map(c -> c.respondent().id()).toList(),
            cases.stream().mapToInt(c -> c.theme(theme).excerpts().size()).sum())).toList();
    }
}
