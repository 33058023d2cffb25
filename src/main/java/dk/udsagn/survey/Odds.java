package dk.udsagn.survey;

import dk.udsagn.survey.Quantity.Range;
import dk.udsagn.survey.SampleCheck.Chance;
import java.math.BigDecimal;

/** Exact probabilities of small samples. */
final class Odds {
    private Odds() {
    }

    /**
     * How probable it is that of {@code n} drawn by chance at least, or at most, {@code k} are of a group.
     *
     * @param share 0 to 1, for all values the printed one can stand for
     * @param base  how many there are to draw from: without replacement when it is known, else with
     */
    static Chance of(int k, int n, Range share, Quantity base, boolean atLeast) {
        if (base instanceof Quantity.Exact(BigDecimal value) && value.intValueExact() >= n) {
            int all = value.intValueExact();
            int least = (int) Math.ceil(share.low() * all - 1e-9);
            int most = (int) Math.floor(share.high() * all + 1e-9);
            if (least <= most) {
                double a = tail(k, n, least, all, atLeast);
                double b = tail(k, n, most, all, atLeast);
                return new Chance.Exact(new Range(Math.min(a, b), Math.max(a, b)), true);
            }
        }
        double a = tail(k, n, share.low(), atLeast);
        double b = tail(k, n, share.high(), atLeast);
        return new Chance.Exact(new Range(Math.min(a, b), Math.max(a, b)), false);
    }

    /** Binomial. */
    static double tail(int k, int n, double p, boolean atLeast) {
        double sum = 0;
        for (int i = atLeast ? k : 0; i <= (atLeast ? n : k); i++) {
            sum += choose(n, i) * Math.pow(p, i) * Math.pow(1 - p, n - i);
        }
        return Math.min(1, sum);
    }

    /** Hypergeometric: {@code group} of {@code all} are of the group. */
    static double tail(int k, int n, int group, int all, boolean atLeast) {
        double sum = 0;
        for (int i = atLeast ? k : 0; i <= (atLeast ? n : k); i++) {
            double p = 1;                       // C(group, i) C(all - group, n - i) / C(all, n), factor by factor: nothing overflows
            for (int j = 0; j < n; j++) {
                p *= (j < i ? (double) (group - j) : (double) (all - group - (j - i))) / (all - j);
            }
            sum += Math.max(0, p) * choose(n, i);
        }
        return Math.min(1, sum);
    }

    private static double choose(int n, int k) {
        double c = 1;
        for (int i = 0; i < k; i++) {
            c = c * (n - i) / (i + 1);
        }
        return c;
    }
}
