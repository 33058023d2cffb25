package dk.udsagn.coding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ByNumberPropertyTest {
    @Property void sortsTextsAsTheirOrderDoes(@ForAll @Size(max = 200) List<@CharRange(from = 'a', to = 'c') @StringLength(max = 9) String> few,
        @ForAll @Size(max = 50) List<String> any) {
        for (List<String> texts : List.of(few, any)) {
            String[] sorted = texts.toArray(new String[0]);
            ByNumber.sort(sorted, ByNumber::of, Comparator.naturalOrder());
            assertArrayEquals(texts.stream().sorted().toArray(), sorted);
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
