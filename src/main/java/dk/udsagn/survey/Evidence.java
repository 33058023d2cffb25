package dk.udsagn.survey;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.excerpt.CaseSummary;
import dk.udsagn.excerpt.Excerpt;
import dk.udsagn.excerpt.FrameworkMatrix;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * What claims are held to: the respondents, what is quoted of them, and the codebook that says which theme lies under which.
 *
 * @param matrix   cases and what they say
 * @param codebook the codebook
 */
public record Evidence(FrameworkMatrix matrix, Codebook codebook) {
    /** Checks that all is there. */
    public Evidence {
        Objects.requireNonNull(matrix, "matrix");
        Objects.requireNonNull(codebook, "codebook");
    }

    /**
     * A respondent's quotes on a theme.
     *
     * @param who       the respondent's case
     * @param theme     id of the theme
     * @param subthemes whether quotes under its themes below, at any depth, count as well; a respondent is still counted once
     * @return in the order of the matrix's themes; words quoted under two of the themes are there twice
     */
    public List<Excerpt> quotes(CaseSummary who, String theme, boolean subthemes) {
        var quotes = new ArrayList<Excerpt>();
        for (String id : family(theme, subthemes)) {
            quotes.addAll(who.theme(id).excerpts());
        }
        return quotes;
    }

    /** The theme and, when asked for, all below it. */
    private List<String> family(String theme, boolean subthemes) {
        var ids = new ArrayList<String>();
        ids.add(theme);
        Theme top = codebook.all().get(theme);
        if (subthemes && top != null) {
            top.themes().forEach(child -> ids.addAll(family(child.id(), true)));
        }
        return ids;
    }

    /** A theme by its id or its name in any language. */
    String theme(String idOrName) {
        var all = codebook.all();
        if (all.containsKey(idOrName) || matrix.themes().contains(idOrName)) {
            return idOrName;
        }
        return all.values().stream().filter(t -> t.name().byLanguage().values().stream().anyMatch(idOrName::equalsIgnoreCase)).map(Theme::id).findFirst()
            .orElseThrow(() -> new NoSuchElementException("codebook " + codebook.id() + " has no theme \"" + idOrName + "\"; it has " + all.keySet()));
    }

    /** The attributes at least one respondent has. */
    LinkedHashSet<String> attributes() {
        var names = new LinkedHashSet<String>();
        matrix.cases().forEach(c -> names.addAll(c.respondent().attributes().keySet()));
        return names;
    }

    void requireAttribute(String name) {
        if (!attributes().contains(name)) {
            throw new NoSuchElementException("no respondent has an attribute \"" + name + "\"; there are " + attributes());
        }
    }
}
