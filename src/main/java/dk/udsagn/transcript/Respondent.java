package dk.udsagn.transcript;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A person who was interviewed: a case.
 *
 * @param id         how the study names the person; a pseudonym such as "A"; never blank
 * @param attributes what is known of the person, name to value, in the study's order ("age" to "26")
 */
public record Respondent(String id, Map<String, String> attributes) {
    /** Checks the id and copies the attributes, keeping their order. */
    public Respondent {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a respondent needs an id");
        }
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
