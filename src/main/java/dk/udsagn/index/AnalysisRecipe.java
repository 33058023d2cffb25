package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What an {@link Analysis} is made from, as it is serialised.
 *
 * @param language   whose words
 * @param dictionary whether there was a dictionary
 * @param files      its affix and word file; none when it came from the class path
 * @param version    what {@link Analysis#version} has to say again
 */
record AnalysisRecipe(Language language, boolean dictionary, List<String> files, String version) implements Serializable {
    private Object readResolve() throws InvalidObjectException {
        Analysis made;
        try {
            made = !dictionary ? Analysis.withoutDictionary(language)
                : files.isEmpty() ? Analysis.of(language) : Analysis.of(language, Path.of(files.get(0)), Path.of(files.get(1)));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new InvalidObjectException("analysis " + version + " needs its dictionary, and " + from() + " cannot be read here: " + e, e);
        }
        if (!made.version().equals(version)) {
            throw new InvalidObjectException("analysis " + version + " was written, but with " + from() + " it is " + made.version()
                + " here; use the same library and the same dictionary on both sides");
        }
        return made;
    }

    private String from() {
        return !dictionary ? "no dictionary" : files.isEmpty() ? "the dictionary on the class path" : "the dictionary " + String.join(" and ", files);
    }
}
