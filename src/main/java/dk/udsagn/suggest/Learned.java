package dk.udsagn.suggest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Logistic regression, one theme against the rest, on a few signs and on sparse vectors. Weights are held near those to begin with (ridge),
 * since there are far more of them than examples.
 *
 * @see "Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd ed. 2009, section 4.4"
 * @see DualAscent
 */
final class Learned implements Serializable {
    private static final long serialVersionUID = 1;
    /** How strongly the constant is held: tried on the sample, interviews left out in turn. */
    private static final double HELD_BIAS = 0.1;

    /**
     * What is believed before anything is learned.
     *
     * @param weights of the signs
     * @param held    how strongly each is held there
     * @param words   how strongly the weights of words are held at nothing
     * @param bias    the constant
     */
    record Start(double[] weights, double[] held, double words, double bias) {
        Learned unchanged() {
            return new Learned(weights.clone(), Sparse.NONE, bias);
        }
    }

    private final double[] signs;
    private final Sparse words;
    private final double bias;
    /** The words once more: looked up by box they cost what a passage has, not what was learned. */
    private final transient float[] byBox;

    private Learned(double[] signs, Sparse words, double bias) {
        this.signs = signs;
        this.words = words;
        this.bias = bias;
        this.byBox = words.dense(Integer.MAX_VALUE);
    }

    private Object readResolve() {
        return new Learned(signs, words, bias);
    }

    /** A vector by its boxes that are not zero, in order. */
    record Sparse(int[] boxes, float[] values) implements Serializable {
        private static final long serialVersionUID = 1;
        static final Sparse NONE = new Sparse(new int[0], new float[0]);

        /** What of a vector is not zero. */
        static Sparse of(float[] dense) {
            int[] boxes = IntStream.range(0, dense.length).filter(i -> dense[i] != 0).toArray();
            float[] values = new float[boxes.length];
            for (int k = 0; k < values.length; k++) {
                values[k] = dense[boxes[k]];
            }
            return new Sparse(boxes, values);
        }

        /** Weighed by rarity and brought to length one. */
        Sparse weighed(float[] rarity) {
            int[] kept = new int[boxes.length];
            float[] weighed = new float[boxes.length];
            int n = 0;
            double square = 0;
            for (int k = 0; k < boxes.length; k++) {
                float value = values[k] * rarity[boxes[k]];
                square += (double) value * value;
                if (value != 0) {
                    kept[n] = boxes[k];
                    weighed[n++] = value;
                }
            }
            return new Sparse(Arrays.copyOf(kept, n), Arrays.copyOf(weighed, n)).times(square == 0 ? 0 : 1 / Math.sqrt(square));
        }

        Sparse times(double factor) {
            float[] times = values.clone();
            for (int k = 0; k < times.length; k++) {
                times[k] *= (float) factor;
            }
            return new Sparse(boxes, times);
        }

        /** The same in boxes so many further on. */
        Sparse moved(int by) {
            return new Sparse(Arrays.stream(boxes).map(b -> b + by).toArray(), values);
        }

        /** The sum with so much of another. */
        Sparse and(Sparse other, double share) {
            int[] both = new int[boxes.length + other.boxes.length];
            float[] sums = new float[both.length];
            int n = 0;
            int k = 0;
            int o = 0;
            while (k < boxes.length || o < other.boxes.length) {
                int box = Math.min(k < boxes.length ? boxes[k] : Integer.MAX_VALUE, o < other.boxes.length ? other.boxes[o] : Integer.MAX_VALUE);
                both[n] = box;
                sums[n] = k < boxes.length && boxes[k] == box ? values[k++] : 0;
                sums[n++] += o < other.boxes.length && other.boxes[o] == box ? (float) share * other.values[o++] : 0;
            }
            return new Sparse(Arrays.copyOf(both, n), Arrays.copyOf(sums, n));
        }

        /** The first so many weights, those at nothing left out. */
        static Sparse of(double[] weights, double scale, int dimensions) {
            int[] boxes = IntStream.range(0, dimensions).filter(i -> weights[i] != 0).toArray();
            float[] values = new float[boxes.length];
            for (int k = 0; k < values.length; k++) {
                values[k] = (float) (weights[boxes[k]] * scale);
            }
            return new Sparse(boxes, values);
        }

        /** Both, the other's boxes being numbered higher. */
        Sparse plus(Sparse other) {
            int[] allBoxes = Arrays.copyOf(boxes, boxes.length + other.boxes.length);
            float[] allValues = Arrays.copyOf(values, values.length + other.values.length);
            System.arraycopy(other.boxes, 0, allBoxes, boxes.length, other.boxes.length);
            System.arraycopy(other.values, 0, allValues, values.length, other.values.length);
            return new Sparse(allBoxes, allValues);
        }

        /** Product with a vector that all boxes are kept of, those past its end being zero; the cosine when both have length one. */
        double like(float[] dense) {
            double sum = 0;
            for (int k = 0; k < boxes.length && boxes[k] < dense.length; k++) {
                sum += values[k] * dense[boxes[k]];
            }
            return sum;
        }

        /** All boxes before {@code end}, or up to the last that is not zero. */
        float[] dense(int end) {
            int n = Arrays.binarySearch(boxes, end);
            n = n < 0 ? -n - 1 : n;
            float[] dense = new float[n == 0 ? 0 : boxes[n - 1] + 1];
            for (int k = 0; k < n; k++) {
                dense[boxes[k]] = values[k];
            }
            return dense;
        }

        double square() {
            double sum = 0;
            for (float value : values) {
                sum += value * value;
            }
            return sum;
        }
    }

    /**
     * Learns.
     *
     * @param start      what to begin with
     * @param signs      of each lesson
     * @param words      of each lesson
     * @param right      what is to be told of each lesson, 0 to 1
     * @param weight     how much a lesson counts; 0 leaves it out
     * @param told       log-odds known of a lesson beforehand; only what they do not say is learned
     * @param dimensions boxes of the word vectors
     */
    static Learned from(Start start, List<double[]> signs, List<Sparse> words, double[] right, double[] weight, double[] told, int dimensions) {
        int count = start.weights().length;
        double[] scale = new double[dimensions + count + 1];
        Arrays.fill(scale, 1 / Math.sqrt(start.words()));
        for (int k = 0; k < count; k++) {
            scale[dimensions + k] = 1 / Math.sqrt(start.held()[k]);
        }
        scale[dimensions + count] = 1 / Math.sqrt(HELD_BIAS);
        var ascent = new DualAscent(scale.length);
        Learned first = start.unchanged();
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0) {
                ascent.add(scaled(signs.get(i), words.get(i), scale, dimensions), first.logOdds(signs.get(i), Sparse.NONE) + told[i], right[i], weight[i]);
            }
        }
        double[] w = ascent.weights();
        double[] of = start.weights().clone();
        for (int k = 0; k < count; k++) {
            of[k] += w[dimensions + k] * scale[dimensions + k];
        }
        return new Learned(of, Sparse.of(w, 1 / Math.sqrt(start.words()), dimensions), start.bias() + w[dimensions + count] * scale[dimensions + count]);
    }

    /** All of a lesson in one vector, each number so long that one ridge holds all weights alike. */
    private static Sparse scaled(double[] signs, Sparse words, double[] scale, int dimensions) {
        int n = words.boxes().length;
        int[] boxes = Arrays.copyOf(words.boxes(), n + signs.length + 1);
        float[] values = Arrays.copyOf(words.values(), boxes.length);
        for (int k = 0; k < n; k++) {
            values[k] *= (float) scale[boxes[k]];
        }
        for (int k = 0; k <= signs.length; k++) {
            boxes[n + k] = dimensions + k;
            values[n + k] = (float) (scale[dimensions + k] * (k < signs.length ? signs[k] : 1));
        }
        return new Sparse(boxes, values);
    }

    /** What the word of a box weighs. */
    double word(int box) {
        return box < byBox.length ? byBox[box] : 0;
    }

    /** The chance, 0 to 1. */
    double score(double[] signs, Sparse words) {
        return sigmoid(logOdds(signs, words));
    }

    /** The same as log-odds. */
    double logOdds(double[] signs, Sparse words) {
        double z = bias + words.like(byBox);
        for (int k = 0; k < signs.length; k++) {
            z += signs[k] * this.signs[k];
        }
        return z;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
