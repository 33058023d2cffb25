package dk.udsagn;

import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.suggest.Suggestion;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people turned down. It is not proposed again as long as the rule's words and the passage are the same, also when the transcript was
 * edited elsewhere, or when the theme became part of another.
 */
final class Rejections {
    private final Set<String> ids = new HashSet<>();
    private final Map<String, List<Decision.Rejected>> byWords = new HashMap<>();

    Rejections(Codings codings) {
        for (Decision.Rejected rejected : codings.rejected()) {
            ids.add(rejected.target());
            byWords.computeIfAbsent(key(rejected.content(), rejected.rule()), k -> new ArrayList<>()).add(rejected);
        }
    }

    boolean cover(Suggestion suggestion, Transcript transcript) {
        if (ids.contains(suggestion.id())) {
            return true;
        }
        var place = suggestion.place();
        for (Decision.Rejected rejected : byWords.getOrDefault(key(suggestion.content(), suggestion.rule()), List.of())) {
            var was = rejected.content().place();
            if (was.digest().equals(place.digest()) ? was.span().equals(place.span()) : once(place.words(), transcript.text())) {
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
