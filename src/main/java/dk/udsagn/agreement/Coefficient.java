package dk.udsagn.agreement;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A measure of agreement: its value with the parts it is made of, or the reason there is none. Never {@code NaN}.
 */
public sealed interface Coefficient {
    /**
     * The bare figure.
     *
     * @return the value; empty when it is undefined
     */
    default OptionalDouble figure() {
        return switch (this) {
            case Value v -> OptionalDouble.of(v.value());
            case Undefined u -> OptionalDouble.empty();
        };
    }

    /**
     * A measure that exists for the data.
     *
     * @param value    1 is perfect agreement; of chance-corrected measures 0 is what chance gives, below 0 is systematic disagreement
     * @param observed what was observed: the share of <em>agreement</em> for percent and the kappas (with S, AC1 and AC2), the mean
     *                 <em>disagreement</em> for the alphas, as their sources print it
     * @param expected what chance would give, on the same scale as {@code observed}; 0 for percent agreement
     * @param units    how many units it rests on: those that at least two coders rated
     * @param interval where resampling the units puts it; empty when nobody asked or too few samples had a value
     */
    record Value(double value, double observed, double expected, int units, Optional<Interval> interval) implements Coefficient {
        /** Refuses what is no number. */
        public Value {
            if (!Double.isFinite(value) || !Double.isFinite(observed) || !Double.isFinite(expected)) {
                throw new IllegalArgumentException("a coefficient of " + value + " (observed " + observed + ", expected " + expected + ") is no figure");
            }
        }

        /**
         * A value without an interval.
         *
         * @param value    the figure
         * @param observed what was observed
         * @param expected what chance would give
         * @param units    how many units it rests on
         */
        public Value(double value, double observed, double expected, int units) {
            this(value, observed, expected, units, Optional.empty());
        }

        @Override public String toString() {
            return String.format(Locale.ROOT, "%.3f (observed %.3f, expected %.3f, %d units)", value, observed, expected, units)
                + interval.map(i -> " " + i).orElse("");
        }
    }

    /**
     * A measure that does not exist for the data.
     *
     * @param why the reason, as a sentence without its full stop
     */
    record Undefined(String why) implements Coefficient {
        /** Checks that a reason is given. */
        public Undefined {
            if (why.isBlank()) {
                throw new IllegalArgumentException("an undefined coefficient needs its reason");
            }
        }

        @Override public String toString() {
            return "undefined: " + why;
        }
    }

    /**
     * A percentile interval from resampling units with replacement.
     *
     * @param low        its lower end
     * @param high       its upper end
     * @param confidence the share of samples between the ends, such as .95
     * @param samples    how many samples had a value
     * @param seed       what the samples were drawn with: the same seed gives the same interval
     */
    record Interval(double low, double high, double confidence, int samples, long seed) {
        /** Checks the order of the ends. */
        public Interval {
            if (!(low <= high)) {
                throw new IllegalArgumentException("an interval from " + low + " to " + high + " runs backwards");
            }
        }

        @Override public String toString() {
            return String.format(Locale.ROOT, "%.0f %% interval %.3f to %.3f", 100 * confidence, low, high);
        }
    }
}
