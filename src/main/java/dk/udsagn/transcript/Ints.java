package dk.udsagn.transcript;

import java.util.Arrays;

/** Numbers that grow at the end: a list of boxed ones takes five times the memory, and a map of a long text holds millions. Not for threads to share. */
final class Ints {
    private int[] values = new int[16];
    private int size;

    int size() {
        return size;
    }

    int get(int i) {
        return values[i];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    void removeLast(int many) {
        size -= many;
    }

    boolean endsWith(int[] last) {
        return size >= last.length && Arrays.equals(values, size - last.length, size, last, 0, last.length);
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
