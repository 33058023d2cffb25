package dk.udsagn.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;

/**
 * Does pieces of work one after another on another processor, while whoever hands them in makes the next one ready: no more than two are in memory.
 * One thread hands them in.
 */
final class Relay implements Closeable {
    private static final int PIECE = 1 << 16;

    interface Work {
        void run() throws IOException;
    }

    private FutureTask<Void> begun;

    /** Begins a piece of work once the one before it is done; what that one threw is thrown here. */
    void hand(Work work) throws IOException {
        finish();
        begun = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        SideBySide.begin(begun);
    }

    /** Waits until all is done; throws what the last piece threw. */
    void finish() throws IOException {
        FutureTask<Void> last = begun;
        begun = null;
        if (last != null) {
            SideBySide.made(last);
        }
    }

    /** Nothing is being done any more after this, also where there was a fault. */
    @Override public void close() throws IOException {
        finish();
    }

    /** Writes as UTF-8 in pieces of work. Each text that is handed in is whole: no character is cut in two. */
    Writer writer(OutputStream out) {
        var piece = new StringBuilder(PIECE);
        return new Writer() {
            @Override public void write(char[] text, int from, int length) throws IOException {
                append(new String(text, from, length));
            }

            @Override public void write(String text) throws IOException {
                append(text);
            }

            @Override public Writer append(CharSequence text) throws IOException {
                piece.append(text);
                if (piece.length() >= PIECE) {
                    handOn();
                }
                return this;
            }

            private void handOn() throws IOException {
                String text = piece.toString();
                piece.setLength(0);
                hand(() -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            }

            @Override public void flush() throws IOException {
                handOn();
                finish();
            }

            @Override public void close() throws IOException {
                flush();
            }
        };
    }
}
