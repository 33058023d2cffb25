package dk.udsagn.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/** A value of a figure, with how well it is known: counted, rounded in print, only limited, worked out here, or missing. */
public sealed interface Quantity {
    /**
     * A count: known to the last one.
     *
     * @param value the count
     */
    record Exact(BigDecimal value) implements Quantity {
        /** Checks that there is a value. */
        public Exact {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A value as printed: the true one lies within half a unit of its last decimal, both ends included.
     *
     * @param value as printed; its scale is the number of decimals printed, so 7.80 and 7.8 are different
     */
    record Rounded(BigDecimal value) implements Quantity {
        /** Checks that there is a value. */
        public Rounded {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Only a limit is told: "over 9".
     *
     * @param side  on which side of the limit the value lies
     * @param limit the limit
     */
    record Bound(Side side, BigDecimal limit) implements Quantity {
        /** Checks that both are there. */
        public Bound {
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(limit, "limit");
        }
    }

    /**
     * Worked out from other values, not printed.
     *
     * @param between between what and what it lies, given how the others are rounded
     * @param from  what it was worked out from, in words
     */
    record Derived(Range between, String from) implements Quantity {
        /** Checks that both are there. */
        public Derived {
            Objects.requireNonNull(between, "between");
            Objects.requireNonNull(from, "from");
        }
    }

    /**
     * Not known, and not guessed.
     *
     * @param why why it is missing; may be empty
     */
    record Missing(String why) implements Quantity {
        /** Checks that the reason is a text. */
        public Missing {
            Objects.requireNonNull(why, "why");
        }
    }

    /** Which side of a limit. */
    enum Side {
        /** Greater than the limit. */
        OVER,
        /** Less than the limit. */
        UNDER,
        /** The limit or more. */
        AT_LEAST,
        /** The limit or less. */
        AT_MOST
    }

    /**
     * Between what and what a value lies, both ends included; an end may be infinite.
     *
     * @param low  the least it can be
     * @param high the most it can be, not under {@code low}
     */
    record Range(double low, double high) {
        /** Binary fractions of decimal figures differ in the last places; this much is no difference. */
        static final double EPSILON = 1e-9;

        /** Checks the order. */
        public Range {
            if (!(low <= high)) {
                throw new IllegalArgumentException("a range needs its low end first, found " + low + " to " + high);
            }
        }

        Range plus(Range other) {
            return new Range(low + other.low, high + other.high);
        }

        Range minus(Range other) {
            return new Range(low - other.high, high - other.low);
        }

        Range times(double by) {
            return by >= 0 ? new Range(low * by, high * by) : new Range(high * by, low * by);
        }

        /** The range of quotients of values that are 0 or more; what is divided by zero has no upper end. */
        Range over(Range other) {
            return new Range(other.high == 0 ? Double.POSITIVE_INFINITY : low / other.high,
                other.low <= 0 ? Double.POSITIVE_INFINITY : high / other.low);
        }

        /** Whether some value lies in both. */
        boolean meets(Range other) {
            return low <= other.high + EPSILON && other.low <= high + EPSILON;
        }

        double middle() {
            return Double.isInfinite(high) ? low : Double.isInfinite(low) ? high : (low + high) / 2;
        }
    }

    /**
     * A count.
     *
     * @param count the count
     * @return an exact value
     */
    static Quantity exact(long count) {
        return new Exact(BigDecimal.valueOf(count));
    }

    /**
     * A value as printed.
     *
     * @param printed digits with a point, such as "37.1"; every decimal counts
     * @return a rounded value
     * @throws NumberFormatException if it is no number
     */
    static Quantity rounded(String printed) {
        return new Rounded(new BigDecimal(printed));
    }

    /**
     * A value that is not there.
     *
     * @param why why
     * @return a missing value
     */
    static Quantity missing(String why) {
        return new Missing(why);
    }

    /**
     * Where the true value lies.
     *
     * @return its range; empty when it is missing
     */
    default Optional<Range> range() {
        return switch (this) {
            case Exact e -> Optional.of(new Range(e.value.doubleValue(), e.value.doubleValue()));
            case Rounded r -> {
                var half = BigDecimal.ONE.movePointLeft(Math.max(0, r.value.scale())).divide(BigDecimal.TWO);
                yield Optional.of(new Range(r.value.subtract(half).doubleValue(), r.value.add(half).doubleValue()));
            }
            case Bound b -> {
                double at = b.limit.doubleValue();
                yield Optional.of(switch (b.side) {
                    case OVER -> new Range(Math.nextUp(at), Double.POSITIVE_INFINITY);
                    case AT_LEAST -> new Range(at, Double.POSITIVE_INFINITY);
                    case UNDER -> new Range(Double.NEGATIVE_INFINITY, Math.nextDown(at));
                    case AT_MOST -> new Range(Double.NEGATIVE_INFINITY, at);
                });
            }
            case Derived d -> Optional.of(d.between);
            case Missing m -> Optional.empty();
        };
    }

    /**
     * One number to draw the value by.
     *
     * @return the value, the limit, or the middle of the range; empty when it is missing
     */
    default Optional<BigDecimal> number() {
        return switch (this) {
            case Exact e -> Optional.of(e.value);
            case Rounded r -> Optional.of(r.value);
            case Bound b -> Optional.of(b.limit);
            case Derived d -> Optional.of(round(d.between.middle()));
            case Missing m -> Optional.empty();
        };
    }

    private static BigDecimal round(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
}
