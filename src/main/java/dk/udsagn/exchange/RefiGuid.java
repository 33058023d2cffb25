package dk.udsagn.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** GUIDs as REFI-QDA has them: read in any case and with or without braces, written in lower case, derived from what they name. */
final class RefiGuid {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** The name space of this library's GUIDs, drawn once; it must never change, or exports would no longer give the same GUIDs. */
    private static final UUID SPACE = UUID.fromString("8c0a3d1e-52b7-4a0f-9f3e-6d5a1c7be204");

    private RefiGuid() {
    }

    static boolean is(String text) {
        return text.length() == 36 && SHAPE.matcher(text).matches();
    }

    /** Without braces, in lower case, as GUIDs are compared. */
    static String normal(String raw) {
        String guid = raw.strip();
        if (guid.startsWith("{") && guid.endsWith("}")) {
            guid = guid.substring(1, guid.length() - 1).strip();
        }
        return guid.toLowerCase(Locale.ROOT);
    }

    /** The GUID of a thing: always the same for the same kind and id (RFC 9562, version 5). */
    static String of(String kind, String id) {
        try {
            var sha = MessageDigest.getInstance("SHA-1");
            sha.update(ByteBuffer.allocate(16).putLong(SPACE.getMostSignificantBits()).putLong(SPACE.getLeastSignificantBits()).array());
            var hash = ByteBuffer.wrap(sha.digest((kind + '/' + id).getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong() & ~0xF000L | 0x5000L, hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** The GUID a GUID-shaped id already is, or the one derived from it. */
    static String orOf(String kind, String id) {
        return is(id) ? id : of(kind, id);
    }
}
