package dk.udsagn.agreement;

import java.util.SplittableRandom;

/**
 * Numbers of successes in independent trials, drawn in constant time and the same on every machine.
 *
 * @see "Hörmann 1993, The generation of binomial random variates, Journal of Statistical Computation and Simulation 46, algorithm BTRS; below ten expected successes by inversion"
 */
final class Binomial {
    private static final double HALF_LOG_TWO_PI = .5 * StrictMath.log(2 * Math.PI);

    private Binomial() {
    }

    /** How many of n trials succeed, each with chance p, above 0 and below 1. */
    static int draw(SplittableRandom random, int n, double p) {
        if (p > .5) {
            return n - draw(random, n, 1 - p);
        }
        return n * p < 10 ? inverted(random, n, p) : rejected(random, n, p);
    }

    private static int inverted(SplittableRandom random, int n, double p) {
        double odds = p / (1 - p);
        double chance = StrictMath.pow(1 - p, n);
        double u = random.nextDouble();
        int x = 0;
        while (u > chance && x < n) {
            u -= chance;
            x++;
            chance *= (n - x + 1) * odds / x;
        }
        return x;
    }

    /** Constants are the source's. */
    private static int rejected(SplittableRandom random, int n, double p) {
        double spread = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * spread;
        double a = -.0873 + .0248 * b + .01 * p;
        double alpha = (2.83 + 5.1 / b) * spread;
        double logOdds = StrictMath.log(p / (1 - p));
        int mode = (int) ((n + 1) * p);
        double h = logFactorial(mode) + logFactorial(n - mode);
        while (true) {
            double v = random.nextDouble();
            double u = random.nextDouble() - .5;
            double us = .5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + n * p + .5);
            if (k < 0 || k > n) {
                continue;
            }
            if (us >= .07 && v <= .92 - 4.2 / b || StrictMath.log(v * alpha / (a / (us * us) + b)) <= h - logFactorial((int) k) - logFactorial(n - (int) k) + (k - mode) * logOdds) {
                return (int) k;
            }
        }
    }

    /** Stirling's series, below ten the sum itself; off by less than 1e-11. */
    private static double logFactorial(int n) {
        if (n < 10) {
            double product = 1;
            for (int i = 2; i <= n; i++) {
                product *= i;
            }
            return StrictMath.log(product);
        }
        double x = n;
        return (x + .5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI + 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1260 * x * x * x * x * x);
    }
}
