package dk.udsagn.exchange;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/** Works on many things on all processors, and hands on what is made of them one after another, in order. No more than one a processor is in memory. */
final class SideBySide {
    interface Work<A, B> {
        B of(A one) throws IOException;
    }

    interface Use<B> {
        void take(B made) throws IOException;
    }

    private SideBySide() {
    }

    /** What {@code work} throws is thrown when its turn has come; then nothing after it is handed on. */
    static <A, B> void each(Collection<A> all, Work<A, B> work, Use<B> use) throws IOException {
        int hands = Runtime.getRuntime().availableProcessors();
        Deque<FutureTask<B>> waiting = new ArrayDeque<>();
        try {
            for (A one : all) {
                var task = new FutureTask<>(() -> work.of(one));
                waiting.add(task);
                if (all.size() > 1) {
                    begin(task);
                }
                if (waiting.size() >= hands) {
                    use.take(made(waiting.poll()));
                }
            }
            while (!waiting.isEmpty()) {
                use.take(made(waiting.poll()));
            }
        } finally {
            waiting.forEach(t -> t.cancel(false));
        }
    }

    /** Begins a task on another processor; where there is none, {@link #made} does it. */
    static void begin(FutureTask<?> task) {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            ForkJoinPool.commonPool().execute(task);
        }
    }

    /** What a task comes to, which is begun here where nobody has; what it throws is thrown. It is bounded, so an interrupt waits for it. */
    static <B> B made(FutureTask<B> task) throws IOException {
        task.run();                                             // does nothing where another thread has begun
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;                         // told when it is done: the work goes on
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException r -> throw r;
                case Error r -> throw r;
                default -> throw new IOException(e.getCause());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
