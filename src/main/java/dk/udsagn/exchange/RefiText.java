package dk.udsagn.exchange;

import dk.udsagn.transcript.LossReport.Act;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text as the canonical one, and where a position counted in some dialect stands in it. */
final class RefiText {
    final String text;
    final boolean mark;
    /** Whether a file holds the text as it is, in UTF-8. */
    final boolean asItIs;
    private final int[] ends;              // in the text: where each surrogate pair and each line end ends
    private final int[] pairs;             // how many of the first n are pairs
    private final int[] wide;              // how many of the first n are line ends that count two where line ends count two
    /** Whether line ends are CRLF in the file: all, or some of them. */
    final boolean crlf;

    private RefiText(String decoded, String text, boolean mark, boolean asItIs) {
        this.text = text;
        this.mark = mark;
        this.asItIs = asItIs;
        int[] found = new int[64];
        int count = 0;
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c < ' ' ? c == '\n' : c >= Character.MIN_SURROGATE && Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(chars[i - 1])) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = i + 1;
            }
        }
        ends = Arrays.copyOf(found, count);
        pairs = new int[count + 1];
        wide = new int[count + 1];
        crlf = decoded.contains("\r\n");
        int at = -1;                                     // in the decoded text, where the last line end ends
        for (int k = 0; k < count; k++) {
            boolean end = text.charAt(ends[k] - 1) == '\n';
            boolean two = end && !crlf;
            if (end && crlf) {                           // where CRLF and LF are mixed, a program that counts two counts what it sees
                do {
                    at++;
                } while (decoded.charAt(at) != '\n' && decoded.charAt(at) != '\r');
                two = decoded.startsWith("\r\n", at);
                at += two ? 1 : 0;
            }
            pairs[k + 1] = pairs[k] + (end ? 0 : 1);
            wide[k + 1] = wide[k] + (two ? 1 : 0);
        }
    }

    /** A text as decoded: a mark at its top is taken off, line ends become LF. */
    static RefiText of(String decoded) {
        return of(decoded, false);
    }

    private static RefiText of(String decoded, boolean utf8) {
        boolean mark = decoded.startsWith("\uFEFF");
        String text = mark ? decoded.substring(1) : decoded;
        if (text.indexOf('\r') < 0) {
            return new RefiText(text, text, mark, utf8 && !mark);
        }
        // CRLF written once more as text on Windows: no line end without the third character
        String once = text.contains("\r\r\n") && !text.replace("\r\r\n", "").contains("\n") ? text.replace("\r\r\n", "\r\n") : text;
        return new RefiText(once, once.replace("\r\n", "\n").replace('\r', '\n'), mark, false);
    }

    /** The bytes of a text file: UTF-8, as the standard has it; with a mark of UTF-16 that; else Windows-1252, and told. */
    static RefiText of(byte[] bytes, String name, Losses losses) {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            losses.add(Act.REPAIRED, "encoding", "the text is UTF-16; the standard says UTF-8", name, 0);
            Charset charset = bytes[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            return of(new String(bytes, charset));
        }
        String quick = new String(bytes, StandardCharsets.UTF_8);
        if (quick.indexOf('\uFFFD') < 0) {                                // nothing was replaced
            return of(quick, true);
        }
        try {
            return of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), true);
        } catch (CharacterCodingException e) {
            losses.add(Act.GUESSED, "encoding", "the text is not UTF-8 as the standard says; it was read as Windows-1252", name, 0);
            return of(new String(bytes, Charset.forName("windows-1252")));
        }
    }

    /**
     * Where a position stands.
     *
     * @param position as counted
     * @param dialect  how it was counted
     * @param up       whether a position inside a surrogate pair means its end
     * @return 0 to the text's length; -1 before the text, -2 past it
     */
    int at(long position, Dialect dialect, boolean up) {
        long p = position - (mark && dialect.markCounts() ? 1 : 0);
        if (p < 0) {
            return -1;
        }
        boolean units = dialect.unit() == Dialect.Unit.UTF_16;
        int low = 0;
        int high = ends.length;
        while (low < high) {                            // how many specials end at or before it
            int middle = (low + high) >>> 1;
            if (counted(middle + 1, units, dialect.lineEnd()) <= p) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        long index = low == 0 ? p : ends[low - 1] + (p - counted(low, units, dialect.lineEnd()));
        if (low < ends.length) {
            boolean pair = pairs[low + 1] > pairs[low];
            int start = ends[low] - (pair ? 2 : 1);
            return index <= start ? (int) index : pair && up ? ends[low] : start;
        }
        return index > text.length() ? -2 : (int) index;
    }

    /** How much is counted up to the end of the first n specials. */
    private long counted(int n, boolean units, int lineEnd) {
        return ends[n - 1] - (units ? 0 : pairs[n]) + (lineEnd == 2 ? wide[n] : 0);
    }

    boolean hasPairs() {
        return pairs[ends.length] > 0;
    }

    /** The standard's counting: code points before a position of the text. */
    int codePoint(int index) {
        int k = Arrays.binarySearch(ends, index);
        int n = k >= 0 ? k + 1 : -k - 1;
        return index - pairs[n];
    }
}
