package dk.udsagn.suggest;

import dk.udsagn.suggest.Learned.Sparse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fits logistic regression with a ridge of one on all weights. Each lesson in turn is given the say that is best, all others kept: with far more
 * weights than lessons a few dozen rounds do. The order of lessons is shuffled, always alike, so the same lessons give the same weights.
 *
 * @see "Yu, Huang, Lin, Dual coordinate descent methods for logistic regression and maximum entropy models, Machine Learning 85, 2011, algorithm 5"
 */
final class DualAscent {
    private static final int ROUNDS = 200;
    private static final int STEPS = 100;
    /** Log-odds that move less than this are settled. */
    private static final double SETTLED = 1e-3;
    private static final double LEVEL = 1e-4;
    private static final double SHRUNK = 0.1;
    private static final double FIRST = 1e-3;

    private final double[] weights;
    private final List<Case> cases = new ArrayList<>();

    /** A lesson taken as right or as wrong; what it says and what is left of its weight add up to {@code weight}, both kept since either may be tiny. */
    private static final class Case {
        private final Sparse vector;
        private final double offset;
        private final double sign;
        private final double weight;
        private final double square;
        private double said;
        private double left;

        Case(Sparse vector, double offset, double sign, double weight) {
            this.vector = vector;
            this.offset = offset;
            this.sign = sign;
            this.weight = weight;
            this.square = vector.square();
            this.said = FIRST * weight;
            this.left = weight - said;
        }
    }

    DualAscent(int dimensions) {
        weights = new double[dimensions];
    }

    /** A lesson that is right by so much, 0 to 1; {@code offset} is its log-odds to begin with. */
    void add(Sparse vector, double offset, double right, double weight) {
        if (right > 0) {
            cases.add(new Case(vector, offset, 1, weight * right));
        }
        if (right < 1) {
            cases.add(new Case(vector, offset, -1, weight * (1 - right)));
        }
    }

    double[] weights() {
        for (Case one : cases) {
            move(one, one.said);
        }
        var order = new ArrayList<>(cases);
        var random = new Random(1);
        double most = 1;
        for (int round = 0; round < ROUNDS && most > SETTLED; round++) {
            Collections.shuffle(order, random);
            most = 0;
            for (Case one : order) {
                most = Math.max(most, step(one));
            }
        }
        return weights;
    }

    /** The best say of one lesson, by Newton's method on the smaller of its two parts; how far its log-odds moved. */
    private double step(Case one) {
        double a = one.square;
        double b = one.offset;
        int[] boxes = one.vector.boxes();
        float[] values = one.vector.values();
        for (int k = 0; k < boxes.length; k++) {
            b += weights[boxes[k]] * values[k];
        }
        b *= one.sign;
        double c = one.weight;
        boolean mine = 0.5 * a * (one.left - one.said) + b >= 0;
        double sign = mine ? 1 : -1;
        double old = mine ? one.said : one.left;
        double z = c - old < 0.5 * c ? SHRUNK * old : old;
        double slope = a * (z - old) + sign * b + Math.log(z / (c - z));
        for (int i = 0; i < STEPS && Math.abs(slope) > LEVEL; i++) {
            double next = z - slope / (a + c / (c - z) / z);
            z = next <= 0 ? z * SHRUNK : next;
            slope = a * (z - old) + sign * b + Math.log(z / (c - z));
        }
        one.said = mine ? z : c - z;
        one.left = mine ? c - z : z;
        move(one, sign * (z - old));
        return a * Math.abs(z - old);
    }

    private void move(Case one, double by) {
        int[] boxes = one.vector.boxes();
        float[] values = one.vector.values();
        double signed = one.sign * by;
        for (int k = 0; k < boxes.length; k++) {
            weights[boxes[k]] += signed * values[k];
        }
    }
}
