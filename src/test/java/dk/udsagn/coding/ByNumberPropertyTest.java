package dk.udsagn.coding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ByNumberPropertyTest {
    @Property void sortsMomentsAsTheirOrderDoes(@ForAll @Size(max = 200) List<Instant> any, @ForAll @Size(max = 200) List<@IntRange(min = -2_000, max = 2_000) Integer> millis) {
        for (List<Instant> moments : List.of(any, millis.stream().map(Instant.EPOCH::plusMillis).toList(), List.of(Instant.MAX, Instant.EPOCH, Instant.MIN, Instant.MAX.minusNanos(1)))) {
            Instant[] sorted = moments.toArray(new Instant[0]);
            ByNumber.sort(sorted, ByNumber::of, Comparator.naturalOrder());
            assertArrayEquals(moments.stream().sorted().toArray(), sorted);
        }
    }

    @Property void sortsNumbersOfAnySizeAndKeepsTheOrderOfEqualOnes(@ForAll @Size(max = 300) List<@IntRange(min = 0) Integer> numbers, @ForAll @IntRange(max = 32) int shift) {
        long[][] pairs = new long[numbers.size()][];
        Arrays.setAll(pairs, i -> new long[] {(long) numbers.get(i) << shift >>> 1, i});
        long[][] expected = pairs.clone();
        Comparator<long[]> order = Comparator.comparingLong(p -> p[0]);
        Arrays.sort(expected, order);
        ByNumber.sort(pairs, p -> p[0], order);
        assertArrayEquals(expected, pairs);
    }
}
