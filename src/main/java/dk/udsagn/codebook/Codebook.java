package dk.udsagn.codebook;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * The themes of a study, in a tree, with a version.
 *
 * @param id      short name of the codebook
 * @param version which state of it; codings say which version they were made with
 * @param title   what people call it
 * @param themes  the top themes, in order; ids are unique in the whole tree
 */
public record Codebook(String id, String version, Wording title, List<Theme> themes) implements Serializable {
    /** Checks that ids are unique. */
    public Codebook {
        Objects.requireNonNull(title, "title");
        if (id.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("a codebook needs an id and a version");
        }
        themes = List.copyOf(themes);
        index(themes, new LinkedHashMap<>(), "codebook " + id);
    }

    private static void index(List<Theme> themes, Map<String, Theme> into, String where) {
        for (Theme theme : themes) {
            if (into.putIfAbsent(theme.id(), theme) != null) {
                throw new IllegalArgumentException(where + " has two themes with the id \"" + theme.id() + "\"");
            }
            index(theme.themes(), into, where);
        }
    }

    /**
     * Every theme by its id, parents before children, in the codebook's order.
     *
     * @return id to theme; the caller may keep it
     */
    public Map<String, Theme> all() {
        var all = new LinkedHashMap<String, Theme>();
        index(themes, all, "codebook " + id);
        return all;
    }

    /**
     * A theme by its id.
     *
     * @param theme its id
     * @return the theme
     * @throws NoSuchElementException if there is none; the message lists those there are
     */
    public Theme theme(String theme) {
        var all = all();
        Theme found = all.get(theme);
        if (found == null) {
            throw new NoSuchElementException("codebook " + id + " has no theme \"" + theme + "\"; it has " + all.keySet());
        }
        return found;
    }

    /**
     * The theme over a theme.
     *
     * @param theme a theme's id
     * @return its parent; empty for top themes and for ids that are not there
     */
    public Optional<Theme> parent(String theme) {
        return all().values().stream().filter(t -> t.themes().stream().anyMatch(child -> child.id().equals(theme))).findFirst();
    }

    /**
     * The way from the top to a theme, for people.
     *
     * @param theme    a theme's id
     * @param language code of the language wanted
     * @return names joined by " / "; the id itself for a theme that is not there
     */
    public String path(String theme, String language) {
        Theme found = all().get(theme);
        if (found == null) {
            return theme;
        }
        String name = found.name().in(language);
        return parent(theme).map(p -> path(p.id(), language) + " / " + name).orElse(name);
    }

    /**
     * What a newer codebook says otherwise, theme by theme.
     *
     * @param newer the codebook this one became
     * @return the changes in the newer codebook's order, themes that are gone last; empty when nothing but order differs
     */
    public List<CodebookChange> diff(Codebook newer) {
        return CodebookChange.between(this, newer);
    }

    /**
     * The next codebook, in which a theme is part of another: its indicators, examples, criteria and the themes under it come along. Codings
     * follow when the merge is recorded, as {@code Study.merge} does.
     *
     * @param theme id of the theme that goes; one that is not there leaves the codebook as it is
     * @param into  id of the theme it becomes part of; when that stands under the one that goes, it takes its place
     * @return a codebook of the next version
     * @throws NoSuchElementException   if there is no theme {@code into}
     * @throws IllegalArgumentException if both are one
     */
    public Codebook merged(String theme, String into) {
        return Revision.merged(this, theme, into);
    }

    /**
     * The next codebook, in which a new theme stands beside another, to take over some of its codings.
     *
     * @param theme id of the theme that is split
     * @param part  id of the new theme, which is its name until somebody gives it one; one that is there leaves the codebook as it is
     * @return a codebook of the next version
     * @throws NoSuchElementException   if there is no theme {@code theme}
     * @throws IllegalArgumentException if {@code part} is no id
     */
    public Codebook split(String theme, String part) {
        return Revision.split(this, theme, part);
    }
}
