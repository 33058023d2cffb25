package dk.udsagn.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** What is printed, and whether it all got there: printers keep silent about a full disk. */
final class Output extends FilterOutputStream {
    private IOException fault;

    Output(OutputStream to) {
        super(to);
    }

    @Override public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override public void write(byte[] bytes, int from, int length) {
        if (fault == null) {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                fault = e;
            }
        }
    }

    @Override public void flush() {
        if (fault == null) {
            try {
                out.flush();
            } catch (IOException e) {
                fault = e;
            }
        }
    }

    /** Why output was lost; not when the reader had read enough, as {@code | head} has. */
    Optional<String> lost() {
        String why = fault == null ? "" : String.valueOf(fault.getMessage());
        return fault == null || why.toLowerCase(Locale.ROOT).contains("pipe") ? Optional.empty() : Optional.of(why);
    }
}
