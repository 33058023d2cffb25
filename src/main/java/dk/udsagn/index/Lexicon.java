package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.tartarus.snowball.SnowballStemmer;

/**
 * What a language knows of a word form: spoken form, words that do not inflect, irregular form, own common words, roots in the dictionary,
 * inflection like the word it ends in, and rules, in this order. Immutable, safe for many threads, and slow: ask it through {@link WordMemo}.
 */
final class Lexicon {
    private static final String CHAIN = "5";
    private static final Set<String> AFTER_APOSTROPHE = Set.of("s", "e", "en", "ens", "et", "ets", "er", "ers", "ere", "erne", "ernes", "ene", "ede", "t");
    private static final int LONGEST_REMEMBERED = 10;
    private static final int MOST_REMEMBERED = 50_000;

    private final Map<String, String> spoken = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Irregular irregular;
    /** Words of closed classes, each with its term. */
    private final Map<String, String> closed = new HashMap<>();
    private final Set<String> prefixes = new HashSet<>();
    private final Vocabulary vocabulary;
    private final Inflection inflection;
    private final Optional<Roots> roots;
    private final String stemmer;
    private final Compounds compounds;
    private final Map<String, SortedSet<String>> parts = new ConcurrentHashMap<>();

    Lexicon(Language language, Optional<Roots> roots) {
        this.roots = roots;
        this.stemmer = language.words().get("stemmer");
        this.vocabulary = new Vocabulary(language);
        this.inflection = new Inflection(language);
        language.list("prefixes.txt").forEach(line -> prefixes.addAll(List.of(line.split(" "))));
        this.irregular = new Irregular(language, roots, prefixes, vocabulary);
        this.compounds = new Compounds(form -> closed.containsKey(form) ? new TreeSet<>() : knownPart(form),
            term -> vocabulary.has(term, "N") || vocabulary.has(term, "A") || irregular.has(term) && !irregular.isVerb(term)
                || roots.isPresent() && (roots.get().isNominal(term) || roots.get().isWrittenOut(term) && !isInfinitive(term, roots.get())),
            term -> vocabulary.has(term, "V") || irregular.isVerb(term) || roots.isPresent() && roots.get().isVerb(term), prefixes);
        for (String line : language.list("closed.txt")) {
            for (String paradigm : line.split(" ")) {
                String[] forms = paradigm.split("/");
                List.of(forms).forEach(form -> closed.put(form, forms[0]));
            }
        }
        for (String line : language.list("spoken.txt")) {
            String[] cells = line.split("\t");
            spoken.put(cells[0], cells[1]);
            if (cells.length > 2) {
                tags.put(cells[0], cells[2]);
            }
        }
    }

    /** The form's terms and parts; never without a term. */
    Word look(String form) {
        String said = spokenAs(form);
        if (said != null && said.indexOf(' ') > 0) {
            var terms = new TreeSet<String>();
            List.of(said.split(" ")).forEach(one -> terms.addAll(look(one).terms()));
            return new Word(form, terms, new TreeSet<>());                  // "li'" is "lige" or "lide"
        }
        String written = said == null ? form : said;
        if (!inflection.isKnown()) {
            return new Word(form, new TreeSet<>(Set.of(stem(written))), new TreeSet<>());
        }
        int apostrophe = written.lastIndexOf('\'');
        if (apostrophe > 1 && said == null && AFTER_APOSTROPHE.contains(written.substring(apostrophe + 1))) {
            Word plain = look(written.substring(0, apostrophe));
            return new Word(form, plain.terms(), plain.parts());            // "sms'er", "IF's"
        }
        int hyphen = written.lastIndexOf('-');
        if (hyphen > 0 && hyphen < written.length() - 1) {
            return hyphenated(form, written, hyphen);
        }
        String accentless = written.replace('é', 'e');
        if (!accentless.equals(written) && !closed.containsKey(accentless) && !irregular.has(accentless)) {
            Word plain = look(accentless);                                  // the accent may be left out: "ideen", "idé"
            return new Word(form, plain.terms(), plain.parts());
        }
        SortedSet<String> known = known(written);
        return known.isEmpty() ? new Word(form, unknown(written), compounds.parts(written)) : new Word(form, known, new TreeSet<>());
    }

    /** Forms that are a tag question at the end of a clause, to the term they then have. */
    Map<String, String> tags() {
        return tags;
    }

    /** Whether the list of spoken forms has it, apostrophe included. */
    boolean isSpoken(String form) {
        return spokenAs(form) != null;
    }

    /** What is written for a form that is in the list, or that drops the last letter of "-ig" as in "rigti'"; null for any other. */
    private String spokenAs(String form) {
        String written = spoken.get(form);
        if (written == null && form.length() > 4 && form.endsWith("i'")) {
            String whole = form.substring(0, form.length() - 1) + "g";
            return closed.containsKey(whole) || vocabulary.has(whole, "A") || roots.isPresent() && roots.get().isEntry(whole) ? whole : null;
        }
        return written;
    }

    /** Names the chain and what it was built from. */
    String version() {
        return CHAIN + roots.map(r -> "+" + r.version()).orElse("");
    }

    /** The last part inflects. */
    private Word hyphenated(String form, String written, int hyphen) {
        String before = written.substring(0, hyphen + 1);
        var terms = new TreeSet<String>();
        var parts = new TreeSet<String>();
        look(written.substring(hyphen + 1)).terms().forEach(term -> {
            terms.add(before + term);
            parts.add(term);
        });
        for (String part : before.split("-")) {
            if (!part.isEmpty()) {
                parts.addAll(look(part).terms());
            }
        }
        return new Word(form, terms, parts);
    }

    /** As {@link #known}, for parts of words, which are asked for again and again. */
    private SortedSet<String> knownPart(String form) {
        if (form.length() > LONGEST_REMEMBERED) {
            return known(form);
        }
        SortedSet<String> before = parts.get(form);
        if (before == null) {
            before = Collections.unmodifiableSortedSet(known(form));
            if (parts.size() < MOST_REMEMBERED) {
                parts.put(form, before);
            }
        }
        return before;
    }

    /** Terms of a form that a list or the dictionary knows; empty when none does. */
    private SortedSet<String> known(String form) {
        if (closed.containsKey(form)) {
            return new TreeSet<>(Set.of(closed.get(form)));
        }
        boolean common = vocabulary.has(form);
        var terms = new TreeSet<String>(irregular.of(form));
        String owner = terms.isEmpty() ? Inflection.withoutGenitive(form) : form;
        if (!irregular.isVerb(owner) && !closed.containsKey(owner)) {
            terms.addAll(irregular.of(owner));   // "mødrenes"
        }
        boolean irregularNominal = !terms.isEmpty() && !irregular.isVerb(form);
        terms.addAll(irregular.passive(form));
        boolean listed = common || !terms.isEmpty();
        if (common) {
            terms.add(form);
        }
        boolean nominal = common;
        Set<Inflection.Candidate> candidates = inflection.candidates(form);
        for (Inflection.Candidate candidate : candidates) {
            boolean verb = candidate.kind().equals("V");
            boolean other = !listed || (common ? verb != vocabulary.has(form, "V") || candidate.kind().equals("A") && (!vocabulary.has(form, "A") || form.endsWith("igere")) : verb);
            if (other && !isElse(form, candidate) && vocabulary.has(candidate.lemma(), candidate.kind())) {
                terms.add(candidate.lemma());
                nominal |= !verb;
            }
        }
        boolean derived = terms.isEmpty() && terms.addAll(irregular.derived(form));
        if (terms.isEmpty()) {
            terms.addAll(irregular.imperative(form));
        }
        if (roots.isPresent()) {
            fromDictionary(form, roots.get(), terms, nominal || irregularNominal, candidates);
            for (Inflection.Candidate candidate : candidates) {
                if (candidate.lemma().endsWith("us") && candidate.kind().equals("N") && !roots.get().isNominal(form) && roots.get().isEntry(candidate.lemma())) {
                    terms.add(candidate.lemma());                           // "kurser" is "kursus" as well as "kurs"
                }
            }
        } else if (!terms.isEmpty() && !derived && form.endsWith("er")) {
            terms.add(form);                                                // "taber" may be one who does it
        }
        if (terms.isEmpty() || roots.isPresent() && terms.equals(Set.of(form)) && !common && roots.get().isWrittenOut(form) && !roots.get().isNominal(form)) {
            for (String infinitive : List.of(form + "e", form + form.charAt(form.length() - 1) + "e")) {
                if (vocabulary.has(infinitive, "V")) {
                    terms.add(infinitive);                                  // "prøv"
                }
            }
        }
        return terms;
    }

    /** Whether the dictionary makes the form of another word than the weak verb of the candidate: "lånet" of "lån", for "låne" makes "lånt". */
    private boolean isElse(String form, Inflection.Candidate candidate) {
        if (!candidate.weak() || roots.isEmpty()) {
            return false;
        }
        if (irregular.isVerb(candidate.lemma()) && roots.get().isNominal(form)) {
            return true;                                                    // "rygte" is no past of "ryge"
        }
        List<String> known = roots.get().isVerb(candidate.lemma()) ? roots.get().of(form) : List.of();
        return !known.isEmpty() && !known.contains(candidate.lemma());
    }

    /** What the dictionary adds: everything where the lists are silent, else only nouns and adjectives where the lists have none. */
    private void fromDictionary(String form, Roots dictionary, Set<String> terms, boolean listedNominal, Set<Inflection.Candidate> candidates) {
        boolean nominal = dictionary.isNominal(form);
        if (!terms.isEmpty()) {
            if ((!listedNominal || form.endsWith("er")) && nominal || dictionary.isVerb(form)) {
                terms.add(form);                                            // "køber" is no plural of "køb" alone
            }
            if (!listedNominal) {
                dictionary.of(form).stream().map(Normal::form).filter(root -> form.startsWith(root) && dictionary.isNominal(root)).forEach(terms::add);
            }
            if (form.endsWith("ede") && dictionary.isWrittenOut(form) && dictionary.isWrittenOut(form.substring(0, form.length() - 1))) {
                terms.add(form.substring(0, form.length() - 1));            // "fremmede" is not only what "fremme" was
            }
            return;
        }
        if (isAdjectiveInEn(form, dictionary)) {
            terms.add(form);                                                // "erfaren", which is no "erfar" that one knows of
            return;
        }
        for (Inflection.Candidate candidate : candidates) {
            if (form.endsWith("e") && isAdjectiveInEn(candidate.lemma(), dictionary)) {
                terms.add(candidate.lemma());
                return;
            }
        }
        for (String root : dictionary.of(form)) {
            String plain = Normal.form(root);
            boolean imperative = plain.length() > form.length() && plain.startsWith(form) && dictionary.isVerb(plain);
            if (!closed.containsKey(plain) && !(imperative && nominal)) {
                terms.add(plain);
            }
        }
        if (dictionary.isWrittenOut(form)) {
            boolean any = false;
            for (Inflection.Candidate candidate : candidates) {
                if (dictionary.isEntry(candidate.lemma()) && !closed.containsKey(candidate.lemma())) {
                    terms.add(candidate.lemma());
                    any = true;
                }
            }
            if (any && !nominal && !isInfinitive(form, dictionary) && !isAdjective(form, dictionary)) {
                terms.remove(form);
            }
        }
    }

    private static boolean isInfinitive(String form, Roots dictionary) {
        return Inflection.isVowel(form.charAt(form.length() - 1)) && (dictionary.isVerb(form) || !dictionary.of(form + "r").isEmpty());
    }

    /** Whether it is written out in the dictionary as "erfaren, erfarent, erfarne" is. */
    private static boolean isAdjectiveInEn(String form, Roots dictionary) {
        int n = form.length() - 2;
        return n > 2 && form.endsWith("en") && dictionary.isWrittenOut(form) && dictionary.isEntry(form + "t")
            && (dictionary.isEntry(form.substring(0, n) + "ne") || dictionary.isEntry(form.substring(0, n - 1) + "ne"));
    }

    private static boolean isAdjective(String form, Roots dictionary) {
        return form.endsWith("t") && dictionary.isEntry(form + "e");
    }

    /** By an ending that leaves no doubt, else like the known word it ends in, else by any ending. */
    private SortedSet<String> unknown(String form) {
        Set<String> certain = inflection.certain(form);
        if (!certain.isEmpty()) {
            return new TreeSet<>(certain);
        }
        for (int cut = form.startsWith("u") ? 1 : 2; cut <= form.length() - 4; cut++) {
            String before = form.substring(0, cut);
            String head = form.substring(cut);
            SortedSet<String> found = closed.containsKey(head) || (head.length() < 6 ? !isModifier(before) : !isPronounceable(before)) ? new TreeSet<>() : knownPart(head);
            if (!found.isEmpty()) {
                var terms = new TreeSet<String>();
                found.forEach(term -> terms.add(before + term));
                if (form.endsWith("er") && found.contains(head.substring(0, head.length() - 1))) {
                    terms.add(form);                                        // "tilhænger" may be one who does it
                } else if (form.endsWith("et") && found.contains(head.substring(0, head.length() - 1))) {
                    terms.add(form.substring(0, form.length() - 2));        // "klagenævnet" need not be done
                }
                return terms;
            }
        }
        var terms = new TreeSet<String>();
        for (String guess : inflection.guess(form)) {
            if (guess.equals(form) || !vocabulary.has(guess)) {             // a known word would have been found if the form were one of its forms
                terms.add(guess);
            }
        }
        return terms.isEmpty() ? new TreeSet<>(Set.of(form)) : terms;
    }

    private static boolean isPronounceable(String before) {
        return before.chars().anyMatch(c -> Inflection.isVowel((char) c));
    }

    /** Whether the first part of a compound is a word, perhaps with the -s- or -e- that joins. */
    private boolean isModifier(String before) {
        return prefixes.contains(before) || !knownPart(before).isEmpty()
            || before.length() > 3 && (before.endsWith("s") || before.endsWith("e")) && !knownPart(before.substring(0, before.length() - 1)).isEmpty();
    }

    private String stem(String form) {
        SnowballStemmer snowball = stemmer();
        snowball.setCurrent(form);
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
}
