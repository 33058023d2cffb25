package dk.udsagn.agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * The coincidence table: how often two ratings of one unit fall together, each unit weighing as many ratings as it has.
 *
 * <p>Shape: categories × categories, symmetric; each pair of ratings stands in it both ways, divided by the unit's ratings less one, so that
 * everything adds up to the pairable ratings.
 *
 * @param categories what rows and columns stand for, in order
 * @param observed   what fell together
 * @param expected   what would by chance, from the same row sums
 * @see "Krippendorff, Content Analysis, 4th ed. 2019, section 12.3"
 */
public record Coincidences(List<String> categories, List<List<Double>> observed, List<List<Double>> expected) {
    /** Copies the lists. */
    public Coincidences {
        categories = List.copyOf(categories);
        observed = observed.stream().map(List::copyOf).toList();
        expected = expected.stream().map(List::copyOf).toList();
    }

    /**
     * The coincidence table of ratings. Units rated by fewer than two coders are left out.
     *
     * @param table the ratings
     * @return all the table's categories, also those nobody used
     */
    public static Coincidences of(RatingTable table) {
        int q = table.kinds().size();
        int m = table.coders().size();
        double[][] observed = new double[q][q];
        for (int p = 0; p < table.counts().length; p++) {
            int r = 0;
            for (int g = 0; g < m; g++) {
                r += table.patterns()[p * m + g] >= 0 ? 1 : 0;
            }
            for (int g = 0; g < m && r > 1; g++) {
                for (int h = 0; h < m; h++) {
                    int a = table.patterns()[p * m + g];
                    int b = table.patterns()[p * m + h];
                    if (g != h && a >= 0 && b >= 0) {
                        observed[a][b] += table.counts()[p] / (r - 1.0);
                    }
                }
            }
        }
        double[] sums = new double[q];
        double all = 0;
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                sums[a] += observed[a][b];
                all += observed[a][b];
            }
        }
        double[][] expected = new double[q][q];
        for (int a = 0; a < q && all > 1; a++) {
            for (int b = 0; b < q; b++) {
                expected[a][b] = sums[a] * (sums[b] - (a == b ? 1 : 0)) / (all - 1);
            }
        }
        return of(table.categories(), observed, expected);
    }

    static Coincidences of(List<String> categories, double[][] observed, double[][] expected) {
        return new Coincidences(categories, lists(observed), lists(expected));
    }

    private static List<List<Double>> lists(double[][] table) {
        var rows = new ArrayList<List<Double>>();
        for (double[] row : table) {
            var list = new ArrayList<Double>();
            for (double cell : row) {
                list.add(cell);
            }
            rows.add(list);
        }
        return rows;
    }
}
