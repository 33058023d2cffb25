package dk.udsagn.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final List<Integer> NUMBERS = IntStream.range(0, 500).boxed().toList();

    @Test void whatIsMadeIsHandedOnInOrderAndFewAreWaiting() throws IOException {
        var made = new ArrayList<Integer>();
        var begun = new AtomicInteger();
        var most = new AtomicInteger();
        SideBySide.each(NUMBERS, n -> {
            begun.incrementAndGet();
            for (int i = 0; i < 1_000 * (n % 7); i++) {
                Thread.onSpinWait();
            }
            return 2 * n;
        }, n -> {
            most.accumulateAndGet(begun.get() - made.size(), Math::max);
            made.add(n);
        });
        assertEquals(NUMBERS.stream().map(n -> 2 * n).toList(), made);
        assertTrue(most.get() <= Runtime.getRuntime().availableProcessors(), "waiting: " + most);
    }

    @Test void whatIsThrownIsThrownAsItIsWhenItsTurnHasComeAndNothingAfterItIsHandedOn() {
        var made = new ArrayList<Integer>();
        var faults = List.of(new IOException("disken er fuld"), new IllegalArgumentException("midt i et tegn"));
        for (Exception fault : faults) {
            made.clear();
            var thrown = assertThrows(fault.getClass(), () -> SideBySide.each(NUMBERS, n -> {
                if (n == 300) {
                    if (fault instanceof IOException io) {
                        throw io;
                    }
                    throw (RuntimeException) fault;
                }
                return n;
            }, made::add));
            assertEquals(fault.getMessage(), thrown.getMessage());
            assertEquals(NUMBERS.subList(0, 300), made);
        }
    }

    @Test void anInterruptedThreadDoesItsWorkAndStaysInterrupted() throws IOException {
        var made = new ArrayList<Integer>();
        Thread.currentThread().interrupt();
        SideBySide.each(NUMBERS, n -> n, made::add);
        assertTrue(Thread.interrupted());
        assertEquals(NUMBERS, made);
    }
}
