package dk.udsagn.coding;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list in order, of which another with one thing more or less is made at the cost of one short stretch: all others are shared.
 *
 * @param <T> what it holds; no two that the order holds for equal
 */
final class Sorted<T> extends AbstractList<T> implements RandomAccess {
    /** Half of what a stretch holds at most: at a million things, as much is copied of the stretches as of the one that changes. */
    private static final int STRETCH = 1_024;

    private final Comparator<? super T> order;
    private final List<List<T>> stretches;
    private final int[] ends;

    private Sorted(Comparator<? super T> order, List<List<T>> stretches) {
        this.order = order;
        this.stretches = stretches;
        this.ends = new int[stretches.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += stretches.get(i).size();
            ends[i] = end;
        }
    }

    /** Of things that are in order already. */
    static <T> Sorted<T> of(List<T> inOrder, Comparator<? super T> order) {
        var stretches = new ArrayList<List<T>>();
        for (int i = 0; i < inOrder.size(); i += STRETCH) {
            stretches.add(List.copyOf(inOrder.subList(i, Math.min(inOrder.size(), i + STRETCH))));
        }
        return new Sorted<>(order, stretches);
    }

    Sorted<T> with(T thing) {
        int at = stretchFor(thing);
        var stretch = new ArrayList<>(at < 0 ? List.<T>of() : stretches.get(at));
        int place = Collections.binarySearch(stretch, thing, order);
        if (place >= 0) {
            stretch.set(place, thing);
        } else {
            stretch.add(-place - 1, thing);
        }
        return replaced(at, stretch);
    }

    Sorted<T> without(T thing) {
        int at = stretchFor(thing);
        int place = at < 0 ? -1 : Collections.binarySearch(stretches.get(at), thing, order);
        if (place < 0) {
            return this;
        }
        var stretch = new ArrayList<>(stretches.get(at));
        stretch.remove(place);
        return replaced(at, stretch);
    }

    private Sorted<T> replaced(int at, List<T> stretch) {
        var all = new ArrayList<List<T>>(stretches.size() + 1);
        all.addAll(stretches.subList(0, Math.max(0, at)));
        int half = stretch.size() > 2 * STRETCH ? STRETCH : stretch.size();
        if (half > 0) {
            all.add(List.copyOf(stretch.subList(0, half)));
        }
        if (half < stretch.size()) {
            all.add(List.copyOf(stretch.subList(half, stretch.size())));
        }
        all.addAll(stretches.subList(at + 1, stretches.size()));
        return new Sorted<>(order, all);
    }

    /** The last stretch that begins at or before a thing, or the first; -1 when there is none. */
    private int stretchFor(T thing) {
        int low = 0;
        for (int high = stretches.size() - 1; low < high;) {
            int middle = low + high + 1 >>> 1;
            if (order.compare(stretches.get(middle).getFirst(), thing) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return stretches.isEmpty() ? -1 : low;
    }

    @Override public T get(int index) {
        int at = Arrays.binarySearch(ends, index + 1);
        at = at < 0 ? -at - 1 : at;
        if (index < 0 || at == ends.length) {
            throw new IndexOutOfBoundsException("there are " + size() + ", not " + index);
        }
        return stretches.get(at).get(index - (at == 0 ? 0 : ends[at - 1]));
    }

    @Override public int size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }
}
