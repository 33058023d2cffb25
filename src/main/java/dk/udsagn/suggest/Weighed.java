package dk.udsagn.suggest;

import dk.udsagn.suggest.Learned.Sparse;
import java.io.Serializable;

/**
 * What speaks for a theme by its signs and by its words. The two are learned apart and their log-odds added: learned together, the few signs leave the many
 * words nothing to explain. How far the sum can be believed is learned from interviews held back.
 *
 * @param signs  weighs the signs
 * @param words  weighs the words; says nothing where no words are looked at
 * @param slope  what the sum of both is multiplied with
 * @param offset what is added
 */
record Weighed(Learned signs, Learned words, double slope, double offset) implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double[] NO_SIGNS = {};
    /** How strongly the weights of words are held at nothing: .03 to .3 did about alike on interviews not learned from. */
    private static final double HELD = 0.1;
    static final Learned.Start WORDS = new Learned.Start(NO_SIGNS, NO_SIGNS, HELD, 0);
    private static final int STEPS = 50;
    /** Newton's steps may overshoot where the chances are near 0 or 1. */
    private static final double LONGEST = 0.3;
    /** Slope and offset are held where they begin as by so many judgements. */
    private static final double DRAWN = 10;

    double sum(double[] row, Sparse vector) {
        return signs.logOdds(row, Sparse.NONE) + words.logOdds(NO_SIGNS, vector);
    }

    double score(double[] row, Sparse vector) {
        return Learned.sigmoid(slope * sum(row, vector) + offset);
    }

    /** Slope and offset with which sums tell the chance; Newton's method on two numbers. */
    Weighed believed(double[] sums, double[] right, boolean[] known) {
        double a = 1;
        double b = 0;
        for (int step = 0; step < STEPS; step++) {
            double ga = DRAWN * (a - 1);
            double gb = 0;
            double aa = DRAWN;
            double ab = 0;
            double bb = 1e-3;
            for (int i = 0; i < sums.length; i++) {
                if (known[i]) {
                    double p = Learned.sigmoid(a * sums[i] + b);
                    double w = p * (1 - p);
                    ga += (p - right[i]) * sums[i];
                    gb += p - right[i];
                    aa += w * sums[i] * sums[i];
                    ab += w * sums[i];
                    bb += w;
                }
            }
            double det = aa * bb - ab * ab;
            a -= Math.clamp((bb * ga - ab * gb) / det, -LONGEST, LONGEST);
            b -= Math.clamp((aa * gb - ab * ga) / det, -LONGEST, LONGEST);
        }
        return new Weighed(signs, words, a, b);
    }
}
