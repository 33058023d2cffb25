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

    private Learned(double[] signs, Sparse words, double bias) {
        this.signs = signs;
        this.words = words;
        this.bias = bias;
    }

    /** A vector by its boxes that are not zero, in order. */
    record Sparse(int[] boxes, float[] values) implements Serializable {
        private static final long serialVersionUID = 1;
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
                ascent.add(scaled(signs.get(i), words.get(i), scale, dimensions), first.logOdds(signs.get(i), Sparse.NONE), right[i], weight[i]);
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

    /** The chance, 0 to 1. */
    double score(double[] signs, Sparse words) {
        return sigmoid(logOdds(signs, words));
    }

    /** The same as log-odds. */
    double logOdds(double[] signs, Sparse words) {
        double z = bias + words.like(this.words);
        for (int k = 0; k < signs.length; k++) {
            z += signs[k] * this.signs[k];
        }
        return z;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
