package dk.udsagn.index;

import java.util.Arrays;

/** An expression found at word positions {@code from} to {@code to} (exclusive), by the words at {@code evidence}. */
record Found(int from, int to, int[] evidence, boolean whole) implements Comparable<Found> {
    static Found at(int position, boolean whole) {
        return new Found(position, position + 1, new int[] {position}, whole);
    }

    /** Both together. */
    Found with(Found other) {
        int[] all = Arrays.copyOf(evidence, evidence.length + other.evidence.length);
        System.arraycopy(other.evidence, 0, all, evidence.length, other.evidence.length);
        Arrays.sort(all);
        return new Found(Math.min(from, other.from), Math.max(to, other.to), all, whole && other.whole);
    }

    @Override public int compareTo(Found other) {
        int order = from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
        return order != 0 ? order : Arrays.compare(evidence, other.evidence);
    }
}
