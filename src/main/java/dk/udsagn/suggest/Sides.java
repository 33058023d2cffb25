package dk.udsagn.suggest;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.suggest.Learned.Sparse;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Which side an answer takes on a theme: whether it takes one at all, and which. What indicators found, denial turned round, is the start;
 * how people coded it is learned.
 *
 * @param none     tells the chance that it takes none
 * @param positive tells the chance that it is positive, if it takes one
 */
record Sides(Learned none, Learned positive) implements Serializable {
    static final int COUNT = 3;
    private static final double[] HELD = {0.5, 0.5, 0.5};
    private static final Learned.Start NONE = new Learned.Start(new double[] {-2, -2, 3}, HELD, 0.3, 0);
    private static final Learned.Start POSITIVE = new Learned.Start(new double[] {4, -4, 0}, HELD, 0.3, 0);
    private static final int FEWEST = 5;
    /** This near the middle, with words for both sides, both are meant. */
    private static final double ALIKE = 0.03;

    /** Chance that at least one of what was found is right: for, against, neither. */
    static double[] row(List<Hit> hits) {
        double[] not = {1, 1, 1};
        var best = new LinkedHashMap<String, Hit>();
        hits.forEach(h -> best.merge(h.indicator().name() + ' ' + h.polarity(), h, (a, b) -> a.weight() >= b.weight() ? a : b));
        for (Hit hit : best.values()) {
            int side = hit.polarity() == Polarity.POSITIVE ? 0 : hit.polarity() == Polarity.NEGATIVE ? 1 : 2;
            not[side] *= 1 - hit.weight();
        }
        return new double[] {1 - not[0], 1 - not[1], 1 - not[2]};
    }

    static Sides of(List<Lesson> lessons, Optional<Wordings> wordings, int root, Signs signs) {
        double[] none = new double[lessons.size()];
        double[] positive = new double[lessons.size()];
        double[] known = new double[lessons.size()];
        double[] sided = new double[lessons.size()];
        for (int i = 0; i < none.length; i++) {
            var laid = new ArrayList<Polarity>();
            lessons.get(i).polarity().forEach((theme, polarity) -> {
                if (signs.root(theme) == root) {
                    laid.add(polarity);
                }
            });
            if (!laid.isEmpty()) {
                Polarity one = laid.getFirst();
                known[i] = 1;
                none[i] = one == Polarity.NEUTRAL ? 1 : 0;
                sided[i] = one == Polarity.NEUTRAL ? 0 : 1;
                positive[i] = one == Polarity.POSITIVE ? 1 : one == Polarity.MIXED ? 0.5 : 0;
            }
        }
        return new Sides(learn(NONE, lessons, wordings, root, none, known, lessons.stream().mapToDouble(l -> Told.neutral(l.told())).toArray()),
            learn(POSITIVE, lessons, wordings, root, positive, sided, lessons.stream().mapToDouble(l -> Told.positive(l.told())).toArray()));
    }

    private static Learned learn(Learned.Start start, List<Lesson> lessons, Optional<Wordings> wordings, int root, double[] right, double[] weight,
                                 double[] told) {
        if (Arrays.stream(weight).sum() < FEWEST) {
            return start.unchanged();
        }
        List<Sparse> vectors = wordings.map(Wordings::vectors).orElse(Collections.nCopies(right.length, Sparse.NONE));
        return Learned.from(start, lessons.stream().map(l -> l.sides()[root]).toList(), vectors, right, weight, told, wordings.map(Wordings::dimensions).orElse(0));
    }

    /** For a person to review. */
    Polarity polarity(double[] row, Sparse words, double[] told) {
        if (none.logOdds(row, words) + Told.neutral(told) > 0) {
            return Polarity.NEUTRAL;
        }
        double chance = Learned.sigmoid(positive.logOdds(row, words) + Told.positive(told));
        if (row[0] > 0 && row[1] > 0 && Math.abs(chance - 0.5) < ALIKE) {
            return Polarity.MIXED;
        }
        return chance >= 0.5 ? Polarity.POSITIVE : Polarity.NEGATIVE;
    }
}
