package dk.udsagn.transcript;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextPositionsPropertyTest {
    @Provide Arbitrary<String> transcriptText() {
        return Arbitraries.of("a", "æ", "😊", "e\u0301", "\r\n", "\n", "\u200B", "\uD83D", "\uDE0A", "👩‍👧", " ").list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    @Property(tries = 2_000) void toCodePointsAndBackIsTheSamePlace(@ForAll("transcriptText") String text) {
        var positions = TextPositions.of(text);
        for (int i : positions.boundaries()) {
            assertEquals(i, positions.utf16(positions.codePoint(i)));
        }
    }

    @Property(tries = 2_000) void agreesWithJavasOwnCount(@ForAll("transcriptText") String text) {
        var positions = TextPositions.of(text);
        for (int i : positions.boundaries()) {
            assertEquals(text.codePointCount(0, i), positions.codePoint(i));
        }
    }

    @Example void theInsideOfAPairCountsAsItsStart() {
        var positions = TextPositions.of("a😊b");
        assertArrayEquals(new int[] {0, 1, 3, 4}, positions.boundaries());
        assertEquals(1, positions.codePoint(2));
        assertEquals(3, positions.utf16(2));
    }

    @Example void aPositionPastTheTextIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TextPositions.of("a😊").codePoint(4));
        assertThrows(IllegalArgumentException.class, () -> TextPositions.of("a😊").utf16(3));
    }
}
