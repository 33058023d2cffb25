package dk.udsagn.suggest;

import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * A suggestion with what a person's decision on it would teach: most where the score is in doubt, and where its rule and its words have
 * been decided on least.
 *
 * @param <T>         what kind of suggestion
 * @param suggestion  the suggestion
 * @param uncertainty 1 at a score of a half, 0 at 0 and 1: {@code 4·s·(1−s)}
 * @param novelty     {@code 1/(1+n)}, n counting suggestions of the same rule, and again those on the same words, that were decided on or
 *                    stand before it in the list
 * @see "Settles, Active Learning, 2012, sections 2.3 (uncertainty) and 4.2 (density and diversity)"
 */
public record Informative<T>(T suggestion, double uncertainty, double novelty) {
    /** What a decision is worth where the score leaves no doubt: so that novelty still orders those. */
    private static final double LEAST = 0.02;

    /**
     * How much a decision teaches.
     *
     * @return 0 to 1
     */
    public double value() {
        return (LEAST + (1 - LEAST) * uncertainty) * novelty;
    }

    /**
     * Orders suggestions, the most informative first. Always the same for the same suggestions and codings. Cost: n log n, a little more where
     * many share a rule.
     *
     * @param suggestions in any order
     * @param decided     what has been accepted and rejected
     * @return all of them; of equals the one that stands first in transcripts and text
     */
    public static List<Informative<Suggestion>> order(Collection<Suggestion> suggestions, Codings decided) {
        return order(suggestions, Suggestion::content, Suggestion::rule, Suggestion::id, decided);
    }

    /**
     * Orders recorded suggestions that nobody has decided on.
     *
     * @param codings what the decisions come to
     * @return {@link Codings#open()}, the most informative first
     */
    public static List<Informative<Decision.Suggested>> open(Codings codings) {
        return order(codings.open(), Decision.Suggested::content, Decision.Suggested::rule, s -> s.entry().id(), codings);
    }

    private static <T> List<Informative<T>> order(Collection<T> suggestions, Function<T, Decision.Content> content, Function<T, Decision.Rule> rule,
                                                  Function<T, String> id, Codings decided) {
        var seen = new HashMap<String, Integer>();
        decided.rejected().forEach(r -> count(r.content(), r.rule(), seen));
        decided.stream().forEach(c -> c.rule().ifPresent(r -> count(c.content(), r, seen)));
        Comparator<Informative<T>> best = Comparator.<Informative<T>>comparingDouble(Informative::value).reversed()
            .thenComparing(i -> content.apply(i.suggestion).place().transcript()).thenComparing(i -> content.apply(i.suggestion).place().span())
            .thenComparing(i -> content.apply(i.suggestion).theme()).thenComparing(i -> id.apply(i.suggestion));
        var queue = new PriorityQueue<>(Math.max(1, suggestions.size()), best);
        suggestions.forEach(s -> queue.add(now(s, content.apply(s), rule.apply(s), seen)));
        var ordered = new ArrayList<Informative<T>>(suggestions.size());
        while (!queue.isEmpty()) {                              // novelty only falls: one that is still as good as it was is the best
            Informative<T> first = queue.poll();
            Decision.Content its = content.apply(first.suggestion);
            Informative<T> fresh = now(first.suggestion, its, rule.apply(first.suggestion), seen);
            if (fresh.novelty < first.novelty) {
                queue.add(fresh);
            } else {
                ordered.add(fresh);
                count(its, rule.apply(first.suggestion), seen);
            }
        }
        return List.copyOf(ordered);
    }

    private static <T> Informative<T> now(T suggestion, Decision.Content content, Decision.Rule rule, Map<String, Integer> seen) {
        int before = seen.getOrDefault(rule.name(), 0) + seen.getOrDefault(words(content), 0);
        return new Informative<>(suggestion, 4 * rule.score() * (1 - rule.score()), 1.0 / (1 + before));
    }

    private static void count(Decision.Content content, Decision.Rule rule, Map<String, Integer> seen) {
        seen.merge(rule.name(), 1, Integer::sum);
        seen.merge(words(content), 1, Integer::sum);
    }

    /** A line feed keeps words from being taken for a rule. */
    private static String words(Decision.Content content) {
        return "\n" + content.theme() + "\n" + content.place().words().strip().toLowerCase(Locale.ROOT);
    }
}
