package dk.udsagn.index;

import dk.udsagn.transcript.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A language's inflection read backwards: what a form may be a form of. Says what grammar allows, not what there is. */
final class Inflection {
    /** A dictionary form with the class it would need to have: V, A, N, or NE for a noun with a plural in -e; weak for the past of a weak verb. */
    record Candidate(String lemma, String kind, boolean weak) {
        Candidate(String lemma, String kind) {
            this(lemma, kind, false);
        }
    }

    private record Rule(String kind, String ending, String put) {
        boolean isVerb() {
            return kind.startsWith("V");
        }

        boolean isWeak() {
            return kind.equals("VW");
        }
    }

    private static final String VOWELS = "aeiouyæøåéöäü";
    /** By the last letter of the ending: a form meets few of them. */
    private final Map<Character, List<Rule>> rules = new HashMap<>();
    private final Map<String, String[]> guesses = new HashMap<>();

    Inflection(Language language) {
        for (String line : language.list("inflection.txt")) {
            String[] cells = line.split("\t", -1);
            rules.computeIfAbsent(cells[1].charAt(cells[1].length() - 1), c -> new ArrayList<>()).add(new Rule(cells[0], cells[1], cells[2].strip()));
        }
        for (String line : language.list("guess.txt")) {
            String[] cells = line.split("\t", -1);
            guesses.put(cells[0], cells[1].split("\\|", -1));
        }
    }

    boolean isKnown() {
        return !rules.isEmpty();
    }

    /** What the form may be a form of; not the form itself. */
    Set<Candidate> candidates(String form) {
        var candidates = new LinkedHashSet<Candidate>();
        add(form, candidates, "");
        String owner = withoutGenitive(form);
        if (!owner.equals(form)) {
            candidates.add(new Candidate(owner, "N"));
            candidates.add(new Candidate(owner, "NE"));
            add(owner, candidates, "N");
        }
        return candidates;
    }

    private void add(String form, Set<Candidate> candidates, String only) {
        if (form.isEmpty()) {
            return;
        }
        for (Rule rule : rules.getOrDefault(form.charAt(form.length() - 1), List.of())) {
            if (rule.kind.startsWith(only) && form.endsWith(rule.ending) && form.length() > rule.ending.length()) {
                String rest = form.substring(0, form.length() - rule.ending.length());
                if (rule.put.startsWith("=")) {
                    if (rule.put.length() == 1 ? isVowel(rest.charAt(rest.length() - 1)) : rest.endsWith(rule.put.substring(1))) {
                        candidates.add(new Candidate(rest, rule.kind.substring(0, rule.isVerb() ? 1 : rule.kind.length()), rule.isWeak()));
                    }
                } else if (rule.isVerb()) {
                    verb(rest, rule, candidates);
                } else {
                    nominal(rest, rule, candidates);
                }
            }
        }
    }

    private static void verb(String rest, Rule rule, Set<Candidate> candidates) {
        candidates.add(new Candidate(rest + rule.put, "V", rule.isWeak()));
        if (rule.ending.startsWith("t") && !isDouble(rest) && !isVowel(rest.charAt(rest.length() - 1))) {
            candidates.add(new Candidate(rest + rest.charAt(rest.length() - 1) + rule.put, "V", rule.isWeak()));      // "stemte", "stemme"
        }
    }

    private static void nominal(String rest, Rule rule, Set<Candidate> candidates) {
        boolean foreign = rule.put.equals("um") || rule.put.equals("us");
        if ((foreign || rule.put.equals("et")) && rest.chars().noneMatch(c -> isVowel((char) c))) {
            return;                                                         // "skuffede" is "skuffet", "lede" is no "let", "rerne" no "rum"
        }
        candidates.add(new Candidate(rest + rule.put, rule.kind));
        if (rule.put.equals("er")) {
            candidates.add(new Candidate(rest + rest.charAt(rest.length() - 1) + rule.put, rule.kind));     // "numre", "nummer"
        }
        if (isDouble(rest)) {
            candidates.add(new Candidate(rest.substring(0, rest.length() - 1) + rule.put, rule.kind));
        }
        int n = rest.length();
        if (n >= 3 && "lnr".indexOf(rest.charAt(n - 1)) >= 0 && !isVowel(rest.charAt(n - 2)) && rule.ending.startsWith("e")) {
            candidates.add(new Candidate(rest.substring(0, n - 1) + "e" + rest.charAt(n - 1) + rule.put, rule.kind));
            candidates.add(new Candidate(rest.substring(0, n - 1) + rest.charAt(n - 2) + "e" + rest.charAt(n - 1) + rule.put, rule.kind));
        }
    }

    /** "Danmarks" is Danmark's; words in -us, -is, -ss are left alone. */
    static String withoutGenitive(String form) {
        int n = form.length();
        if (form.endsWith("'s")) {
            return form.substring(0, n - 2);
        }
        if (form.endsWith("'")) {
            return form.substring(0, n - 1);
        }
        return n > 3 && form.endsWith("s") && "sui".indexOf(form.charAt(n - 2)) < 0 ? form.substring(0, n - 1) : form;
    }

    /** The dictionary form, where the ending leaves no doubt, as "-heden" does not; empty where it does. */
    Set<String> certain(String form) {
        for (int cut = Math.max(2, form.length() - 8); cut <= form.length() - 3; cut++) {
            String[] puts = guesses.get(form.substring(cut));
            if (puts != null) {
                return puts.length == 1 && puts[0].length() > 1 ? guess(form) : Set.of();
            }
        }
        return Set.of();
    }

    /** What a word that nobody knows may be a form of, by its ending; never empty. */
    Set<String> guess(String form) {
        var found = new LinkedHashSet<String>();
        for (int cut = Math.max(2, form.length() - 8); cut < form.length(); cut++) {
            String[] puts = guesses.get(form.substring(cut));
            if (puts != null) {
                String rest = form.substring(0, cut);
                for (String put : puts) {
                    found.add(switch (put.isEmpty() ? ' ' : put.charAt(0)) {
                        case '.' -> form;
                        case '~' -> (isDouble(rest) ? rest.substring(0, rest.length() - 1) : rest) + put.substring(1);
                        case '^' -> (isDouble(rest) || isVowel(rest.charAt(cut - 1)) ? rest : rest + rest.charAt(cut - 1)) + put.substring(1);
                        default -> rest + put;
                    });
                }
                return found;
            }
        }
        return Set.of(form);
    }

    private static boolean isDouble(String rest) {
        int n = rest.length();
        return n >= 3 && rest.charAt(n - 1) == rest.charAt(n - 2) && !isVowel(rest.charAt(n - 1));
    }

    static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }
}
