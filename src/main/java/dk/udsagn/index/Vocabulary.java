package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which dictionary forms there are, and of what class: the library's own common words. */
final class Vocabulary {
    private final Map<String, Set<String>> kinds = new HashMap<>();

    Vocabulary(Language language) {
        for (String line : language.list("lexemes.txt")) {
            String[] cells = line.split("\t");
            for (String lemma : cells[1].split(" ")) {
                kinds.computeIfAbsent(lemma, l -> new HashSet<>()).add(cells[0]);
            }
        }
    }

    boolean has(String lemma) {
        return kinds.containsKey(lemma);
    }

    /** Whether the lemma is of the class; every noun with a plural in -e is a noun. */
    boolean has(String lemma, String kind) {
        Set<String> all = kinds.getOrDefault(lemma, Set.of());
        return all.contains(kind) || kind.equals("N") && all.contains("NE");
    }
}
