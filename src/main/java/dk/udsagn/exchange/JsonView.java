package dk.udsagn.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.udsagn.transcript.FormatException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import com.fasterxml.jackson.databind.DeserializationFeature;

/** A value in a JSON file, which knows where it stands, so that a fault can name file and line. */
final class JsonView {
    private static final ObjectMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        // 7.80 is not 7.8: printed decimals say how far a figure is rounded
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    /** Where the parser says it read from, which names nothing a person knows: file and line are told already. */
    private static final Pattern LOCATION = Pattern.compile("\\s*\\(start marker at \\[[^\\]]*\\]\\)");

    private final String source;
    private final String text;
    private final int firstLine;
    private final JsonNode node;
    private final JsonPointer pointer;

    private JsonView(String source, String text, int firstLine, JsonNode node, JsonPointer pointer) {
        this.source = source;
        this.text = text;
        this.firstLine = firstLine;
        this.node = node;
        this.pointer = pointer;
    }

    static JsonView of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return of(file.toString(), 1, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new FormatException(file.toString(), 0, "it is not UTF-8", "save it as UTF-8");
        }
    }

    /** The object that a text holds; {@code firstLine} is the line of the file on which the text begins. */
    static JsonView of(String source, int firstLine, String text) {
        try {
            JsonNode node = STRICT.readTree(text);
            var view = new JsonView(source, text, firstLine, node, JsonPointer.empty());
            if (node == null || !node.isObject()) {
                throw view.fault("a JSON object was expected, found " + (text.isBlank() ? "nothing" : kind(node)), "it begins with { and ends with }");
            }
            return view;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            boolean more = e.getOriginalMessage().startsWith("Trailing token");
            throw new FormatException(source, firstLine - 1 + Math.max(1, line), more ? "something follows after the closing brace"
                : "this is no JSON: " + LOCATION.matcher(e.getOriginalMessage()).replaceAll(""), more ? "take it out" : "mend the comma, quote or bracket there");
        }
    }

    FormatException fault(String problem, String mend) {
        return new FormatException(source, line(), problem, mend);
    }

    /** Runs what checks its arguments itself, and names file and line when it objects. */
    <T> T checked(Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw fault(e.getMessage(), "");
        }
    }

    int line() {
        try (var parser = new JsonFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.getParsingContext().pathAsPointer().equals(pointer)) {
                    return firstLine - 1 + parser.currentTokenLocation().getLineNr();
                }
            }
        } catch (IOException e) {
            return firstLine;               // the text was read once already; its first line will do
        }
        return firstLine;
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "the text \"" + node.textValue() + "\"";
            case NUMBER, BOOLEAN -> node.toString();
            default -> "null";
        };
    }

    /** Checks that there are no other keys: a misspelt key would otherwise be skipped silently. */
    JsonView only(String... keys) {
        if (!node.isObject()) {
            throw fault("an object was expected, found " + kind(node), "it begins with { and ends with }");
        }
        var known = Set.of(keys);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw at(name).fault("unknown key \"" + name + "\"", "here there may be " + String.join(", ", keys));
            }
        });
        return this;
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    boolean isNull() {
        return node.isNull() || node.isMissingNode();
    }

    boolean isText() {
        return node.isTextual();
    }

    /** A number with the decimals it was written with. */
    BigDecimal decimal() {
        if (!node.isNumber()) {
            throw fault("a number was expected, found " + kind(node), "");
        }
        return node.decimalValue();
    }

    boolean isObject() {
        return node.isObject();
    }

    private JsonView at(String key) {
        return new JsonView(source, text, firstLine, node.path(key), pointer.appendProperty(key));
    }

    JsonView object(String key) {
        return required(key, JsonNode::isObject, "an object");
    }

    private JsonView required(String key, Function<JsonNode, Boolean> is, String wanted) {
        if (!has(key)) {
            throw fault("\"" + key + "\" is missing", "it needs " + wanted);
        }
        JsonView view = at(key);
        if (!is.apply(view.node)) {
            throw view.fault("\"" + key + "\" needs " + wanted + ", found " + kind(view.node), "");
        }
        return view;
    }

    String text(String key) {
        return required(key, JsonNode::isTextual, "a text").node.textValue();
    }

    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    String textOr(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    double number(String key) {
        return required(key, JsonNode::isNumber, "a number").node.doubleValue();
    }

    int whole(String key) {
        return required(key, n -> n.canConvertToExactIntegral() && n.canConvertToInt(), "a whole number of at most " + Integer.MAX_VALUE).node.intValue();
    }

    /** The word under a key as one of a set of words; the set's own message says which there are. */
    <T> T word(String key, Function<String, T> of) {
        String word = text(key);
        return at(key).checked(() -> of.apply(word));
    }

    /** The objects of a list; none when the key is absent. */
    List<JsonView> objects(String key) {
        var objects = new ArrayList<JsonView>();
        for (JsonView item : items(key)) {
            if (!item.node.isObject()) {
                throw item.fault("\"" + key + "\" needs a list of objects, found " + kind(item.node), "");
            }
            objects.add(item);
        }
        return objects;
    }

    List<JsonView> items(String key) {
        if (!has(key)) {
            return List.of();
        }
        JsonView list = required(key, JsonNode::isArray, "a list");
        var items = new ArrayList<JsonView>();
        for (int i = 0; i < list.node.size(); i++) {
            items.add(new JsonView(source, text, firstLine, list.node.get(i), list.pointer.appendIndex(i)));
        }
        return items;
    }

    /** The texts, numbers or truth values of a list, as {@link #scalar} gives each; none when the key is absent. */
    List<String> scalars(String key) {
        if (!has(key)) {
            return List.of();
        }
        JsonView list = required(key, JsonNode::isArray, "a list");
        var scalars = new ArrayList<String>(list.node.size());
        for (int i = 0; i < list.node.size(); i++) {
            JsonNode item = list.node.get(i);
            scalars.add(item.isTextual() ? item.textValue() : items(key).get(i).scalar());
        }
        return scalars;
    }

    /** The keys of an object with their views, in the file's order. */
    Map<String, JsonView> fields() {
        var fields = new LinkedHashMap<String, JsonView>();
        node.fieldNames().forEachRemaining(name -> fields.put(name, at(name)));
        return fields;
    }

    /** A text, number or truth value as the text a person would write. */
    String scalar() {
        if (!node.isValueNode() || node.isNull()) {
            throw fault("a text, a number, true or false was expected, found " + kind(node), "");
        }
        return node.asText();
    }

    /** The numbers of a list. */
    List<Double> numbers() {
        if (!node.isArray()) {
            throw fault("a list of numbers was expected, found " + kind(node), "as in [0.5, -1.2]");
        }
        var numbers = new ArrayList<Double>(node.size());
        for (JsonNode number : node) {
            if (!number.isNumber()) {
                throw fault("a list of numbers was expected, found " + kind(number) + " in it", "as in [0.5, -1.2]");
            }
            numbers.add(number.doubleValue());
        }
        return numbers;
    }

    int[] pair() {
        if (!node.isArray() || node.size() != 2 || !node.get(0).isInt() || !node.get(1).isInt()) {
            throw fault("a pair of positions was expected, found " + kind(node), "as in [12, 40]");
        }
        return new int[] {node.get(0).intValue(), node.get(1).intValue()};
    }
}
