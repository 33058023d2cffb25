package dk.udsagn.agreement;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * Krippendorff's first alpha for unitizing, by squared distances of boundaries. It was revised in 2016 because it does not behave as
 * expected with more than two coders: new work should report {@link UnitizingAlpha}.
 *
 * <p>Observed and expected are the source's disagreements, not bounded by 1. Categories are looked at one by one, so that a coder's
 * segments of different categories may overlap. Cost: n log n in the segments.
 *
 * @see "Krippendorff 1995, On the reliability of unitizing contiguous data, Sociological Methodology 25; with the expected disagreement of
 *     Content Analysis, 2nd ed. 2004, section 11.6"
 */
public final class AlphaU {
    private AlphaU() {
    }

    /**
     * alpha_U over all categories: 1 - the sum of observed over the sum of expected disagreements.
     *
     * @param continuum what coders marked
     * @return the value with the mean disagreements of a category, or undefined when there are not two coders, nobody marked anything or
     *     everybody marked everything
     */
    public static Coefficient of(Continuum continuum) {
        int q = continuum.categories().size();
        double observed = 0;
        double expected = 0;
        for (int k = 0; k < q; k++) {
            int[][][] units = units(continuum, k);
            observed += observed(continuum, units);
            expected += expected(continuum, units);
        }
        return coefficient(continuum, observed / q, expected / q);
    }

    /**
     * alpha_U of one category.
     *
     * @param continuum what coders marked
     * @param category  the category
     * @return the value, or undefined when there are not two coders or everybody marked everything as it
     * @throws NoSuchElementException if nobody used the category
     */
    public static Coefficient ofCategory(Continuum continuum, String category) {
        int k = continuum.categories().indexOf(category);
        if (k < 0) {
            throw new NoSuchElementException("nobody marked anything as \"" + category + "\"; there is " + continuum.categories());
        }
        int[][][] units = units(continuum, k);
        return coefficient(continuum, observed(continuum, units), expected(continuum, units));
    }

    private static Coefficient coefficient(Continuum continuum, double observed, double expected) {
        if (continuum.coders().size() < 2) {
            return new Coefficient.Undefined("agreement needs two coders; there is " + continuum.coders().size());
        }
        if (continuum.categories().isEmpty()) {
            return new Coefficient.Undefined("nobody marked anything");
        }
        return KrippendorffAlpha.ofDisagreement(observed, expected, continuum.length());
    }

    /** Coder to segments of the category, each start and end, by place. */
    private static int[][][] units(Continuum continuum, int category) {
        return continuum.marked().stream().map(list -> list.stream().filter(s -> s.category() == category)
            .map(s -> new int[] {s.start(), s.end()}).toArray(int[][]::new)).toArray(int[][][]::new);
    }

    private static double observed(Continuum continuum, int[][][] units) {
        double sum = 0;
        int m = units.length;
        for (int g = 0; g < m; g++) {
            for (int h = 0; h < g; h++) {
                sum += between(units[g], units[h]);
            }
        }
        double length = continuum.length();
        return 2 * sum / (m * (m - 1.0) * length * length);
    }

    /** Segments that meet differ by the squares of how far their boundaries are apart; one that meets none, by the square of its length. */
    private static double between(int[][] a, int[][] b) {
        double sum = 0;
        boolean[] metA = new boolean[a.length];
        boolean[] metB = new boolean[b.length];
        for (int i = 0, j = 0; i < a.length && j < b.length;) {
            if (a[i][0] < b[j][1] && b[j][0] < a[i][1]) {
                sum += square(a[i][0] - b[j][0]) + square(a[i][1] - b[j][1]);
                metA[i] = true;
                metB[j] = true;
            }
            if (a[i][1] <= b[j][1]) {
                i++;
            } else {
                j++;
            }
        }
        return sum + lonely(a, metA) + lonely(b, metB);
    }

    private static double lonely(int[][] units, boolean[] met) {
        double sum = 0;
        for (int i = 0; i < units.length; i++) {
            sum += met[i] ? 0 : square(units[i][1] - units[i][0]);
        }
        return sum;
    }

    private static double expected(Continuum continuum, int[][][] units) {
        double[] gaps = Arrays.stream(units).flatMapToDouble(list -> Arrays.stream(gaps(list, continuum.length()))).sorted().toArray();
        double[] above = new double[gaps.length + 1];
        for (int i = gaps.length - 1; i >= 0; i--) {
            above[i] = above[i + 1] + gaps[i];
        }
        double n = Arrays.stream(units).mapToInt(list -> list.length).sum();
        double sum = 0;
        double self = 0;
        for (int[] unit : Arrays.stream(units).flatMap(Arrays::stream).toList()) {
            double l = unit[1] - (double) unit[0];
            int first = firstAtLeast(gaps, l);
            double room = above[first] - (gaps.length - first) * (l - 1);
            sum += (n - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * room;
            self += l * (l - 1);
        }
        double all = (double) units.length * continuum.length();
        return 2 / (double) continuum.length() * sum / (all * (all - 1) - self);
    }

    private static double[] gaps(int[][] units, int length) {
        double[] gaps = new double[units.length + 1];
        int at = 0;
        for (int i = 0; i < units.length; i++) {
            gaps[i] = units[i][0] - at;
            at = units[i][1];
        }
        gaps[units.length] = length - at;
        return gaps;
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double square(double x) {
        return x * x;
    }
}
