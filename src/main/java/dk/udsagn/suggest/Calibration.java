package dk.udsagn.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From a raw score to the share of such suggestions that people held right: rising steps, joined by straight lines.
 *
 * @param points raw score and share right, both from 0 to 1 and rising; at least one
 * @see "Zadrozny and Elkan, Transforming classifier scores into accurate multiclass probability estimates, KDD 2002 (isotonic regression)"
 */
public record Calibration(List<Point> points) implements java.io.Serializable {
    /** Leaves scores as they are. */
    public static final Calibration NONE = new Calibration(List.of(new Point(0, 0, 0), new Point(1, 1, 0)));

    /**
     * A step of the curve.
     *
     * @param raw   mean raw score
     * @param right share that were right
     * @param count how many suggestions it rests on; 0 for a point set by hand
     */
    public record Point(double raw, double right, int count) implements java.io.Serializable {
        /** Checks the range. */
        public Point {
            if (!(raw >= 0 && raw <= 1 && right >= 0 && right <= 1)) {
                throw new IllegalArgumentException("raw score " + raw + " and share " + right + " need to be 0 to 1");
            }
        }
    }

    /** Checks that the curve rises. */
    public Calibration {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a calibration needs a point");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).raw() < points.get(i - 1).raw() || points.get(i).right() < points.get(i - 1).right()) {
                throw new IllegalArgumentException("the calibration falls between " + points.get(i - 1) + " and " + points.get(i));
            }
        }
    }

    /**
     * One suggestion and what became of it.
     *
     * @param raw   its raw score, 0 to 1
     * @param right whether a person held it right
     */
    public record Outcome(double raw, boolean right) {
    }

    /**
     * The curve that outcomes tell: isotonic regression by pooling neighbours that fall, in bins of at least {@code smallest}.
     *
     * @param outcomes what became of suggestions
     * @param smallest least number of outcomes a step rests on, 1 or more
     * @return the curve; {@link #NONE} without outcomes
     */
    public static Calibration of(List<Outcome> outcomes, int smallest) {
        if (smallest < 1) {
            throw new IllegalArgumentException("a step needs 1 outcome or more, not " + smallest);
        }
        var sorted = outcomes.stream().sorted(Comparator.comparingDouble(Outcome::raw)).toList();
        var bins = new ArrayList<double[]>();                                  // sum of raw scores, right ones, all
        for (Outcome outcome : sorted) {
            if (bins.isEmpty() || bins.getLast()[2] >= smallest && bins.getLast()[0] / bins.getLast()[2] < outcome.raw()) {
                bins.add(new double[3]);
            }
            bins.getLast()[0] += outcome.raw();
            bins.getLast()[1] += outcome.right() ? 1 : 0;
            bins.getLast()[2]++;
        }
        for (int i = 1; i < bins.size();) {
            double[] low = bins.get(i - 1);
            double[] high = bins.get(i);
            boolean falls = high[1] / high[2] <= low[1] / low[2];
            if (falls || high[2] < smallest) {
                for (int k = 0; k < 3; k++) {
                    low[k] += high[k];
                }
                bins.remove(i);
                i = Math.max(1, i - 1);
            } else {
                i++;
            }
        }
        return bins.isEmpty() ? NONE
            : new Calibration(bins.stream().map(b -> new Point(b[0] / b[2], b[1] / b[2], (int) b[2])).toList());
    }

    /**
     * The calibrated score.
     *
     * @param raw 0 to 1
     * @return 0 to 1, never falling as {@code raw} rises
     */
    public double apply(double raw) {
        if (raw <= points.getFirst().raw()) {
            return points.getFirst().right();
        }
        for (int i = 1; i < points.size(); i++) {
            Point high = points.get(i);
            if (raw <= high.raw()) {
                Point low = points.get(i - 1);
                double width = high.raw() - low.raw();
                return width == 0 ? high.right() : low.right() + (high.right() - low.right()) * (raw - low.raw()) / width;
            }
        }
        return points.getLast().right();
    }
}
