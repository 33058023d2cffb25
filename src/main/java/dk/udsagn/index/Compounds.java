package dk.udsagn.index;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The parts of a compound that no list and no dictionary has as a word: "ungerådgiver", "rådgivningssamtale". Both parts have to be known
 * words, the last one a noun or adjective; the longest last part counts. A word with a root of its own is never cut.
 */
final class Compounds {
    private static final int SHORTEST = 3;

    private final Function<String, SortedSet<String>> known;
    private final Predicate<String> nominal;
    private final Predicate<String> verbal;
    private final Set<String> unstressed;

    /**
     * @param known      terms of a known word, else none
     * @param nominal    whether a term is a noun's or an adjective's
     * @param verbal     whether a term is a verb's
     * @param unstressed words that may stand first and are no part to be found: "over", "efter"
     */
    Compounds(Function<String, SortedSet<String>> known, Predicate<String> nominal, Predicate<String> verbal, Set<String> unstressed) {
        this.known = known;
        this.nominal = nominal;
        this.verbal = verbal;
        this.unstressed = unstressed;
    }

    SortedSet<String> parts(String form) {
        for (int cut = SHORTEST; cut <= form.length() - SHORTEST; cut++) {
            SortedSet<String> head = nominals(form.substring(cut));
            if (!head.isEmpty()) {
                SortedSet<String> modifier = modifier(form.substring(0, cut), 0);
                if (modifier != null) {
                    head.addAll(modifier);
                    return head;
                }
            }
        }
        return new TreeSet<>();
    }

    private SortedSet<String> nominals(String form) {
        var terms = new TreeSet<>(known.apply(form));
        terms.removeIf(nominal.negate());
        return terms;
    }

    /** Terms of the first part, without the -s- or -e- that joins; null when it is no word. */
    private SortedSet<String> modifier(String form, int depth) {
        if (unstressed.contains(form)) {
            return new TreeSet<>();
        }
        SortedSet<String> whole = nominals(form);
        if (!whole.isEmpty()) {
            return whole;
        }
        var stem = new TreeSet<>(known.apply(form + "e"));
        stem.removeIf(verbal.negate());
        if (!stem.isEmpty()) {
            return stem;                                                 // "spisestue", "rådgivgruppe"
        }
        char last = form.charAt(form.length() - 1);
        if ((last == 's' || last == 'e') && form.length() > SHORTEST) {
            SortedSet<String> joined = nominals(form.substring(0, form.length() - 1));
            if (!joined.isEmpty()) {
                return joined;
            }
        }
        if (depth == 0 && form.length() >= 2 * SHORTEST) {               // "lavtærskel", "ungdomsuddannelses"
            for (int cut = SHORTEST; cut <= form.length() - SHORTEST; cut++) {
                SortedSet<String> first = modifier(form.substring(0, cut), 1);
                SortedSet<String> second = first == null ? null : modifier(form.substring(cut), 1);
                if (second != null && !second.isEmpty()) {
                    second.addAll(first);
                    return second;
                }
            }
        }
        return null;
    }
}
