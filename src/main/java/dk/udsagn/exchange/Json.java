package dk.udsagn.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Plain maps, lists, texts and numbers as JSON. Keys keep their order; a key whose value is an empty optional is left out. */
public final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter LINE = MAPPER.writer();
    private static final ObjectWriter PRETTY = MAPPER.writer(new DefaultPrettyPrinter()
        .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private Json() {
    }

    /**
     * One value on one line.
     *
     * @param value maps, collections, texts, numbers, booleans and optionals of these
     * @return the JSON, without a line end
     */
    public static String line(Object value) {
        return write(LINE, value);
    }

    /**
     * One value over many lines, indented by two spaces, ended by LF.
     *
     * @param value maps, collections, texts, numbers, booleans and optionals of these
     * @return the JSON
     */
    public static String pretty(Object value) {
        return write(PRETTY, value) + "\n";
    }

    /**
     * An object from keys and values in turn.
     *
     * @param keysAndValues key, value, key, value …; a value that is an empty optional is left out
     * @return a map in that order
     */
    public static Map<String, Object> object(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(plain(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a value of maps, lists, texts and numbers: " + e.getOriginalMessage(), e);
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<Object, Object>();
                map.forEach((k, v) -> {
                    Object p = plain(v);
                    if (p != null) {
                        plain.put(k, p);
                    }
                });
                yield plain;
            }
            case Collection<?> list -> list.stream().map(Json::plain).toList();
            case Optional<?> o -> o.map(Json::plain).orElse(null);
            case OptionalInt o -> o.isPresent() ? (Object) o.getAsInt() : null;
            case OptionalLong o -> o.isPresent() ? (Object) o.getAsLong() : null;
            case OptionalDouble o -> o.isPresent() ? (Object) o.getAsDouble() : null;
            case null -> null;
            default -> value;
        };
    }
}
