package dk.udsagn.exchange;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Optional;

/** One object as one line of JSON, written key by key: the same characters as {@link Json#line} gives, without a map in between. */
final class JsonLine {
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
    private final StringBuilder line;

    JsonLine() {
        this(new StringBuilder(512));
    }

    private JsonLine(StringBuilder line) {
        this.line = line.append('{');
    }

    JsonLine text(String key, String value) {
        key(key).append('"');
        if (isPlain(value)) {
            line.append(value);
        } else {
            ENCODER.quoteAsString(value, line);
        }
        line.append('"');
        return this;
    }

    /** Nearly every text is: it can then be taken whole. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** A key without a value is left out. */
    JsonLine text(String key, Optional<String> value) {
        value.ifPresent(v -> text(key, v));
        return this;
    }

    JsonLine whole(String key, int value) {
        key(key).append(value);
        return this;
    }

    /** Any other value; slower. */
    JsonLine any(String key, Object value) {
        key(key).append(Json.line(value));
        return this;
    }

    private StringBuilder key(String key) {
        if (line.length() > 1) {
            line.append(',');
        }
        return line.append('"').append(key).append("\":");
    }

    @Override public String toString() {
        return line.append('}').toString();
    }
}
