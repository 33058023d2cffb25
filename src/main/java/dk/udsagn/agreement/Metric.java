package dk.udsagn.agreement;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * How far apart two ratings are, for Krippendorff's alpha. Where the source speaks of a squared difference, this is the square.
 *
 * @see "Krippendorff, Content Analysis, 4th ed. 2019, section 12.3.4; Computing Krippendorff's Alpha-Reliability (2011)"
 */
public final class Metric {
    /** 0 for the same category, 1 for any two different ones. */
    public static final Metric NOMINAL = new Metric("nominal");
    /** By how many ratings stand between the two in the order of the categories; numbers have an order, others need a declared one. */
    public static final Metric ORDINAL = new Metric("ordinal");
    /** Square of the difference; categories are numbers. */
    public static final Metric INTERVAL = new Metric("interval");
    /** Square of the difference over the sum; categories are numbers of 0 or more. */
    public static final Metric RATIO = new Metric("ratio");
    /** Square of the sine of half the angle between the two; numbers on a circle from the smallest to one past the largest. */
    public static final Metric CIRCULAR = new Metric("circular");
    /** Square of the difference, more near the ends of the scale; categories are numbers. */
    public static final Metric BIPOLAR = new Metric("bipolar");
    /** 1 minus the share of the labels in either set that are in both; two empty sets are the same. */
    public static final Metric JACCARD = new Metric("Jaccard");
    /** 1 minus twice the labels in both sets over the sizes of the two (Dice, Sørensen); two empty sets are the same. */
    public static final Metric DICE = new Metric("Dice");
    /** Passonneau's MASI (2006): 1 - Jaccard's share × M, where M is 1 for equal sets, 2/3 for a subset, 1/3 for an overlap, else 0. NLTK follows it. */
    public static final Metric MASI = new Metric("MASI (Passonneau 2006)");
    /** What DKPro Statistics calls MASI: Jaccard's distance × {@link #NESTING}. Another figure than Passonneau's. */
    public static final Metric MASI_DKPRO = new Metric("MASI (DKPro)");
    /** 0 for equal sets, 1/3 for a subset (the empty set is one), 2/3 for an overlap, 1 for no common label (Passonneau 2004, as in DKPro Statistics). */
    public static final Metric NESTING = new Metric("nesting");

    private final String name;
    private final ToDoubleBiFunction<String, String> own;

    private Metric(String name) {
        this(name, null);
    }

    private Metric(String name, ToDoubleBiFunction<String, String> own) {
        this.name = name;
        this.own = own;
    }

    /**
     * A metric of one's own.
     *
     * @param distance for two different categories how far apart they are, 0 or more, the same both ways; squared already, if it should be
     * @return the metric
     */
    public static Metric of(ToDoubleBiFunction<String, String> distance) {
        return new Metric("own", distance);
    }

    /** Distance of two codes. */
    interface Distance {
        double between(int a, int b);
    }

    /** Why the metric does not fit the categories, if so. */
    Optional<String> obstacle(Categories categories) {
        boolean sets = this == JACCARD || this == DICE || this == MASI || this == MASI_DKPRO || this == NESTING;
        if (sets && !categories.areSets()) {
            return Optional.of("the metric " + name + " is for sets of labels; make the table by ofSets");
        }
        var values = categories.values();
        boolean numbers = this == INTERVAL || this == RATIO || this == CIRCULAR || this == BIPOLAR;
        if (numbers && values.isEmpty()) {
            return Optional.of("the metric " + name + " needs categories that are numbers; there are " + categories.names());
        }
        if (this == RATIO) {
            for (double value : values.orElseThrow()) {
                if (value < 0) {
                    return Optional.of("the metric ratio needs numbers of 0 or more; there is " + value);
                }
            }
        }
        if (this == ORDINAL && values.isEmpty() && !categories.ordered()) {
            return Optional.of("the metric ordinal needs an order: categories that are numbers, or an order declared by withCategories; there are "
                + categories.names());
        }
        return Optional.empty();
    }

    /** The distance over these categories, once it is known how many ratings of each can be paired; only the ordinal one hangs on that. */
    Function<double[], Distance> over(Categories categories) {
        if (this == ORDINAL) {
            return Metric::ordinal;
        }
        Distance distance = own != null ? (a, b) -> a == b ? 0 : own(categories.names().get(a), categories.names().get(b))
            : this == NOMINAL ? (a, b) -> a == b ? 0 : 1
            : categories.areSets() ? tabled(ofSets(categories.labels()), categories.size())
            : numbers(categories.values().orElseThrow());
        return pairable -> distance;
    }

    private static Distance ordinal(double[] pairable) {
        double[] below = new double[pairable.length + 1];
        for (int k = 0; k < pairable.length; k++) {
            below[k + 1] = below[k] + pairable[k];
        }
        return (a, b) -> {
            int low = Math.min(a, b);
            int high = Math.max(a, b);
            return a == b ? 0 : square(below[high + 1] - below[low] - (pairable[low] + pairable[high]) / 2);
        };
    }

    /** Looked up where the table of all pairs takes a few megabytes at most. */
    private static Distance tabled(Distance distance, int n) {
        if (n > MOST_TABLED) {
            return distance;
        }
        double[] table = new double[n * n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                table[a * n + b] = a == b ? 0 : distance.between(a, b);
            }
        }
        return (a, b) -> table[a * n + b];
    }

    private static final int MOST_TABLED = 1_000;

    private Distance numbers(double[] v) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < v.length; k++) {
            low = Math.min(low, v[k]);
            high = Math.max(high, v[k]);
        }
        double min = low;
        double max = high;
        if (this == INTERVAL) {
            return (a, b) -> square(v[a] - v[b]);
        } else if (this == RATIO) {
            return (a, b) -> v[a] == v[b] ? 0 : square((v[a] - v[b]) / (v[a] + v[b]));
        } else if (this == CIRCULAR) {
            return (a, b) -> square(Math.sin(Math.PI * (v[a] - v[b]) / (max - min + 1)));
        }
        return (a, b) -> v[a] == v[b] ? 0 : square(v[a] - v[b]) / ((v[a] + v[b] - 2 * min) * (2 * max - v[a] - v[b]));
    }

    private double own(String a, String b) {
        double distance = own.applyAsDouble(a, b);
        if (!(distance >= 0 && distance < Double.POSITIVE_INFINITY) || distance != own.applyAsDouble(b, a)) {
            throw new IllegalArgumentException("the distance of \"" + a + "\" and \"" + b + "\" is " + distance + "; it needs to be 0 or more and the same both ways");
        }
        return distance;
    }

    private Distance ofSets(List<Set<String>> sets) {
        var numbers = new HashMap<String, Integer>();
        sets.forEach(set -> set.forEach(label -> numbers.putIfAbsent(label, numbers.size())));
        BitSet[] labels = sets.stream().map(set -> {
            var bits = new BitSet();
            set.forEach(label -> bits.set(numbers.get(label)));
            return bits;
        }).toArray(BitSet[]::new);
        if (numbers.size() <= Long.SIZE) {
            long[] words = Arrays.stream(labels).mapToLong(bits -> bits.isEmpty() ? 0 : bits.toLongArray()[0]).toArray();
            return (a, b) -> a == b ? 0 : ofSets(Long.bitCount(words[a]), Long.bitCount(words[b]), Long.bitCount(words[a] & words[b]));
        }
        return (a, b) -> {
            var common = (BitSet) labels[a].clone();
            common.and(labels[b]);
            return a == b ? 0 : ofSets(labels[a].cardinality(), labels[b].cardinality(), common.cardinality());
        };
    }

    private double ofSets(int a, int b, int common) {
        if (this == DICE) {
            return 1 - 2.0 * common / (a + b);
        }
        double jaccard = common / (double) (a + b - common);
        double level = common == Math.min(a, b) ? 1 / 3.0 : common == 0 ? 1 : 2 / 3.0;
        if (this == JACCARD) {
            return 1 - jaccard;
        }
        return this == MASI ? 1 - jaccard * (1 - level) : this == MASI_DKPRO ? (1 - jaccard) * level : level;
    }

    private static double square(double x) {
        return x * x;
    }

    @Override public String toString() {
        return name;
    }
}
