package dk.udsagn.suggest;

import dk.udsagn.suggest.Learned.Sparse;
import java.io.Serializable;

/**
 * What speaks for a theme by its signs and by its words, to which belongs what weights of words tell. The two are learned apart and their log-odds added: learned together, the few signs leave the many
 * words nothing to explain. Words count more: indicators fit the interviews they were written with in mind better than any others, words fit all those not
 * learned from alike. How far the sum can be believed is learned from interviews held back.
 *
 * @param signs  weighs the signs
 * @param words  weighs the words; says nothing where no words are looked at
 * @param share  how much words count, 0 to 1, the signs counting the rest
 * @param slope  what the sum of both is multiplied with
 * @param offset what is added
 */
record Weighed(Learned signs, Learned words, double share, double slope, double offset) implements Serializable {
    private static final long serialVersionUID = 1;
    static final double[] NO_SIGNS = {};
    /** How strongly the weights of words are held at nothing: .2 to 1.7 did about alike on interviews not learned from. */
    private static final double HELD = 0.5;
    /** How much words count where they are looked at: .6 and .7 did about alike on interviews not learned from, .5 and less worse. */
    static final double SHARE = 0.7;
    /** What the chance is where nobody has coded and only weights of words are known beside the signs: fitted on the sample study. */
    private static final double TOLD_SLOPE = 1.46;
    private static final double TOLD_OFFSET = -1.05;
    static final Learned.Start WORDS = new Learned.Start(NO_SIGNS, NO_SIGNS, HELD, 0);
    private static final int STEPS = 50;
    /** Newton's steps may overshoot where the chances are near 0 or 1. */
    private static final double LONGEST = 0.3;
    /** Slope and offset are held where they begin as by so many judgements. */
    private static final double DRAWN = 10;

    /** More is never less likely. */
    private static final double FLATTEST = 0.01;

    /** {@code told} is what weights of words say by themselves. */
    double sum(double[] row, Sparse vector, double told) {
        return (1 - share) * signs.logOdds(row, Sparse.NONE) + share * (words.logOdds(NO_SIGNS, vector) + told);
    }

    double score(double[] row, Sparse vector, double told) {
        return score(sum(row, vector, told));
    }

    /** The chance that a sum means. */
    double score(double sum) {
        return Learned.sigmoid(slope * sum + offset);
    }

    /** Where no interviews tell better: the chance is what the signs alone say it is. */
    static Weighed usual(boolean worded, boolean told) {
        double share = worded ? SHARE : 0;
        return told && worded ? new Weighed(Signs.START.unchanged(), WORDS.unchanged(), share, TOLD_SLOPE, TOLD_OFFSET)
            : new Weighed(Signs.START.unchanged(), WORDS.unchanged(), share, 1 / (1 - share), 0);
    }

    /** Slope and offset with which sums tell the chance; Newton's method on two numbers. */
    Weighed believed(double[] sums, double[] right, boolean[] known) {
        double a = slope;
        double b = offset;
        for (int step = 0; step < STEPS; step++) {
            double ga = DRAWN * (a - slope);
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
        return new Weighed(signs, words, share, Math.max(FLATTEST, a), b);
    }
}
