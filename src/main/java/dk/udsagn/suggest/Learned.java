package dk.udsagn.suggest;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression, one theme against the rest, on sparse vectors. Weights are shrunk toward nothing (ridge) since there are far more
 * boxes than examples; fitted with Adam in a fixed number of whole passes, so the same examples give the same weights.
 *
 * @see "Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd ed. 2009, section 4.4"
 * @see "Kingma and Ba, Adam, ICLR 2015, algorithm 1"
 */
final class Learned {
    private static final int PASSES = 120;
    private static final double STEP = 0.1;
    private static final double RIDGE = 0.1;
    /** Right passages are few; each counts as three, which lifts recall, and calibration mends the scores. */
    private static final double RARE = 3;

    private final double[] weights;
    private final double bias;

    private Learned(double[] weights, double bias) {
        this.weights = weights;
        this.bias = bias;
    }

    /** A vector by its boxes that are not zero. */
    record Sparse(int[] boxes, float[] values) {
        static Sparse of(float[] dense, float[] rarity) {
            int n = 0;
            double length = 0;
            for (int i = 0; i < dense.length; i++) {
                float value = dense[i] * rarity[i];
                if (value != 0) {
                    n++;
                    length += value * value;
                }
            }
            int[] boxes = new int[n];
            float[] values = new float[n];
            float unit = length == 0 ? 0 : (float) (1 / Math.sqrt(length));
            for (int i = 0, k = 0; i < dense.length; i++) {
                float value = dense[i] * rarity[i];
                if (value != 0) {
                    boxes[k] = i;
                    values[k++] = value * unit;
                }
            }
            return new Sparse(boxes, values);
        }

        double dot(double[] weights) {
            double sum = 0;
            for (int i = 0; i < boxes.length; i++) {
                sum += weights[boxes[i]] * values[i];
            }
            return sum;
        }

        /** Cosine, both being of length one. */
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

    /** Learns from vectors; {@code weight} 0 leaves one out. */
    static Learned from(List<Sparse> vectors, boolean[] right, double[] weight, int dimensions) {
        double[] w = new double[dimensions + 1];
        double[] mean = new double[dimensions + 1];
        double[] square = new double[dimensions + 1];
        double[] slope = new double[dimensions + 1];
        w[dimensions] = -2;
        for (int pass = 1; pass <= PASSES; pass++) {
            Arrays.fill(slope, 0);
            for (int i = 0; i < vectors.size(); i++) {
                if (weight[i] > 0) {
                    Sparse v = vectors.get(i);
                    double off = (sigmoid(v.dot(w) + w[dimensions]) - (right[i] ? 1 : 0)) * weight[i] * (right[i] ? RARE : 1);
                    for (int k = 0; k < v.boxes().length; k++) {
                        slope[v.boxes()[k]] += off * v.values()[k];
                    }
                    slope[dimensions] += off;
                }
            }
            double meanLeft = 1 - Math.pow(0.9, pass);
            double squareLeft = 1 - Math.pow(0.999, pass);
            for (int k = 0; k <= dimensions; k++) {
                double g = slope[k] + (k < dimensions ? RIDGE * w[k] : 0);
                mean[k] = 0.9 * mean[k] + 0.1 * g;
                square[k] = 0.999 * square[k] + 0.001 * g * g;
                w[k] -= STEP * (mean[k] / meanLeft) / (Math.sqrt(square[k] / squareLeft) + 1e-8);
            }
        }
        return new Learned(w, w[dimensions]);
    }

    /** From 0 to 1; not a share until calibrated. */
    double score(Sparse vector) {
        return sigmoid(vector.dot(weights) + bias);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
