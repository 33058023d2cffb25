package dk.udsagn.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** One object as one line of JSON in UTF-8, written key by key: the same characters as {@link Json#line} gives, without a map or a text in between. */
final class JsonLine {
    private static final String HEX = "0123456789ABCDEF";
    private byte[] line = new byte[640];
    private int size;

    JsonLine() {
        put('{');
    }

    JsonLine text(String key, String value) {
        key(key);
        put('"');
        quoted(value);
        put('"');
        return this;
    }

    /** A key without a value is left out. */
    JsonLine text(String key, Optional<String> value) {
        value.ifPresent(v -> text(key, v));
        return this;
    }

    JsonLine whole(String key, int value) {
        key(key);
        raw(String.valueOf(value));
        return this;
    }

    /** Any other value; slower. */
    JsonLine any(String key, Object value) {
        key(key);
        raw(Json.line(value));
        return this;
    }

    private void key(String key) {
        if (size > 1) {
            put(',');
        }
        put('"');
        raw(key);
        put('"');
        put(':');
    }

    private void raw(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(bytes.length);
        System.arraycopy(bytes, 0, line, size, bytes.length);
        size += bytes.length;
    }

    private void put(int b) {
        room(1);
        line[size++] = (byte) b;
    }

    private void room(int bytes) {
        if (size + bytes > line.length) {
            line = Arrays.copyOf(line, Math.max(size + bytes, 2 * line.length));
        }
    }

    private void quoted(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                put(c);
            } else if (c < 0x80) {
                escaped(c);
            } else if (c < 0x800) {
                put(0xC0 | c >> 6);
                put(0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                put(0xE0 | c >> 12);
                put(0x80 | c >> 6 & 0x3F);
                put(0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                int whole = Character.toCodePoint(c, text.charAt(++i));
                put(0xF0 | whole >> 18);
                put(0x80 | whole >> 12 & 0x3F);
                put(0x80 | whole >> 6 & 0x3F);
                put(0x80 | whole & 0x3F);
            } else {
                put('?');                                                // half a character, as Java encodes it
            }
        }
    }

    private void escaped(char c) {
        int letter = switch (c) {
            case '"', '\\' -> c;
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            default -> 'u';
        };
        put('\\');
        put(letter);
        if (letter == 'u') {
            put('0');
            put('0');
            put(HEX.charAt(c >> 4));
            put(HEX.charAt(c & 0xF));
        }
    }

    /** The whole line; nothing can be added after this. */
    byte[] utf8() {
        put('}');
        return Arrays.copyOf(line, size);
    }
}
