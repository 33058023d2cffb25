package dk.udsagn.suggest;

import dk.udsagn.transcript.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** A language's words of denial, doubt, hypothesis and report, by what they do: its list {@code status.txt}. */
final class Cues {
    private static final Set<String> DOES = Set.of("subject", "opener", "joiner", "glue", "relative", "content", "whether", "indefinite",
        "existential", "filler", "and", "finite", "finite-ending", "negation", "forward", "no-negation", "tag", "bare-tag", "raising",
        "denial", "denied-by", "refusal", "never", "so", "hedge", "near-hedge", "weak-negation", "no-hedge", "belief", "belief-not", "doubt",
        "if", "past", "would", "perfect", "participle-ending", "no-perfect", "counterfactual", "wish", "wish-opener", "wish-no", "saying",
        "saying-bare", "source", "self", "first", "other", "reflexive", "third", "person", "person-of");

    /** Phrases by what they do and by their first word, longest first. */
    private final Map<String, Map<String, List<String[]>>> byWork = new HashMap<>();
    /** Those of one word. */
    private final Map<String, Set<String>> single = new HashMap<>();

    private Cues() {
    }

    static Cues of(Language language) {
        var cues = new Cues();
        for (String line : language.list("status.txt")) {
            int colon = line.indexOf(':');
            String work = colon < 0 ? line : line.substring(0, colon).strip();
            if (!DOES.contains(work)) {
                throw new IllegalArgumentException("status.txt of " + language.code() + " has the unknown line \"" + line + "\"; there are " + DOES);
            }
            var phrases = cues.byWork.computeIfAbsent(work, k -> new HashMap<>());
            for (String phrase : line.substring(colon + 1).split("\\|")) {
                String[] words = phrase.strip().split(" +");
                phrases.computeIfAbsent(words[0], k -> new ArrayList<>()).add(words);
                if (words.length == 1) {
                    cues.single.computeIfAbsent(work, k -> new HashSet<>()).add(words[0]);
                }
            }
            phrases.values().forEach(list -> list.sort((a, b) -> b.length - a.length));
        }
        return cues;
    }

    /** How many words of the longest such phrase begin at a word; 0 for none. It does not run past the given end. */
    int at(String work, List<Clauses.Word> words, int at, int end) {
        if (at < 0 || at >= end) {
            return 0;
        }
        List<String[]> phrases = phrases(work).get(words.get(at).form());
        if (phrases != null) {
            for (String[] phrase : phrases) {
                if (at + phrase.length <= end && matches(phrase, words, at)) {
                    return phrase.length;
                }
            }
        }
        return 0;
    }

    /** Whether a single word is one of them. */
    boolean is(String work, String form) {
        Set<String> words = single.get(work);
        if (words == null) {
            phrases(work);
            return false;
        }
        return words.contains(form);
    }

    /** Whether a word ends in one of them and is longer than it by two letters or more; true when the language has none. */
    boolean endsIn(String work, String form) {
        var endings = phrases(work).keySet();
        return endings.isEmpty() || endings.stream().anyMatch(e -> form.endsWith(e) && form.length() > e.length() + 1);
    }

    private static boolean matches(String[] phrase, List<Clauses.Word> words, int at) {
        for (int i = 1; i < phrase.length; i++) {
            if (!words.get(at + i).form().equals(phrase[i])) {
                return false;
            }
        }
        return true;
    }

    private Map<String, List<String[]>> phrases(String work) {
        Map<String, List<String[]>> phrases = byWork.get(work);
        if (phrases == null && !DOES.contains(work)) {
            throw new NoSuchElementException("no cues do \"" + work + "\"; there are " + DOES);
        }
        return phrases == null ? Map.of() : phrases;
    }
}
