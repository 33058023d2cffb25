package dk.udsagn.transcript;

import java.util.OptionalLong;

/**
 * When something was said, in milliseconds from the start of the recording; either side may be unknown.
 *
 * @param startMs when it begins, 0 or more
 * @param endMs   when it ends, not before it begins
 */
public record Times(OptionalLong startMs, OptionalLong endMs) {
    /** Neither side is known. */
    public static final Times UNKNOWN = new Times(OptionalLong.empty(), OptionalLong.empty());

    /** Checks that time is not negative. Marks that run backwards are kept as they came: a reader reports them. */
    public Times {
        if (startMs.orElse(0) < 0 || endMs.orElse(0) < 0) {
            throw new IllegalArgumentException("times [" + startMs + ", " + endMs + "] are negative");
        }
    }

    /**
     * Both sides known.
     *
     * @param startMs when it begins
     * @param endMs   when it ends
     * @return the times
     */
    public static Times between(long startMs, long endMs) {
        return new Times(OptionalLong.of(startMs), OptionalLong.of(endMs));
    }

    /**
     * The beginning as people write it.
     *
     * @return {@code 0:03:41}, or an empty text when the beginning is unknown
     */
    public String clock() {
        if (startMs.isEmpty()) {
            return "";
        }
        long s = startMs.getAsLong() / 1000;
        return s / 3600 + (s / 60 % 60 < 10 ? ":0" : ":") + s / 60 % 60 + (s % 60 < 10 ? ":0" : ":") + s % 60;
    }
}
