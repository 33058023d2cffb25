package dk.udsagn.excerpt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which excerpts stand for the others: central, and different from one another.
 *
 * <p>An excerpt is seen as the beginnings of its words, five letters of each word of four or more, weighted by how few of the excerpts have them (tf-idf).
 * How central it is is its mean cosine to all the others. Excerpts are chosen one after another, each time the one with the highest
 * {@code 0.7 · centrality − 0.3 · greatest cosine to one chosen already}; the earlier in the text wins a tie. When some excerpts are contrary and none of
 * them was chosen, the most central of them takes the last place. Nothing is left to chance.
 *
 * @see "Carbonell and Goldstein, The use of MMR, diversity-based reranking for reordering documents and producing summaries, SIGIR 1998 (λ = 0.7)"
 */
final class Representative {
    private static final double LAMBDA = 0.7;
    private static final int BEGINNING = 5;
    private static final int SHORTEST = 4;
    /** Beyond so many the first ones stand for all: the table of likenesses is quadratic. */
    private static final int MOST = 400;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Representative() {
    }

    /** The chosen ones, the best first. */
    static List<Excerpt> of(List<Excerpt> all, int n) {
        var excerpts = all.subList(0, Math.min(all.size(), MOST));
        if (n >= excerpts.size() && excerpts.size() <= 1 || n <= 0) {
            return excerpts.subList(0, Math.min(Math.max(n, 0), excerpts.size()));
        }
        double[][] like = likenesses(excerpts);
        double[] central = new double[excerpts.size()];
        for (int i = 0; i < central.length; i++) {
            for (int j = 0; j < central.length; j++) {
                central[i] += i == j ? 0 : like[i][j] / (central.length - 1);
            }
        }
        var chosen = new ArrayList<Integer>();
        while (chosen.size() < Math.min(n, excerpts.size())) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < central.length; i++) {
                int candidate = i;
                double score = LAMBDA * central[i] - (1 - LAMBDA) * chosen.stream().mapToDouble(c -> like[candidate][c]).max().orElse(0);
                if (!chosen.contains(i) && score > most) {
                    best = i;
                    most = score;
                }
            }
            chosen.add(best);
        }
        if (chosen.size() > 1 && chosen.stream().noneMatch(i -> excerpts.get(i).contrary())) {
            var contrary = new ArrayList<Integer>();
            for (int i = 0; i < central.length; i++) {
                if (excerpts.get(i).contrary()) {
                    contrary.add(i);
                }
            }
            contrary.stream().max(Comparator.<Integer>comparingDouble(i -> central[i]).thenComparing(Comparator.reverseOrder())).ifPresent(i -> chosen.set(chosen.size() - 1, i));
        }
        return chosen.stream().map(excerpts::get).toList();
    }

    private static double[][] likenesses(List<Excerpt> excerpts) {
        var bags = new ArrayList<Map<String, Double>>();
        var in = new HashMap<String, Integer>();
        for (Excerpt e : excerpts) {
            var bag = beginnings(e.words());
            bag.keySet().forEach(b -> in.merge(b, 1, Integer::sum));
            bags.add(bag);
        }
        for (var bag : bags) {
            bag.replaceAll((b, n) -> n * Math.log((1.0 + excerpts.size()) / in.get(b)));
            double length = Math.sqrt(bag.values().stream().mapToDouble(x -> x * x).sum());
            bag.replaceAll((b, x) -> length == 0 ? 0 : x / length);
        }
        double[][] like = new double[bags.size()][bags.size()];
        for (int i = 0; i < like.length; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (var entry : bags.get(i).entrySet()) {
                    sum += entry.getValue() * bags.get(j).getOrDefault(entry.getKey(), 0.0);
                }
                like[i][j] = sum;
                like[j][i] = sum;
            }
        }
        return like;
    }

    private static Map<String, Double> beginnings(String words) {
        var bag = new TreeMap<String, Double>();
        WORD.matcher(words).results().map(r -> r.group().toLowerCase(Locale.ROOT)).filter(word -> word.length() >= SHORTEST)
            .forEach(word -> bag.merge(word.substring(0, Math.min(BEGINNING, word.length())), 1.0, Double::sum));
        return bag;
    }

    /** The chosen ones in their order, as many whole excerpts as fit; the first always does. */
    static List<Excerpt> bounded(List<Excerpt> all, int n, int words) {
        if (n >= all.size() && words == Integer.MAX_VALUE) {
            return all;
        }
        var fits = new ArrayList<Excerpt>();
        int sum = 0;
        for (Excerpt e : of(all, n)) {
            int more = SpokenWords.count(e.words());
            if (fits.isEmpty() || sum + more <= words) {
                fits.add(e);
                sum += more;
            }
        }
        Set<Excerpt> kept = new HashSet<>(fits);
        return all.stream().filter(kept::contains).toList();
    }
}
