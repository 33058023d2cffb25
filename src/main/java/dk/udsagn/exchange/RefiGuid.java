package dk.udsagn.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/** GUIDs as REFI-QDA has them: read in any case and with or without braces, written in lower case, derived from what they name. */
final class RefiGuid {
    /** The name space of this library's GUIDs, drawn once; it must never change, or exports would no longer give the same GUIDs. */
    private static final UUID SPACE = UUID.fromString("8c0a3d1e-52b7-4a0f-9f3e-6d5a1c7be204");

    /** Has taken in the name space, and is only ever cloned. */
    private static final MessageDigest BEGUN = begun();

    private RefiGuid() {
    }

    /** Whether a text is a GUID as this library writes them. */
    static boolean is(String text) {
        if (text.length() != 36) {
            return false;
        }
        int hyphens = 0;
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' && c < 'a' || c > 'f') {
                if (c != '-' || i != 8 && i != 13 && i != 18 && i != 23) {
                    return false;
                }
                hyphens++;
            }
        }
        return hyphens == 4;
    }

    /** Without braces, in lower case, as GUIDs are compared. */
    static String normal(String raw) {
        if (raw.isEmpty() || is(raw)) {
            return raw;
        }
        String guid = raw.strip();
        if (guid.startsWith("{") && guid.endsWith("}")) {
            guid = guid.substring(1, guid.length() - 1).strip();
        }
        return guid.toLowerCase(Locale.ROOT);
    }

    /** The GUID of a thing: always the same for the same kind and id (RFC 9562, version 5). */
    static String of(String kind, String id) {
        try {
            var sha = (MessageDigest) BEGUN.clone();
            var hash = ByteBuffer.wrap(sha.digest((kind + '/' + id).getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong() & ~0xF000L | 0x5000L, hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L).toString();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-1 can be cloned", e);
        }
    }

    /** Finding the algorithm anew takes longer than using it. */
    private static MessageDigest begun() {
        try {
            var sha = MessageDigest.getInstance("SHA-1");
            sha.update(ByteBuffer.allocate(16).putLong(SPACE.getMostSignificantBits()).putLong(SPACE.getLeastSignificantBits()).array());
            return sha;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** The GUID a GUID-shaped id already is, or the one derived from it. */
    static String orOf(String kind, String id) {
        return is(id) ? id : of(kind, id);
    }
}
