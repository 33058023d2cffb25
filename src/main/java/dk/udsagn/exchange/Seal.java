package dk.udsagn.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The chain that makes tampering with a log visible: each line ends with the seal of the line before ({@code after}) and with its own
 * ({@code seal}), a digest over everything before it in the line, {@code after} included.
 *
 * <p>A line can so be checked alone, and a missing, added or reordered line breaks the link to its neighbour. Seals are the first half of
 * a SHA-256: 128 bits, 32 hexadecimal digits. A line without a seal, as a person or another program writes it, is linked by its digest.
 */
final class Seal {
    static final int DIGITS = 32;
    private static final byte[] AFTER = ",\"after\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEAL = "\",\"seal\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);
    /** From the end of the sealed bytes to the end of the line. */
    private static final int OWN = SEAL.length - 1 + DIGITS + END.length;
    private static final int TAIL = AFTER.length + DIGITS + 1 + OWN;

    private final MessageDigest digest;

    Seal() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What the first line of a log follows: the name of the log, so that logs of two coders do not begin alike. */
    String first(String coder) {
        return of(("udsagn log of " + coder).getBytes(StandardCharsets.UTF_8), 0, -1);
    }

    /** A JSON object in UTF-8 as a line of the log that follows another, without its line end. */
    byte[] line(byte[] object, String after) {
        int own = object.length - 1 + AFTER.length + DIGITS + 1;
        byte[] line = Arrays.copyOf(object, own + OWN);
        put(line, object.length - 1, AFTER);
        put(line, own - DIGITS - 1, after.getBytes(StandardCharsets.US_ASCII));
        put(line, own - 1, SEAL);
        put(line, own - 1 + SEAL.length, of(line, 0, own).getBytes(StandardCharsets.US_ASCII));
        put(line, line.length - END.length, END);
        return line;
    }

    private static void put(byte[] line, int at, byte[] part) {
        System.arraycopy(part, 0, line, at, part.length);
    }

    /** What the next line has to follow: a sealed line's seal, else the digest of the line. */
    String link(byte[] bytes, int start, int end) {
        return sealed(bytes, start, end) ? ascii(bytes, end - END.length - DIGITS) : of(bytes, start, end);
    }

    /** The seal of the line before, as a sealed line names it. */
    static String after(byte[] bytes, int end) {
        return ascii(bytes, end - OWN - 1 - DIGITS);
    }

    static boolean sealed(byte[] bytes, int start, int end) {
        return end - start > TAIL && matches(bytes, end - TAIL, AFTER) && matches(bytes, end - OWN - 1, SEAL) && matches(bytes, end - END.length, END);
    }

    /** Whether a sealed line's seal is that of its bytes. */
    boolean fits(byte[] bytes, int start, int end) {
        return of(bytes, start, end - OWN).equals(ascii(bytes, end - END.length - DIGITS));
    }

    private String of(byte[] bytes, int start, int end) {
        digest.update(bytes, start, (end < 0 ? bytes.length : end) - start);
        return HexFormat.of().formatHex(digest.digest(), 0, DIGITS / 2);
    }

    private static String ascii(byte[] bytes, int start) {
        return new String(bytes, start, DIGITS, StandardCharsets.ISO_8859_1);
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        return Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
