package dk.udsagn.intake;

import dk.udsagn.transcript.FormatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A JSON value that knows where its strings stand in the file, so that words can be followed back. */
sealed interface Json {
    /** An object, its keys in the file's order; of keys that come twice the last counts. Arrays, for a transcript may have a million of them. */
    record Obj(String[] keys, Json[] values) implements Json {
        private Json find(String key) {
            for (int i = keys.length - 1; i >= 0; i--) {
                if (keys[i].equals(key)) {
                    return values[i];
                }
            }
            return null;
        }
    }

    /** An array. */
    record Arr(List<Json> values) implements Json {
    }

    /** A number. */
    record Num(double value) implements Json {
    }

    /** true, false or null. */
    record Literal(String word) implements Json {
    }

    /**
     * A string, which begins at a place of the file.
     *
     * @param at      leads from each character, and from the end, to the file; null where nothing is escaped, and each stands as it is
     * @param escaped characters that stand otherwise in the file; null where none is
     */
    record Str(String value, int start, int[] at, BitSet escaped) implements Json {
        /** Characters {@code [from, to)} of the value, as pieces of the file. */
        List<Piece> pieces(int from, int to) {
            if (at == null) {
                return from < to ? List.of(new Piece.Copy(start + from, start + to)) : List.of();
            }
            var out = new ArrayList<Piece>();
            for (int i = from; i < to; ) {
                int end = i + 1;
                boolean escape = escaped.get(i);
                while (end < to && escaped.get(end) == escape) {
                    end++;
                }
                out.add(escape ? new Piece.Repair(value.substring(i, end), "escape") : new Piece.Copy(at[i], at[end - 1] + 1));
                i = end;
            }
            return out;
        }
    }

    /** A field of an object; empty where this is none or has none. */
    default Optional<Json> get(String key) {
        return this instanceof Obj o ? Optional.ofNullable(o.find(key)) : Optional.empty();
    }

    /** The first of several fields that there is. */
    default Optional<Json> any(String... keys) {
        for (String key : keys) {
            Optional<Json> value = get(key);
            if (value.isPresent() && !(value.get() instanceof Literal)) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** The number a value is or spells. */
    default OptionalDouble number() {
        if (this instanceof Num n) {
            return OptionalDouble.of(n.value);
        }
        if (this instanceof Str s && s.value.matches("-?\\d{1,9}(\\.\\d{1,9})?s?")) {
            return OptionalDouble.of(Double.parseDouble(s.value.replace("s", "")));
        }
        return OptionalDouble.empty();
    }

    /** Reads a whole text as one value. */
    static Json of(SourceText source) {
        return new Parser(source).whole();
    }

    /** Reads from the top; not for threads to share. */
    final class Parser {
        private static final int DEEPEST = 100;
        private static final String[] NO_KEYS = {};
        private static final Json[] NO_VALUES = {};
        private final SourceText source;
        private final String text;
        private int i;
        private int depth;
        private final Map<String, String> known = new HashMap<>();

        private Parser(SourceText source) {
            this.source = source;
            this.text = source.text();
            i = text.startsWith("\uFEFF") ? 1 : 0;
        }

        private Json whole() {
            Json value = value();
            space();
            if (i < text.length()) {
                throw fault("there is something after the end of the JSON");
            }
            return value;
        }

        private FormatException fault(String problem) {
            return new FormatException(source.name(), source.place(Math.min(i, text.length() - 1)).line().orElse(0), problem, "is the JSON whole, or was it cut off?");
        }

        private void space() {
            while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == '\u00a0')) {
                i++;
            }
        }

        private Json value() {
            space();
            if (i >= text.length()) {
                throw fault("the JSON ends where a value should stand");
            }
            if (++depth > DEEPEST) {
                throw fault("the JSON is nested more than " + DEEPEST + " deep");
            }
            Json value = switch (text.charAt(i)) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                default -> scalar();
            };
            depth--;
            return value;
        }

        private Json object() {
            var keys = new ArrayList<String>(8);
            var values = new ArrayList<Json>(8);
            i++;
            if (closes('}')) {
                return new Obj(NO_KEYS, NO_VALUES);
            }
            do {
                space();
                if (i >= text.length() || text.charAt(i) != '"') {
                    throw fault("a key in quotation marks is missing");
                }
                String key = string().value();
                space();
                if (i >= text.length() || text.charAt(i++) != ':') {
                    throw fault("a colon after the key \"" + key + "\" is missing");
                }
                keys.add(known.computeIfAbsent(key, k -> k));
                values.add(value());
            } while (goesOn('}'));
            return new Obj(keys.toArray(NO_KEYS), values.toArray(NO_VALUES));
        }

        private Json array() {
            var values = new ArrayList<Json>();
            i++;
            if (closes(']')) {
                return new Arr(values);
            }
            do {
                values.add(value());
            } while (goesOn(']'));
            return new Arr(values);
        }

        private boolean closes(char end) {
            space();
            if (i < text.length() && text.charAt(i) == end) {
                i++;
                return true;
            }
            return false;
        }

        private boolean goesOn(char end) {
            space();
            if (i < text.length() && text.charAt(i) == ',') {
                i++;
                return true;
            }
            if (closes(end)) {
                return false;
            }
            throw fault("\"" + end + "\" or a comma is missing");
        }

        private Str string() {
            int start = ++i;
            while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\\') {
                i++;
            }
            if (i < text.length() && text.charAt(i) == '"') {
                return new Str(text.substring(start, i++), start, null, null);
            }
            var value = new StringBuilder(text.substring(start, i));
            var escaped = new BitSet();
            int[] at = IntStream.range(start, Math.max(start + 16, 2 * i - start)).toArray();
            while (i < text.length() && text.charAt(i) != '"') {
                if (value.length() + 1 >= at.length) {
                    at = Arrays.copyOf(at, 2 * at.length);
                }
                at[value.length()] = i;
                if (text.charAt(i) == '\\') {
                    escaped.set(value.length());
                    value.append(escape());
                } else {
                    value.append(text.charAt(i++));
                }
            }
            if (i >= text.length()) {
                i = start;
                throw fault("a string has no end");
            }
            at[value.length()] = i++;
            return new Str(value.toString(), start, Arrays.copyOf(at, value.length() + 1), escaped);
        }

        private char escape() {
            i++;
            char c = i < text.length() ? text.charAt(i++) : 0;
            switch (c) {
                case 'n': return '\n';
                case 't': return '\t';
                case 'r': return ' ';
                case 'b', 'f': return ' ';
                case '"', '\\', '/': return c;
                case 'u':
                    if (i + 4 <= text.length() && text.substring(i, i + 4).matches("[0-9a-fA-F]{4}")) {
                        i += 4;
                        return (char) Integer.parseInt(text.substring(i - 4, i), 16);
                    }
                    throw fault("four hexadecimal digits are missing after \\u");
                default: throw fault("there is no escape \\" + c);
            }
        }

        private Json scalar() {
            int start = i;
            while (i < text.length() && "+-.0123456789eEaflnrstuNIy".indexOf(text.charAt(i)) >= 0) {
                i++;
            }
            String word = text.substring(start, i);
            if (List.of("true", "false", "null", "NaN", "Infinity", "-Infinity").contains(word)) {
                return new Literal(word);
            }
            try {
                return new Num(Double.parseDouble(word));
            } catch (NumberFormatException e) {
                i = start;
                throw fault("there is no value here");
            }
        }
    }
}
