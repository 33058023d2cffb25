package dk.udsagn.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads lines of a log fast, and keeps texts that come again and again (ids of transcripts, themes, rules) once.
 *
 * <p>It knows the usual lines only. Of any other it makes nothing and hands it to {@link DecisionJson}, which knows them all and says what is wrong.
 */
final class DecisionLine {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int KEPT = 100_000;

    private final Map<String, String> kept = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private int start;
    private int end;
    private Decision.Rule rule;

    /** What the bytes of one line hold; {@code source} and {@code number} are named in errors. */
    Decision read(String source, int number, byte[] bytes, int from, int to) {
        Decision usual = usual(bytes, from, to);
        if (usual != null) {
            return usual;
        }
        try {
            return DecisionJson.read(source, number, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString());
        } catch (CharacterCodingException e) {
            throw new FormatException(source, number, "the line is not UTF-8", "take it from a copy of the log");
        }
    }

    private Decision usual(byte[] bytes, int from, int to) {
        texts.clear();
        rule = null;
        start = -1;
        end = -1;
        try (JsonParser p = JSON.createParser(bytes, from, to - from)) {
            if (p.nextToken() != JsonToken.START_OBJECT || !fields(p) || p.nextToken() != null) {
                return null;
            }
            return decision();
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private boolean fields(JsonParser p) throws IOException {
        for (String name = p.nextFieldName(); name != null; name = p.nextFieldName()) {
            boolean known = switch (name) {
                case "transcript", "digest", "theme", "codebook", "coder", "library", "act", "polarity", "status" -> put(name, keep(p.nextTextValue()));
                case "id", "at", "target", "words", "why", "memo" -> put(name, p.nextTextValue());
                case "left", "right", "after", "seal" -> p.nextTextValue() != null;
                case "start" -> start < 0 && (start = p.nextIntValue(-1)) >= 0;
                case "end" -> end < 0 && (end = p.nextIntValue(-1)) >= 0;
                case "rule" -> rule == null && p.nextToken() == JsonToken.START_OBJECT && (rule = rule(p)) != null;
                default -> false;
            };
            if (!known) {
                return false;
            }
        }
        return p.currentToken() == JsonToken.END_OBJECT;
    }

    private boolean put(String name, String text) {
        return text != null && texts.put(name, text) == null;
    }

    private String keep(String text) {
        if (text == null) {
            return null;
        }
        String known = kept.get(text);
        if (known == null && kept.size() < KEPT) {
            kept.put(text, text);
        }
        return known == null ? text : known;
    }

    private Decision.Rule rule(JsonParser p) throws IOException {
        String name = null;
        String version = null;
        double score = Double.NaN;
        List<Span> evidence = null;
        int keys = 0;
        for (String key = p.nextFieldName(); key != null; key = p.nextFieldName()) {
            keys++;
            switch (key) {
                case "name" -> name = keep(p.nextTextValue());
                case "version" -> version = keep(p.nextTextValue());
                case "score" -> score = p.nextToken().isNumeric() ? p.getDoubleValue() : Double.NaN;
                case "evidence" -> evidence = p.nextToken() == JsonToken.START_ARRAY ? spans(p) : null;
                default -> {
                    return null;
                }
            }
        }
        return keys != 4 || name == null || version == null || Double.isNaN(score) || evidence == null ? null : new Decision.Rule(name, version, score, evidence);
    }

    private static List<Span> spans(JsonParser p) throws IOException {
        var spans = new ArrayList<Span>();
        while (p.nextToken() == JsonToken.START_ARRAY) {
            spans.add(new Span(p.nextIntValue(-1), p.nextIntValue(-1)));
            if (p.nextToken() != JsonToken.END_ARRAY) {
                return null;
            }
        }
        return p.currentToken() == JsonToken.END_ARRAY ? spans : null;
    }

    private Decision decision() {
        String id = texts.get("id");
        String at = texts.get("at");
        String coder = texts.get("coder");
        String act = texts.get("act");
        String target = texts.get("target");
        if (id == null || at == null || coder == null || act == null) {
            return null;
        }
        var entry = new Decision.Entry(id, Instant.parse(at), coder, texts.getOrDefault("library", ""));
        var why = Optional.ofNullable(texts.get("why"));
        return switch (act) {
            case "laid" -> new Decision.Laid(entry, content(), why);
            case "suggested" -> rule == null ? null : new Decision.Suggested(entry, content(), rule);
            case "accepted" -> rule == null || target == null ? null : new Decision.Accepted(entry, target, content(), rule, why);
            case "rejected" -> rule == null || target == null ? null : new Decision.Rejected(entry, target, content(), rule, why);
            case "withdrawn" -> target == null ? null : new Decision.Withdrawn(entry, target, why);
            default -> null;
        };
    }

    private Decision.Content content() {
        for (String key : List.of("transcript", "digest", "words", "theme", "codebook", "polarity", "status")) {
            if (!texts.containsKey(key)) {
                throw new IllegalArgumentException(key);            // said in words by DecisionJson
            }
        }
        return new Decision.Content(new Place(texts.get("transcript"), texts.get("digest"), new Span(start, end), texts.get("words")),
            texts.get("theme"), texts.get("codebook"), Polarity.of(texts.get("polarity")), Status.of(texts.get("status")));
    }
}
