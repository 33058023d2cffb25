package dk.udsagn.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.FutureTask;

/** Reads characters on another processor, one piece ahead of whoever works on them. What reading throws is thrown when all before it was handed over. */
final class ReadAhead extends Reader {
    private static final int PIECE = 1 << 16;
    /** Read at a time, so that a fault costs no more of what is before it than without reading ahead. */
    private static final int STEP = 1 << 13;

    private final Reader in;
    private Piece piece = new Piece(new char[PIECE], 0, null);
    private int at;
    private FutureTask<Piece> next;

    /** The last piece is not full, or {@code fault} follows it. */
    private record Piece(char[] characters, int length, Exception fault) {
        boolean isLast() {
            return length < PIECE || fault != null;
        }
    }

    ReadAhead(Reader in) {
        this.in = in;
        begin(new char[PIECE]);
    }

    private void begin(char[] free) {
        next = new FutureTask<>(() -> filled(free));
        SideBySide.begin(next);
    }

    private Piece filled(char[] free) {
        int length = 0;
        try {
            while (length < PIECE) {
                int n = in.read(free, length, Math.min(STEP, PIECE - length));
                if (n < 0) {
                    break;
                }
                length += n;
            }
            return new Piece(free, length, null);
        } catch (IOException | RuntimeException e) {
            return new Piece(free, length, e);
        }
    }

    @Override public int read(char[] into, int from, int wanted) throws IOException {
        while (at == piece.length) {
            switch (piece.fault) {
                case null -> { }
                case IOException io -> throw io;
                case RuntimeException r -> throw r;
                default -> throw new IOException(piece.fault);
            }
            if (next == null) {
                return -1;
            }
            char[] free = piece.characters;
            piece = SideBySide.made(next);
            next = null;
            at = 0;
            if (!piece.isLast()) {
                begin(free);
            }
        }
        int n = Math.min(wanted, piece.length - at);
        System.arraycopy(piece.characters, at, into, from, n);
        at += n;
        return n;
    }

    /** Nothing is being read any more after this. */
    @Override public void close() throws IOException {
        if (next != null) {
            SideBySide.made(next);
            next = null;
        }
        in.close();
    }
}
