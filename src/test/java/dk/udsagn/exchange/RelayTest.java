package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayTest {
    @Test void piecesAreDoneInOrderOneAtATimeAndAllOfThemBeforeItIsClosed() throws IOException {
        var done = new ArrayList<Integer>();                             // not made for threads: two at once would show
        try (var relay = new Relay()) {
            for (int i = 0; i < 5_000; i++) {
                int piece = i;
                relay.hand(() -> done.add(piece));
            }
        }
        assertEquals(IntStream.range(0, 5_000).boxed().toList(), done);
    }

    @Test void whatAPieceThrowsIsThrownToWhoeverHandsInTheNextOrCloses() throws IOException {
        for (Exception fault : List.of(new IOException("full"), new IllegalStateException("no"))) {
            Relay.Work failing = () -> {
                switch (fault) {
                    case IOException io -> throw io;
                    case RuntimeException r -> throw r;
                    default -> throw new AssertionError(fault);
                }
            };
            var relay = new Relay();
            relay.hand(failing);
            assertSame(fault, assertThrows(fault.getClass(), () -> relay.hand(() -> { })));
            relay.hand(failing);
            assertSame(fault, assertThrows(fault.getClass(), relay::close));
            relay.close();
        }
    }

    @Test void aTextInManyPiecesIsTheTextInUtf8() throws IOException {
        var out = new ByteArrayOutputStream();
        var text = new StringBuilder();
        try (var relay = new Relay()) {
            var writer = relay.writer(out);
            for (int i = 0; i < 40_000; i++) {
                String words = "følte 😊 " + i;
                text.append(words).append('\n');
                writer.append(words);
                writer.write('\n');
            }
            writer.flush();
            assertEquals(text.toString(), out.toString(StandardCharsets.UTF_8));
        }
    }
}
