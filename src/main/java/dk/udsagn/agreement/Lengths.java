package dk.udsagn.agreement;

/**
 * A coincidence table of lengths, and what each category's segments would contribute by meeting themselves.
 *
 * @param observed lengths of intersections between coders, both ways, divided by the coders less one
 * @param self     for each category the sum of squared lengths of its segments; gaps count each character on its own
 */
record Lengths(double[][] observed, double[] self) {
    static double sum(double[] row) {
        double sum = 0;
        for (double cell : row) {
            sum += cell;
        }
        return sum;
    }

    double total() {
        double total = 0;
        for (double[] row : observed) {
            total += sum(row);
        }
        return total;
    }

    /** Equation 33 of the source: products of the row sums, less what a segment would share with itself. */
    double[][] expected() {
        int q = observed.length;
        double total = total();
        double[][] expected = new double[q][q];
        double below = total - sum(self) / total;
        for (int c = 0; c < q && below > 0; c++) {
            for (int k = 0; k < q; k++) {
                expected[c][k] = (sum(observed[c]) * sum(observed[k]) - (c == k ? self[c] : 0)) / below;
            }
        }
        return expected;
    }

    /** 1 - observed / expected disagreement. */
    Coefficient alpha(int units, String unvaried) {
        double seen = 0;
        double chance = 0;
        double[][] expected = expected();
        int used = 0;
        for (int c = 0; c < observed.length; c++) {
            used += sum(observed[c]) > 0 ? 1 : 0;
            for (int k = 0; k < observed.length; k++) {
                seen += c == k ? 0 : observed[c][k];
                chance += c == k ? 0 : expected[c][k];
            }
        }
        if (used < 2) {
            return new Coefficient.Undefined(unvaried + ", so there is no variation to agree on");
        }
        return KrippendorffAlpha.ofDisagreement(seen / total(), chance / total(), units);
    }
}
