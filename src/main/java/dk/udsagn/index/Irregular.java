package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Forms that no rule makes, and what is behind them when something stands before: "foretrak" is "foretrække", as "trak" is "trække". */
final class Irregular {
    private static final SortedSet<String> NONE = Collections.emptySortedSet();

    private final Map<String, SortedSet<String>> all = new HashMap<>();
    private final Map<String, SortedSet<String>> verbs = new HashMap<>();
    private final int longest;
    private final Optional<Roots> roots;
    private final Set<String> prefixes;
    private final Vocabulary vocabulary;

    Irregular(Language language, Optional<Roots> roots, Set<String> prefixes, Vocabulary vocabulary) {
        this.roots = roots;
        this.vocabulary = vocabulary;
        this.prefixes = prefixes;
        for (String line : language.list("irregular.txt")) {
            String[] cells = line.split("\t");
            for (String form : (cells[0] + " " + cells[1]).split(" ")) {
                all.computeIfAbsent(form, f -> new TreeSet<>()).add(cells[0]);
                if (cells.length > 2) {
                    verbs.computeIfAbsent(form, f -> new TreeSet<>()).add(cells[0]);
                }
            }
        }
        longest = all.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    boolean has(String form) {
        return all.containsKey(form);
    }

    private boolean isPrefixed(String form) {
        for (String prefix : prefixes) {
            if (form.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    boolean isVerb(String form) {
        return verbs.containsKey(form);
    }

    /** Dictionary forms of a form in the list; not to be changed. */
    SortedSet<String> of(String form) {
        return all.getOrDefault(form, NONE);
    }

    /** What was done in the past: "beskreves", "lagdes"; "gades" is of "gade", and "ledes" what "lede" says better than "lide". */
    SortedSet<String> passive(String form) {
        var found = new TreeSet<String>();
        if (form.length() > 4 && form.endsWith("es") && !isNominal(form.substring(0, form.length() - 1))) {
            String weak = form.substring(0, form.length() - 1);
            String strong = form.substring(0, form.length() - 2);
            found.addAll(verbs.getOrDefault(weak, NONE));
            found.addAll(found.isEmpty() ? prefixed(weak) : NONE);
            if (found.isEmpty() && !isInfinitive(weak)) {
                found.addAll(verbs.getOrDefault(strong, NONE));
                found.addAll(found.isEmpty() ? prefixed(strong) : NONE);
            }
        }
        return found;
    }

    private boolean isNominal(String word) {
        return vocabulary.has(word, "N") || roots.isPresent() && roots.get().isNominal(word);
    }

    private boolean isInfinitive(String word) {
        return vocabulary.has(word, "V") || roots.isPresent() && roots.get().isVerb(word);
    }

    /** "skyd", unless it is a noun. */
    SortedSet<String> imperative(String form) {
        var found = new TreeSet<String>();
        if (form.length() > 1 && (roots.isEmpty() || !roots.get().isNominal(form))) {
            for (String infinitive : List.of(form + "e", form + form.charAt(form.length() - 1) + "e")) {
                if (verbs.getOrDefault(infinitive, NONE).contains(infinitive)) {
                    found.add(infinitive);
                } else if (isPrefixed(form) && prefixed(infinitive).contains(infinitive)) {
                    found.add(infinitive);                                  // "forbyd"
                    if (roots.isEmpty()) {
                        found.add(form);                                    // "anlæg" may be a noun for all that the lists know
                    }
                }
            }
        }
        return found;
    }

    /** What is behind an irregular form with something before it, or with the ending of a participle's plural. */
    SortedSet<String> derived(String form) {
        SortedSet<String> found = prefixed(form);
        if (found.isEmpty() && form.endsWith("te") && !isOwn(form)) {         // "ødelagte", "brudte"
            String participle = form.substring(0, form.length() - 1);
            found.addAll(verbs.getOrDefault(participle, NONE));
            found.addAll(found.isEmpty() ? prefixed(participle) : NONE);
        }
        if (found.isEmpty() && form.length() > 4 && !isOwn(form) && (form.endsWith("ne") || form.endsWith("en"))) {         // "foretrukne", "foretrukken": "foretrukket"
            String rest = form.substring(0, form.length() - 2);
            for (String participle : List.of(rest + "et", rest + rest.charAt(rest.length() - 1) + "et")) {
                for (String lemma : verbs.getOrDefault(participle, NONE)) {
                    found.add(lemma);
                }
                found.addAll(prefixed(participle));
            }
        }
        return found;
    }

    /** Whether a list or the dictionary inflects the form as a word of its own: "sammenligne" is no "sammenligge". */
    private boolean isOwn(String form) {
        for (String prefix : prefixes) {
            if (form.startsWith(prefix) && vocabulary.has(form.substring(prefix.length()), "V")) {
                return true;
            }
        }
        return vocabulary.has(form, "V") || roots.isPresent() && (roots.get().isNominal(form) || roots.get().isVerb(form));
    }

    private SortedSet<String> prefixed(String form) {
        var found = new TreeSet<String>();
        for (int cut = Math.max(1, form.length() - longest); cut <= form.length() - 3 && found.isEmpty(); cut++) {
            String rest = form.substring(cut);
            SortedSet<String> lemmas = all.get(rest);
            if (lemmas == null) {
                continue;
            }
            String prefix = form.substring(0, cut);
            for (String lemma : verbs.getOrDefault(rest, NONE)) {
                boolean compound = form.length() > 6 && isEntry(prefix) && !(lemma.equals(rest) && rest.length() < 4);      // "hollandske" is no "ske"
                if (isEntry(prefix + lemma) ? compound || prefixes.contains(prefix) : prefixes.contains(prefix) && !isElse(form)) {
                    found.add(prefix + lemma);
                }
            }
            for (String lemma : rest.length() > 3 ? lemmas : NONE) {
                if (!lemma.equals(rest) && !verbs.containsKey(rest) && (isEntry(prefix + lemma) || isEntry(form) && isEntry(prefix))) {
                    found.add(prefix + lemma);                              // "hovedkræfterne", "hovedkraft"
                }
            }
        }
        if (!found.isEmpty() && form.endsWith("er") && roots.isEmpty()) {
            found.add(form);                                                // "tilhænger" may be one who does it
        }
        return found;
    }

    /** Whether the dictionary has the form without anything irregular in it: "tiltalt" is "tiltale", and there is no "tiltælle". */
    private boolean isElse(String form) {
        return roots.isPresent() && !roots.get().of(form).isEmpty();
    }

    private boolean isEntry(String word) {
        return roots.isPresent() && roots.get().isEntry(word);
    }
}
