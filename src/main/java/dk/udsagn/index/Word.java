package dk.udsagn.index;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A word form and what the analysis knows of it. One analysis hands out the same value again for the same form, so
 * identity may serve as a quick first test of equality.
 *
 * @param exact the form in lower case and NFC, without soft hyphens and zero-width characters
 * @param terms what the index holds for the form: its dictionary forms or stems; at least one
 * @param parts terms of the parts of a compound, of lower trust than {@code terms}; usually empty
 */
public record Word(String exact, SortedSet<String> terms, SortedSet<String> parts) {
    private static final SortedSet<String> NONE = Collections.unmodifiableSortedSet(new TreeSet<>());

    /** Copies the sets. */
    public Word {
        terms = Collections.unmodifiableSortedSet(new TreeSet<>(terms));
        parts = parts.isEmpty() ? NONE : Collections.unmodifiableSortedSet(new TreeSet<>(parts));
    }
}
