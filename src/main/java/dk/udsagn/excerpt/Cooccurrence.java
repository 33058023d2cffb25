package dk.udsagn.excerpt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two themes that are said together.
 *
 * @param theme    id of the first theme, the earlier one in the matrix
 * @param other    id of the second
 * @param together how often they are together: turns that hold both, or excerpts of the one theme that meet one of the other, whichever theme has fewer of these
 * @param first    how often the first occurs, in the same unit
 * @param second   how often the second occurs
 */
public record Cooccurrence(String theme, String other, int together, int first, int second) {
    /**
     * How much of the two themes' occurrences is shared: {@code together / (first + second − together)}.
     *
     * @return 0 to 1; 1 when neither ever occurs without the other
     * @see "the c-coefficient of ATLAS.ti, which is Jaccard's index; counted so that it cannot pass 1"
     */
    public double coefficient() {
        return (double) together / (first + second - together);
    }

    private record At(String transcript, int turn) {
    }

    /**
     * Pairs of themes by nearness.
     *
     * @param matrix the cases
     * @param within empty for excerpts that share words; 0 for turns that hold both; n for excerpts that begin at most n turns apart
     * @return pairs that are together at least once, the highest coefficient first, then by the matrix's order
     * @throws IllegalArgumentException if {@code within} is negative
     */
    static List<Cooccurrence> of(FrameworkMatrix matrix, Optional<Integer> within) {
        if (within.orElse(0) < 0) {
            throw new IllegalArgumentException("themes cannot be within " + within.get() + " turns of each other; 0 or more will do");
        }
        boolean byTurn = within.isPresent() && within.get() == 0;
        var first = new HashMap<String, Integer>();
        var met = new LinkedHashMap<String, Map<String, Integer>>();      // theme → other theme → units of the theme that meet the other
        for (CaseSummary c : matrix.cases()) {
            var byTranscript = new LinkedHashMap<String, List<Excerpt>>();
            c.themes().forEach(t -> t.excerpts().forEach(e -> byTranscript.computeIfAbsent(e.transcript(), k -> new ArrayList<>()).add(e)));
            byTranscript.values().forEach(excerpts -> {
                excerpts.sort(Comparator.comparing(Excerpt::span));
                if (byTurn) {
                    turns(excerpts, first, met);
                } else {
                    excerpts(excerpts, within, first, met);
                }
            });
        }
        var pairs = new ArrayList<Cooccurrence>();
        var themes = matrix.themes();
        for (int i = 0; i < themes.size(); i++) {
            for (int j = i + 1; j < themes.size(); j++) {
                String a = themes.get(i);
                String b = themes.get(j);
                int together = Math.min(met.getOrDefault(a, Map.of()).getOrDefault(b, 0), met.getOrDefault(b, Map.of()).getOrDefault(a, 0));
                if (together > 0) {
                    pairs.add(new Cooccurrence(a, b, together, first.get(a), first.get(b)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Cooccurrence::coefficient).reversed());
        return pairs;
    }

    private static void turns(List<Excerpt> excerpts, Map<String, Integer> first, Map<String, Map<String, Integer>> met) {
        var at = new LinkedHashMap<At, Set<String>>();
        excerpts.forEach(e -> at.computeIfAbsent(new At(e.transcript(), e.turn()), k -> new HashSet<>()).add(e.theme()));
        at.values().forEach(themes -> themes.forEach(a -> {
            first.merge(a, 1, Integer::sum);
            themes.stream().filter(b -> !b.equals(a)).forEach(b -> met.computeIfAbsent(a, k -> new HashMap<>()).merge(b, 1, Integer::sum));
        }));
    }

    private static void excerpts(List<Excerpt> excerpts, Optional<Integer> within, Map<String, Integer> first, Map<String, Map<String, Integer>> met) {
        var meets = new ArrayList<Set<String>>();
        excerpts.forEach(e -> meets.add(new HashSet<>()));
        for (int i = 0; i < excerpts.size(); i++) {
            Excerpt a = excerpts.get(i);
            first.merge(a.theme(), 1, Integer::sum);
            for (int j = i + 1; j < excerpts.size(); j++) {
                Excerpt b = excerpts.get(j);
                if (within.isPresent() ? b.turn() - a.turn() > within.get() : b.span().start() >= a.span().end()) {
                    break;
                }
                if (!a.theme().equals(b.theme())) {
                    meets.get(i).add(b.theme());
                    meets.get(j).add(a.theme());
                }
            }
        }
        for (int i = 0; i < meets.size(); i++) {
            String a = excerpts.get(i).theme();
            meets.get(i).forEach(b -> met.computeIfAbsent(a, k -> new HashMap<>()).merge(b, 1, Integer::sum));
        }
    }
}
