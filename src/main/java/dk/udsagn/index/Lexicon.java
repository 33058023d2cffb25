package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tartarus.snowball.SnowballStemmer;

/**
 * What a language knows of a word form: spoken form, irregular form, root in the dictionary, rules, in this order. Immutable, safe for
 * many threads, and slow: ask it through {@link WordMemo}.
 */
final class Lexicon {
    private final Map<String, String> spoken = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Map<String, SortedSet<String>> irregular = new HashMap<>();
    private final Optional<Roots> roots;
    private final String stemmer;

    Lexicon(Language language, Optional<Roots> roots) {
        this.roots = roots;
        this.stemmer = language.words().get("stemmer");
        for (String line : language.list("spoken.txt")) {
            String[] cells = line.split("\t");
            spoken.put(cells[0], cells[1]);
            if (cells.length > 2) {
                tags.put(cells[0], cells[2]);
            }
        }
        for (String line : language.list("irregular.txt")) {
            String[] cells = line.split("\t");
            irregular.computeIfAbsent(cells[0], f -> new TreeSet<>()).add(cells[0]);
            for (String form : cells[1].split(" ")) {
                irregular.computeIfAbsent(form, f -> new TreeSet<>()).add(cells[0]);
            }
        }
    }

    /** The form's terms and parts; never without a term. */
    Word look(String form) {
        return new Word(form, terms(form), new TreeSet<>());
    }

    /** Forms that are a tag question at the end of a clause, to the term they then have. */
    Map<String, String> tags() {
        return tags;
    }

    /** Whether the list of spoken forms has it, apostrophe included. */
    boolean isSpoken(String form) {
        return spoken.containsKey(form);
    }

    private SortedSet<String> terms(String form) {
        String said = spoken.get(form);
        if (said != null && !said.equals(form)) {
            return terms(said);
        }
        SortedSet<String> listed = irregular.get(form);
        if (listed != null) {
            return listed;
        }
        List<String> found = roots.map(r -> r.of(form)).orElse(List.of());
        return new TreeSet<>(found.isEmpty() ? Set.of(stem(form)) : Set.copyOf(found));
    }

    private String stem(String form) {
        SnowballStemmer snowball = stemmer();
        String repaired = "Danish".equals(stemmer) && form.length() > 5 && form.endsWith("ede") ? form.substring(0, form.length() - 3) : form;
        snowball.setCurrent(repaired);
        snowball.stem();
        String stem = snowball.getCurrent();
        return stem.isEmpty() ? form : stem;
    }

    private SnowballStemmer stemmer() {
        try {
            return (SnowballStemmer) Class.forName("org.tartarus.snowball.ext." + stemmer + "Stemmer").getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("language.properties names a stemmer that Snowball does not have: " + stemmer, e);
        }
    }

    /** Names the chain and what it was built from. */
    String version() {
        return "1" + roots.map(r -> "+" + r.version()).orElse("");
    }
}
