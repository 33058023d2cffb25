package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static final int PIECE = 1 << 16;

    @Test void givesEveryCharacterHoweverLongItIsAndHoweverItIsRead() throws IOException {
        var random = new Random(3);
        for (int length : List.of(0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 5 * PIECE + 17)) {
            var text = new StringBuilder();
            random.ints(length, 'a', 'z').forEach(c -> text.append((char) c));
            try (var in = new ReadAhead(new StringReader(text.toString()))) {
                var read = new StringBuilder();
                var some = new char[9_000];
                for (int n = 0; n >= 0; n = in.read(some, 0, 1 + random.nextInt(some.length))) {
                    read.append(some, 0, n);
                }
                assertTrue(text.compareTo(read) == 0, "of " + length);
                assertEquals(-1, in.read());
            }
        }
    }

    /** A reader that gives so many characters, then a fault. */
    private static Reader failing(int after, Exception fault) {
        return new FilterReader(new StringReader("x".repeat(after))) {
            @Override public int read(char[] into, int from, int length) throws IOException {
                int n = super.read(into, from, length);
                if (n < 0) {
                    switch (fault) {
                        case IOException io -> throw io;
                        case RuntimeException r -> throw r;
                        default -> throw new AssertionError(fault);
                    }
                }
                return n;
            }
        };
    }

    @Test void aFaultIsThrownWhenAllBeforeItWasRead() throws IOException {
        for (Exception fault : List.of(new IOException("gone"), new IllegalStateException("a bomb"))) {
            for (int after : List.of(0, 10, PIECE - 1, PIECE, 2 * PIECE + 5)) {
                try (var in = new ReadAhead(failing(after, fault))) {
                    for (int i = 0; i < after; i++) {
                        assertEquals('x', in.read());
                    }
                    assertSame(fault, assertThrows(fault.getClass(), in::read));
                    assertSame(fault, assertThrows(fault.getClass(), in::read));
                }
            }
        }
    }

    @Test void nothingIsReadAfterItWasClosed() throws IOException {
        boolean[] closed = {false};
        boolean[] after = {false};
        var slow = new Reader() {
            @Override public int read(char[] into, int from, int length) {
                after[0] |= closed[0];
                return length;
            }

            @Override public void close() {
                closed[0] = true;
            }
        };
        var in = new ReadAhead(slow);
        in.read();
        in.close();
        in.close();
        assertTrue(closed[0] && !after[0]);
    }
}
