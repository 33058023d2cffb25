package dk.udsagn.codebook;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The same thing said in one or more languages.
 *
 * @param byLanguage language code to words, in the order given; may be empty
 */
public record Wording(Map<String, String> byLanguage) implements Serializable {
    /** Nothing said. */
    public static final Wording NONE = new Wording(Map.of());

    /** Copies the words, keeping their order. */
    public Wording {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /**
     * The words in a language, or in the first one there is.
     *
     * @param language code such as "da"
     * @return the words; an empty text when nothing is said at all
     */
    public String in(String language) {
        String words = byLanguage.get(language);
        return words != null ? words : byLanguage.values().stream().findFirst().orElse("");
    }
}
