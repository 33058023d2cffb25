package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UtcTimePropertyTest {
    /** Of all years, many before the first or past the last that has four digits; whole seconds, milliseconds, and less. */
    @Provide Arbitrary<Instant> times() {
        var seconds = Arbitraries.longs().between(-70_000_000_000L, 270_000_000_000L);
        var nanos = Arbitraries.of(0, 1_000_000, 20_000_000, 987_000_000, 999_999_999, 1_000, 500_000);
        return seconds.flatMap(s -> nanos.map(n -> Instant.ofEpochSecond(s, n)));
    }

    @Property(tries = 2_000)
    void writesWhatJavaWritesAndReadsItBackOrLeavesItToJava(@ForAll("times") Instant at) {
        String text = UtcTime.write(at);
        assertEquals(at.toString(), text);
        Instant read = UtcTime.read(text);
        assertEquals(text.length() == 20 || text.length() == 24 ? at : null, read, text);
    }

    @Test void whatIsNoTimeOrOtherwiseWrittenIsLeftToOthers() {
        Stream.of("", "2024-05-01", "2024-05-01T10:00:00", "2024-05-01T10:00:00+02", "2024-05-01 10:00:00Z", "2024-02-30T10:00:00Z", "2024-13-01T10:00:00Z", "2024-05-01T24:00:00Z",
            "2024-05-01T10:60:00Z", "2024-05-01T10:00:60Z", "2024-05-01T10:00:00.12Z", "2024-05-01T10:00:00.1x3Z", "2024-05-01T10:00:00,123Z", "+024-05-01T10:00:00Z", "2024-05-01T1-:00:00Z")
            .forEach(text -> assertNull(UtcTime.read(text), text));
    }
}
