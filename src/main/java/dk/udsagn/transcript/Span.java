package dk.udsagn.transcript;

/**
 * A half-open stretch of a transcript's text: {@code start} is in it, {@code end} is not.
 *
 * <p>Positions are 0-based and count UTF-16 units, as {@link String#substring(int, int)} does. "æ" is one
 * unit, "😊" is two; {@link TextPositions} turns them into code points for exchange formats.
 *
 * <p>Spans are ordered by start, then by end.
 *
 * @param start first unit of the stretch, 0 or more
 * @param end   unit after the last one, greater than {@code start}: a span is never empty
 */
public record Span(int start, int end) implements Comparable<Span> {
    /** Checks the bounds. */
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                "span [" + start + ", " + end + ") is empty or negative; it needs 0 <= start < end");
        }
    }

    /**
     * Whether the two share at least one unit. Spans that only touch do not.
     *
     * @param other the other span
     * @return true when they overlap
     */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /**
     * Whether the other lies wholly in this one.
     *
     * @param other the other span
     * @return true when no unit of the other lies outside
     */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /**
     * The smallest span that holds both.
     *
     * @param other the other span
     * @return from the earlier start to the later end
     */
    public Span cover(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /**
     * The stretch as words.
     *
     * @param text the canonical text the span counts in
     * @return exactly {@code text.substring(start, end)}
     * @throws IllegalArgumentException if the span ends past the text
     */
    public String in(String text) {
        if (end > text.length()) {
            throw new IllegalArgumentException("span [" + start + ", " + end + ") ends past the text of " + text.length() + " characters");
        }
        return text.substring(start, end);
    }

    /**
     * How long the stretch is.
     *
     * @return units, 1 or more
     */
    public int length() {
        return end - start;
    }

    @Override public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
