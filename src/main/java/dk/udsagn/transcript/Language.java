package dk.udsagn.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A language of interviews, as a value. All that the library knows of it lies in plain lists in the folder of its
 * code: irregular forms, abbreviations, cues of negation, labels of speakers, wording of reports. A new language is a
 * new folder of lists and nothing else.
 *
 * @param code ISO 639-1, lower case, such as "da"
 */
public record Language(String code) implements Serializable {
    /** Danish, the default. */
    public static final Language DANISH = new Language("da");
    /** English. */
    public static final Language ENGLISH = new Language("en");

    /** Checks that the library knows the language. */
    public Language {
        if (!code.matches("[a-z]{2,3}") || Language.class.getResource(code + "/language.properties") == null) {
            throw new IllegalArgumentException("there is no language \"" + code + "\"; there are da and en");
        }
    }

    /**
     * Every language the library knows.
     *
     * @return Danish first
     */
    public static List<Language> all() {
        return List.of(DANISH, ENGLISH);
    }

    /**
     * The lines of one of the language's lists, without comments ("#" first) and blank lines.
     *
     * @param name the list, such as "irregular.txt"
     * @return its lines in order; empty when the language has no such list
     */
    public List<String> list(String name) {
        try (InputStream in = Language.class.getResourceAsStream(code + "/" + name)) {
            if (in == null) {
                return List.of();
            }
            try (Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()) {
                return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The language's settings and its words for reports, from {@code language.properties}.
     *
     * @return name to value, such as "stemmer" to "Danish"; every language has the keys of Danish
     */
    public Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        for (String line : list("language.properties")) {
            int equals = line.indexOf('=');
            words.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return words;
    }
}
