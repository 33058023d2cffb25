package dk.udsagn.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * How much two different categories count as agreement: 1 for the same, 0 for the furthest apart.
 *
 * <p>Categories that are all numbers are weighted by their size, others by their place in the declared order; where they have neither,
 * a weighted coefficient is undefined.
 *
 * @see "Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014, section 3.5"
 */
public final class Weights {
    /** Only the same category is agreement. */
    public static final Weights IDENTITY = new Weights("identity", (x, y, r) -> x == y ? 0 : 1);
    /** Agreement falls with the distance (Cicchetti and Allison 1971). */
    public static final Weights LINEAR = new Weights("linear", (x, y, r) -> Math.abs(x - y) / (r[1] - r[0]));
    /** Agreement falls with the square of the distance (Fleiss and Cohen 1973). */
    public static final Weights QUADRATIC = new Weights("quadratic", (x, y, r) -> square((x - y) / (r[1] - r[0])));
    /** Agreement falls with the number of pairs of categories between the two, counted in ranks. */
    public static final Weights ORDINAL = new Weights("ordinal", null);
    /** Agreement falls with the square root of the distance. */
    public static final Weights RADICAL = new Weights("radical", (x, y, r) -> Math.sqrt(Math.abs(x - y) / (r[1] - r[0])));
    /** Agreement falls with the square of the distance over the sum. */
    public static final Weights RATIO = new Weights("ratio", (x, y, r) -> square((x - y) / (x + y)) / square((r[1] - r[0]) / (r[1] + r[0])));
    /** The last category is next to the first, as with hours of the day. */
    public static final Weights CIRCULAR = new Weights("circular", (x, y, r) -> square(Math.sin(Math.PI * (x - y) / (r[1] - r[0] + 1))));
    /** Distance counts more near the two ends of the scale. */
    public static final Weights BIPOLAR = new Weights("bipolar", (x, y, r) ->
        x == y ? 0 : square(x - y) / ((x + y - 2 * r[0]) * (2 * r[1] - x - y)));

    private final String name;
    private final Distance distance;
    private final ToDoubleBiFunction<String, String> own;

    private interface Distance {
        double between(double x, double y, double[] range);
    }

    private Weights(String name, Distance distance) {
        this(name, distance, null);
    }

    private Weights(String name, Distance distance, ToDoubleBiFunction<String, String> own) {
        this.name = name;
        this.distance = distance;
        this.own = own;
    }

    /**
     * Weights of one's own.
     *
     * @param weight for two different categories how much they agree, 0 to 1, the same both ways; the same category counts 1
     * @return the weights
     */
    public static Weights of(ToDoubleBiFunction<String, String> weight) {
        return new Weights("own", null, weight);
    }

    private static double square(double x) {
        return x * x;
    }

    /** Why there are none for these categories, if so. */
    Optional<String> obstacle(Categories categories) {
        var values = categories.values();
        if (this == RATIO && values.isPresent() && Arrays.stream(values.get()).anyMatch(v -> v < 0)) {
            return Optional.of("ratio weights need numbers of 0 or more; there are " + categories.names());
        }
        if (this == IDENTITY || own != null || categories.ordered() || values.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(name + " weights need an order: categories that are numbers, or an order declared by withCategories; there are "
            + categories.names());
    }

    /** For each two categories how much they agree; null for identity, which needs no table. */
    double[][] matrix(Categories categories) {
        if (this == IDENTITY) {
            return null;
        }
        int q = categories.size();
        double[] values = new double[q];
        for (int i = 0; i < q; i++) {
            values[i] = i + 1;
        }
        if (this != ORDINAL) {
            values = categories.values().orElse(values);
        }
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double value : values) {
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
        }
        double[][] weights = new double[q][q];
        double furthest = 0;
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                weights[i][j] = i == j ? 0 : between(categories, values, range, i, j);
                furthest = Math.max(furthest, weights[i][j]);
            }
        }
        boolean scaled = this == ORDINAL || this == CIRCULAR || this == BIPOLAR;
        for (double[] row : weights) {
            for (int j = 0; j < q; j++) {
                row[j] = 1 - (scaled && furthest > 0 ? row[j] / furthest : row[j]);
            }
        }
        return weights;
    }

    private double between(Categories categories, double[] values, double[] range, int i, int j) {
        if (own != null) {
            String a = categories.names().get(i);
            String b = categories.names().get(j);
            double weight = own.applyAsDouble(a, b);
            if (!(weight >= 0 && weight <= 1) || weight != own.applyAsDouble(b, a)) {
                throw new IllegalArgumentException("the weight of \"" + a + "\" and \"" + b + "\" is " + weight + "; it needs to be 0 to 1 and the same both ways");
            }
            return 1 - weight;
        }
        if (this == ORDINAL) {
            int steps = Math.abs(i - j) + 1;
            return steps * (steps - 1) / 2.0;
        }
        return values[i] == values[j] ? 0 : distance.between(values[i], values[j], range);
    }

    @Override public String toString() {
        return name;
    }
}
