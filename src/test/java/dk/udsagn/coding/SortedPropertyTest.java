package dk.udsagn.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SortedPropertyTest {
    /** Thousands of things, so that stretches split and empty. */
    @Property(tries = 50) void holdsWhatATreeOfTheSameThingsHolds(@ForAll @IntRange(max = 9_000) int begin, @ForAll long seed) {
        var random = new Random(seed);
        var tree = new TreeSet<Integer>();
        for (int i = 0; i < begin; i++) {
            tree.add(random.nextInt(20_000));
        }
        var list = Sorted.of(List.copyOf(tree), Comparator.<Integer>naturalOrder());
        var first = list;
        var then = List.copyOf(tree);
        double more = random.nextDouble();
        for (int i = 0; i < 6_000; i++) {
            int thing = random.nextInt(20_000);
            boolean add = random.nextDouble() < more;
            list = add ? list.with(thing) : list.without(thing);
            if (add) {
                tree.add(thing);
            } else {
                tree.remove(thing);
            }
        }
        assertEquals(new ArrayList<>(tree), list);
        assertEquals(then, first);
        int size = list.size();
        var held = list;
        assertThrows(IndexOutOfBoundsException.class, () -> held.get(size));
        assertThrows(IndexOutOfBoundsException.class, () -> held.get(-1));
    }
}
