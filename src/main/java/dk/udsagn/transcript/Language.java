package dk.udsagn.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A language of interviews, as a value. All that the library knows of it lies in plain lists in the folder of its
 * code: irregular forms, abbreviations, cues of negation, labels of speakers, wording of reports. A new language is a
 * new folder of lists and nothing else.
 *
 * @param code ISO 639-1, lower case, such as "da"
 */
public record Language(String code) {
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
     * One of the language's settings or words for reports, from {@code language.properties}.
     *
     * @param key the name, such as "stemmer" or "report.respondent"
     * @return its value
     * @throws java.util.NoSuchElementException if the language lacks it: every language has the keys of Danish
     */
    public String word(String key) {
        return list("language.properties").stream()
            .filter(line -> line.startsWith(key + "=")).map(line -> line.substring(key.length() + 1)).findFirst()
            .orElseThrow(() -> new java.util.NoSuchElementException("language " + code + " has no word for \"" + key + "\""));
    }
}
