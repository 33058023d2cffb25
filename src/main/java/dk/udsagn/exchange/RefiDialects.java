package dk.udsagn.exchange;

import dk.udsagn.exchange.RefiProject.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Works out from the selections how a program counted: each dialect there can be is tried on all of them. A selection that carries its own
 * words as a name (ATLAS.ti, QualCoder) must stand on them; any selection should begin and end where words do (people select words) and lie
 * in the text. Each of these is weighed as the logarithm of how often it holds in the right dialect and in a wrong one.
 */
final class RefiDialects {
    static final List<Dialect> ALL = all();
    /** A way of counting that is at least this probable may be the right one. */
    private static final double RIVAL = 0.01;
    private static final int SHORTEST_NAME = 6;

    private final double[] evidence = new double[ALL.size()];
    private final int[] fitting = new int[ALL.size()];
    private final int[] off = new int[ALL.size()];
    private final long[] places = new long[ALL.size()];
    private int selections;
    private boolean anyMark;
    private boolean anyCrlf;

    private static List<Dialect> all() {
        var all = new ArrayList<Dialect>();
        for (boolean endWithin : new boolean[] {false, true}) {
            for (boolean markCounts : new boolean[] {false, true}) {
                for (int lineEnd = 1; lineEnd <= 2; lineEnd++) {
                    all.add(new Dialect(Dialect.Unit.CODE_POINT, lineEnd, markCounts, endWithin));
                    all.add(new Dialect(Dialect.Unit.UTF_16, lineEnd, markCounts, endWithin));
                }
            }
        }
        return List.copyOf(all);
    }

    static int start(RefiText text, Selection s, Dialect dialect) {
        return text.at(s.start(), dialect, false);
    }

    static int end(RefiText text, Selection s, Dialect dialect) {
        return s.end().isEmpty() ? text.text.length() : text.at(s.end().get() + (dialect.endWithin() && !s.edges() ? 1 : 0), dialect, true);
    }

    /** Takes in what the selections of one text say. */
    void add(RefiTrial one) {
        selections += one.selections();
        anyMark |= one.hasMark();
        anyCrlf |= one.hasCrlf();
        for (int d = 0; d < ALL.size(); d++) {
            evidence[d] += one.evidence(d);
            fitting[d] += one.fitting(d);
            off[d] += one.off(d);
            places[d] = places[d] * 0x9E3779B97F4A7C15L + one.places(d);
        }
    }

    /**
     * The dialect in which a selection stands on the words it names, letter by letter, for one that does not in the dialect chosen: QualCoder counts what was marked by hand as Qt does, in
     * UTF-16, and what it found itself in code points. Null when there is none, or when its words may be a name by chance.
     */
    static Dialect named(RefiText text, Selection s) {
        if (s.name().length() < SHORTEST_NAME || s.edges() || !text.hasPairs() && !text.mark && text.text.indexOf('\n') < 0) {
            return null;
        }
        return ALL.stream().filter(d -> RefiName.same(s.name(), text.text, start(text, s, d), end(text, s, d))).findFirst().orElse(null);
    }

    /** How probable each dialect is, relative to the best: what all selections together say, with what is known of the program. */
    private double[] weights(String origin) {
        double[] weight = new double[ALL.size()];
        for (int d = 0; d < ALL.size(); d++) {
            weight[d] = evidence[d] + prior(ALL.get(d), origin.toLowerCase(Locale.ROOT));
        }
        return weight;
    }

    /** The dialects that may be right though another was chosen, and come to other places: a tie, or nearly one. */
    List<Dialect> rivals(String origin, Dialect chosen) {
        double[] weight = weights(origin);
        int c = ALL.indexOf(chosen);
        var rivals = new ArrayList<Dialect>();
        var seen = new ArrayList<Long>(List.of(places[c]));
        for (int d = 0; d < ALL.size(); d++) {
            if (weight[d] > weight[c] + Math.log(RIVAL) && !seen.contains(places[d])) {
                seen.add(places[d]);
                rivals.add(ALL.get(d));
            }
        }
        return rivals;
    }

    /** What all selections together say, with what is known of the program. */
    Dialect.Guess guess(String origin) {
        int best = 0;
        double[] weight = weights(origin);
        for (int d = 0; d < ALL.size(); d++) {
            best = weight[d] > weight[best] ? d : best;
        }
        double all = 0;
        double same = 0;
        for (int d = 0; d < ALL.size(); d++) {
            double p = Math.exp(weight[d] - weight[best]);
            all += p;
            same += places[d] == places[best] ? p : 0;
        }
        return new Dialect.Guess(ALL.get(best), same / all, selections, fitting[best], off[best]);
    }

    /** A dialect somebody settled on, with what the selections say to it. */
    Dialect.Guess given(Dialect dialect) {
        int d = ALL.indexOf(dialect);
        return new Dialect.Guess(dialect, 1, selections, fitting[d], off[d]);
    }

    /** The dialect that a single text speaks plainly for against the one of the file as a whole; that one where it does not. */
    static Dialect ofOne(double[] here, Dialect whole) {
        int best = ALL.indexOf(whole);
        double bar = here[best] + 15;
        for (int d = 0; d < here.length; d++) {
            if (here[d] > bar) {
                best = d;
                bar = here[d];
            }
        }
        return ALL.get(best);
    }

    /**
     * What is known before looking: no program seen names the last character, or counts the mark; NVivo and ATLAS.ti as measured on their files, QualCoder as its
     * source says. A program that writes LF hardly counts it as two.
     */
    private double prior(Dialect d, String origin) {
        if (origin.startsWith("udsagn")) {
            return d.equals(Dialect.STANDARD) ? 0 : -25;
        }
        double units = origin.contains("nvivo") ? 0.9 : origin.contains("qualcoder") ? 0.05 : 0.4;
        double two = !anyCrlf ? 0.1 : origin.contains("nvivo") ? 0.9 : origin.contains("atlas") || origin.contains("qualcoder") ? 0.1 : 0.5;
        return Math.log(d.unit() == Dialect.Unit.UTF_16 ? units : 1 - units) + Math.log(d.lineEnd() == 2 ? two : 1 - two)
            + Math.log(d.endWithin() ? 0.03 : 0.97) + Math.log(d.markCounts() ? anyMark ? 0.1 : 0.01 : 0.9);
    }
}
