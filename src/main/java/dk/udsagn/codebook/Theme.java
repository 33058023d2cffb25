package dk.udsagn.codebook;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a stretch of an interview can be about (elsewhere: a code).
 *
 * @param id              how codings name it: lower-case letters, digits and hyphens
 * @param name            what people call it
 * @param definition      what it means
 * @param include         when to use it
 * @param exclude         when not to, and what to use instead
 * @param colour          "#rrggbb", or empty
 * @param memo            notes on the theme; may be empty
 * @param indicators      words that speak for it
 * @param examples        passages where it applies
 * @param counterExamples passages where it seems to apply and does not
 * @param themes          the themes under it
 */
public record Theme(String id, Wording name, Wording definition, List<Wording> include, List<Wording> exclude, String colour, String memo,
                    List<Indicator> indicators, List<Example> examples, List<Example> counterExamples, List<Theme> themes) implements Serializable {
    /** Checks id and colour, and copies the lists. */
    public Theme {
        if (!id.matches("[\\p{Ll}\\p{N}][\\p{Ll}\\p{N}_.-]*")) {
            throw new IllegalArgumentException("theme id \"" + id + "\" needs lower-case letters, digits and hyphens only, as in \"being-seen\"");
        }
        if (!colour.isEmpty() && !colour.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("theme " + id + ": colour \"" + colour + "\" is not of the form #rrggbb");
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(memo, "memo");
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        indicators = List.copyOf(indicators);
        examples = List.copyOf(examples);
        counterExamples = List.copyOf(counterExamples);
        themes = List.copyOf(themes);
    }

    /**
     * A bare theme: an id and a name.
     *
     * @param id   how codings name it
     * @param name what people call it, by language
     * @return a theme with nothing else
     */
    public static Theme of(String id, Wording name) {
        return new Theme(id, name, Wording.NONE, List.of(), List.of(), "", "", List.of(), List.of(), List.of(), List.of());
    }
}
