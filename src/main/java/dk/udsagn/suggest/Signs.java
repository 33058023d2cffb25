package dk.udsagn.suggest;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.codebook.Theme;
import dk.udsagn.transcript.Span;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What speaks for each theme in an answer, as numbers to be weighed. A theme and those under it are one here: {@link #roots}.
 *
 * <p>The weights to begin with were fitted (logistic regression, all six main themes together) on the sample study, {@code corpus/headspace}.
 * They agree with what an indicator's weight means: in an answer of forty words an indicator of .8 alone comes to .78, one of .6 to .56.
 */
final class Signs {
    /** log-odds of indicators in answer and question together, in thirds; answer; question; then see {@link #row}. */
    private static final double[] FIRST = {1.81, 0.89, 0.42, 0.51, 1.88, 1.01, 1.32, 1.25, -0.95, 1.37, -1.0, 0.87, 0, 0, 0, 0};
    /** The last four say where in the interview an answer stands; what that means for a theme is only learned, so it is held less. */
    private static final double[] HELD = {3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1, 1, 1, 1};
    static final Learned.Start START = new Learned.Start(FIRST, HELD, 1, -3.67);
    static final int COUNT = FIRST.length;
    /** An answer shorter than this many words says little by itself. */
    private static final int SHORT = 5;

    private final Map<String, Integer> rootOf = new TreeMap<>();
    private final List<String> roots;

    Signs(Codebook codebook) {
        var order = new LinkedHashMap<String, Integer>();
        for (Theme theme : codebook.themes()) {
            order.put(theme.id(), order.size());
            under(theme, order.size() - 1);
        }
        roots = List.copyOf(order.keySet());
    }

    private void under(Theme theme, int root) {
        rootOf.put(theme.id(), root);
        theme.themes().forEach(t -> under(t, root));
    }

    /** The themes that lie under no other, in the codebook's order. */
    List<String> roots() {
        return roots;
    }

    /** Which root a theme is or lies under, by its place in {@link #roots}; -1 for a theme the codebook has not. */
    int root(String theme) {
        return rootOf.getOrDefault(theme, -1);
    }

    /** For each answer and each root its signs. */
    double[][][] of(String text, List<Answer> answers) {
        int n = answers.size();
        double[][] own = new double[n + 1][roots.size()];
        double[][] asked = new double[n + 1][roots.size()];
        double[][] named = new double[n + 1][roots.size()];
        for (int i = 0; i < n; i++) {
            own[i] = chances(answers.get(i).own(), h -> true);
            asked[i] = chances(answers.get(i).asked(), h -> h.indicator().toAnswer());
            named[i] = chances(answers.get(i).asked(), h -> !h.indicator().toAnswer());
        }
        double[][][] signs = new double[n][roots.size()][];
        for (int i = 0; i < n; i++) {
            int before = i == 0 ? n : i - 1;
            int words = words(text, answers.get(i).turn().span());
            for (int r = 0; r < roots.size(); r++) {
                signs[i][r] = row(own[i], asked[i][r], named[i][r], own[before][r], own[i + 1][r], asked[i + 1][r], r, words, answers.get(i).position());
            }
        }
        return signs;
    }

    /** {@code own} holds the chances of all roots, the rest are for root {@code r}. */
    private static double[] row(double[] own, double asked, double named, double before, double after, double askedNext, int r, int words, double position) {
        double most = 0;
        double sum = 0;
        for (int k = 0; k < own.length; k++) {
            most = k == r ? most : Math.max(most, own[k]);
            sum += own[k];
        }
        double both = Math.min(0.98, Math.max(0.02, 1 - (1 - own[r]) * (1 - asked)));
        double length = Math.log1p(words) / 4;
        return new double[] {Math.log(both / (1 - both)) / 3, own[r], asked, named, length, before, after, askedNext, most, own[r] / (0.3 + sum),
            words < SHORT ? 1 : 0, length * own[r], position, position * position, position < 0.2 ? 1 : 0, position > 0.8 ? 1 : 0};
    }

    /** For each root the chance that at least one of its indicators is right; each indicator counts once. */
    private double[] chances(Collection<Hit> hits, Predicate<Hit> wanted) {
        double[] none = new double[roots.size()];
        Arrays.fill(none, 1);
        var best = new LinkedHashMap<String, Hit>();
        hits.stream().filter(wanted).forEach(h -> best.merge(h.indicator().name(), h, (a, b) -> a.weight() >= b.weight() ? a : b));
        best.values().forEach(h -> none[root(h.indicator().theme())] *= 1 - h.weight());
        for (int r = 0; r < none.length; r++) {
            none[r] = 1 - none[r];
        }
        return none;
    }

    private static int words(String text, Span span) {
        int words = 0;
        boolean in = false;
        for (int i = span.start(); i < span.end(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            words += in || space ? 0 : 1;
            in = !space;
        }
        return words;
    }
}
