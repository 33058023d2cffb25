package dk.udsagn.excerpt;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.transcript.Respondent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
        return rows(themes.stream().collect(Collectors.toMap(theme -> theme, List::of)));
    }

    /**
     * Each theme with the themes under it: how often a whole branch of the codebook is met.
     *
     * @param codebook the tree
     * @return one a theme, in the matrix's order; a theme with none under it has the same numbers as in {@link #rows}
     */
    public List<ThemeRow> branches(Codebook codebook) {
        var above = new HashMap<String, List<String>>();
        themes.forEach(theme -> branch(codebook, theme).forEach(under -> above.computeIfAbsent(under, k -> new ArrayList<>()).add(theme)));
        return rows(above);
    }

    /** In one pass over the cases; a theme's excerpts count for each of the themes said. */
    private List<ThemeRow> rows(Map<String, List<String>> countsFor) {
        var with = new HashMap<String, Set<String>>();
        var contrary = new HashMap<String, Set<String>>();
        var excerpts = new HashMap<String, Integer>();
        for (CaseSummary c : cases) {
            for (var section : c.themes()) {
                boolean against = section.contrary() > 0;
                for (String theme : countsFor.getOrDefault(section.theme(), List.of())) {
                    if (!section.excerpts().isEmpty()) {
                        with.computeIfAbsent(theme, k -> new LinkedHashSet<>()).add(c.respondent().id());
                    }
                    if (against) {
                        contrary.computeIfAbsent(theme, k -> new LinkedHashSet<>()).add(c.respondent().id());
                    }
                    excerpts.merge(theme, section.excerpts().size(), Integer::sum);
                }
            }
        }
        return themes.stream().map(theme -> new ThemeRow(theme, cases.size(), List.copyOf(with.getOrDefault(theme, Set.of())), List.copyOf(contrary.getOrDefault(theme, Set.of())),
            excerpts.getOrDefault(theme, 0))).toList();
    }

    private static List<String> branch(Codebook codebook, String theme) {
        var branch = new ArrayList<>(List.of(theme));
        var found = codebook.all().get(theme);
        if (found != null) {
            found.themes().forEach(child -> branch.addAll(branch(codebook, child.id())));
        }
        return branch;
    }

    /**
     * Only some respondents.
     *
     * @param wanted which to keep
     * @return a new matrix with the same themes
     */
    public FrameworkMatrix where(Predicate<Respondent> wanted) {
        return new FrameworkMatrix(cases.stream().filter(c -> wanted.test(c.respondent())).toList(), themes);
    }

    /**
     * The matrix in parts, one for each value of an attribute: the theme by attribute crosstab is each part's {@link #rows}.
     *
     * @param attribute name of the attribute
     * @return value to the matrix of those who have it, values sorted, numbers by their size; respondents without the attribute stand under ""
     */
    public Map<String, FrameworkMatrix> by(String attribute) {
        var parts = new TreeMap<String, List<CaseSummary>>(FrameworkMatrix::byValue);
        cases.forEach(c -> parts.computeIfAbsent(c.respondent().attributes().getOrDefault(attribute, ""), k -> new ArrayList<>()).add(c));
        var matrices = new LinkedHashMap<String, FrameworkMatrix>();
        parts.forEach((value, part) -> matrices.put(value, new FrameworkMatrix(part, themes)));
        return matrices;
    }

    private static int byValue(String a, String b) {
        boolean numbers = a.matches("\\d{1,9}") && b.matches("\\d{1,9}");
        int order = numbers ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b)) : Boolean.compare(b.matches("\\d{1,9}"), a.matches("\\d{1,9}"));
        return order != 0 ? order : a.compareTo(b);
    }

    /**
     * Attributes that gather respondents: few values, and on average three respondents or more to every two of them.
     *
     * @return names, in the order of the respondents' attributes
     */
    public List<String> groupings() {
        var values = new LinkedHashMap<String, Set<String>>();
        cases.forEach(c -> c.respondent().attributes().forEach((name, value) -> values.computeIfAbsent(name, k -> new HashSet<>()).add(value)));
        return values.entrySet().stream().filter(e -> e.getValue().size() > 1 && e.getValue().size() <= MOST_VALUES && e.getValue().size() * 3 <= cases.size() * 2).map(Map.Entry::getKey).toList();
    }

    /** More values than these are no groups but a list. */
    private static final int MOST_VALUES = 12;

    /**
     * Themes laid on the same words.
     *
     * @return pairs of themes, the closest first
     */
    public List<Cooccurrence> overlapping() {
        return Cooccurrence.of(this, Optional.empty());
    }

    /**
     * Themes said near each other.
     *
     * @param turns 0 for the same turn, counted in turns; n for excerpts that begin at most n turns apart, counted in excerpts
     * @return pairs of themes, the closest first
     * @throws IllegalArgumentException if {@code turns} is negative
     */
    public List<Cooccurrence> within(int turns) {
        return Cooccurrence.of(this, Optional.of(turns));
    }

    /**
     * How much new each interview brings.
     *
     * @param base how many interviews make the base; 4 is usual
     * @param run  how many make a run; 2 is usual
     * @return the interviews, in the order of the cases
     */
    public Saturation saturation(int base, int run) {
        return Saturation.of(this, base, run);
    }
}
