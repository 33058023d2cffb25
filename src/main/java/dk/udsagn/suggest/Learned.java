package dk.udsagn.suggest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression, one theme against the rest, on a few signs and on sparse vectors. Weights are held near those to begin with (ridge),
 * since there are far more of them than examples; fitted with Adam in a fixed number of whole passes, so the same examples give the same
 * weights.
 *
 * @see "Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd ed. 2009, section 4.4"
 * @see "Kingma and Ba, Adam, ICLR 2015, algorithm 1"
 */
final class Learned implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int PASSES = 150;
    private static final double STEP = 0.1;
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
            return new Learned(weights.clone(), new double[0], bias);
        }
    }

    private final double[] signs;
    private final double[] words;
    private final double bias;

    private Learned(double[] signs, double[] words, double bias) {
        this.signs = signs;
        this.words = words;
        this.bias = bias;
    }

    /** A vector by its boxes that are not zero, in order. */
    record Sparse(int[] boxes, float[] values) {
        static final Sparse NONE = new Sparse(new int[0], new float[0]);

        /** Brought to a length; boxes are counted from {@code first} on. */
        static Sparse of(float[] dense, float[] rarity, int first, double length) {
            int n = 0;
            double square = 0;
            for (int i = 0; i < dense.length; i++) {
                float value = dense[i] * rarity[i];
                n += value != 0 ? 1 : 0;
                square += (double) value * value;
            }
            int[] boxes = new int[n];
            float[] values = new float[n];
            float unit = square == 0 ? 0 : (float) (length / Math.sqrt(square));
            for (int i = 0, k = 0; i < dense.length; i++) {
                float value = dense[i] * rarity[i];
                if (value != 0) {
                    boxes[k] = first + i;
                    values[k++] = value * unit;
                }
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

        double dot(double[] weights) {
            double sum = 0;
            for (int i = 0; i < boxes.length; i++) {
                sum += weights[boxes[i]] * values[i];
            }
            return sum;
        }

        /** Product of the two; the cosine when both have length one. */
        double like(Sparse other) {
            double sum = 0;
            for (int i = 0, k = 0; i < boxes.length && k < other.boxes.length;) {
                if (boxes[i] == other.boxes[k]) {
                    sum += values[i++] * other.values[k++];
                } else if (boxes[i] < other.boxes[k]) {
                    i++;
                } else {
                    k++;
                }
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
     * @param dimensions boxes of the word vectors
     */
    static Learned from(Start start, List<double[]> signs, List<Sparse> words, double[] right, double[] weight, int dimensions) {
        int count = start.weights().length;
        int all = dimensions + count + 1;
        double[] w = new double[all];
        double[] first = new double[all];
        double[] held = new double[all];
        Arrays.fill(held, start.words());
        System.arraycopy(start.weights(), 0, first, dimensions, count);
        System.arraycopy(start.held(), 0, held, dimensions, count);
        first[all - 1] = start.bias();
        held[all - 1] = HELD_BIAS;
        System.arraycopy(first, 0, w, 0, all);
        double[] mean = new double[all];
        double[] square = new double[all];
        double[] slope = new double[all];
        for (int pass = 1; pass <= PASSES; pass++) {
            Arrays.fill(slope, 0);
            for (int i = 0; i < words.size(); i++) {
                if (weight[i] > 0) {
                    Sparse v = words.get(i);
                    double off = (sigmoid(z(signs.get(i), v, w, dimensions)) - right[i]) * weight[i];
                    for (int k = 0; k < v.boxes().length; k++) {
                        slope[v.boxes()[k]] += off * v.values()[k];
                    }
                    for (int k = 0; k < count; k++) {
                        slope[dimensions + k] += off * signs.get(i)[k];
                    }
                    slope[all - 1] += off;
                }
            }
            double meanLeft = 1 - Math.pow(0.9, pass);
            double squareLeft = 1 - Math.pow(0.999, pass);
            double step = STEP * (1 - (pass - 1.0) / PASSES);
            for (int k = 0; k < all; k++) {
                double g = slope[k] + held[k] * (w[k] - first[k]);
                mean[k] = 0.9 * mean[k] + 0.1 * g;
                square[k] = 0.999 * square[k] + 0.001 * g * g;
                w[k] -= step * (mean[k] / meanLeft) / (Math.sqrt(square[k] / squareLeft) + 1e-8);
            }
        }
        return new Learned(Arrays.copyOfRange(w, dimensions, dimensions + count), Arrays.copyOf(w, dimensions), w[all - 1]);
    }

    private static double z(double[] signs, Sparse words, double[] w, int dimensions) {
        double z = words.dot(w) + w[w.length - 1];
        for (int k = 0; k < signs.length; k++) {
            z += signs[k] * w[dimensions + k];
        }
        return z;
    }

    /** The chance, 0 to 1. */
    double score(double[] signs, Sparse words) {
        return sigmoid(logOdds(signs, words));
    }

    /** The same as log-odds. */
    double logOdds(double[] signs, Sparse words) {
        double z = bias + (this.words.length == 0 ? 0 : words.dot(this.words));
        for (int k = 0; k < signs.length; k++) {
            z += signs[k] * this.signs[k];
        }
        return z;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
