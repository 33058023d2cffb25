package dk.udsagn;

import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.suggest.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Suggestions that a log holds already, or of those only what people turned down. A suggestion stays the same one as long as the rule's words and
 * the passage do, also when the transcript was edited elsewhere, or when the theme became part of another.
 */
final class Recorded {
    private final Set<String> ids = new HashSet<>();
    private final Map<String, List<Place>> byWords = new HashMap<>();

    private Recorded() {
    }

    static Recorded rejected(Codings codings) {
        var recorded = new Recorded();
        codings.rejected().forEach(r -> recorded.add(r.target(), r.content(), r.rule()));
        return recorded;
    }

    static Recorded all(Codings codings) {
        var recorded = rejected(codings);
        codings.open().forEach(s -> recorded.add(s.entry().id(), s.content(), s.rule()));
        codings.stream().forEach(c -> c.rule().ifPresent(rule -> recorded.add(c.id(), c.content(), rule)));
        return recorded;
    }

    private void add(String id, Decision.Content content, Decision.Rule rule) {
        ids.add(id);
        byWords.computeIfAbsent(key(content, rule), k -> new ArrayList<>()).add(content.place());
    }

    /** Whether a suggestion made on a text is here. */
    boolean has(Suggestion suggestion, String text) {
        if (ids.contains(suggestion.id())) {
            return true;
        }
        var place = suggestion.place();
        for (Place was : byWords.getOrDefault(key(suggestion.content(), suggestion.rule()), List.of())) {
            if (was.digest().equals(place.digest()) ? was.span().equals(place.span()) : once(place.words(), text)) {
                return true;
            }
        }
        return false;
    }

    /** In another text only words that stand there once are surely those that were meant. */
    private static boolean once(String words, String text) {
        int first = text.indexOf(words);
        return first >= 0 && text.indexOf(words, first + 1) < 0;
    }

    private static String key(Decision.Content content, Decision.Rule rule) {
        int theme = rule.name().indexOf(": ");
        return String.join("\n", content.place().transcript(), content.theme(), theme < 0 ? rule.name() : rule.name().substring(theme + 2), content.place().words());
    }
}
