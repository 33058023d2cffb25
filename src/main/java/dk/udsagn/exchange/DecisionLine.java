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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads lines of a log fast, and keeps texts that come again and again (ids of transcripts, themes, rules) once. One object reads all logs of a
 * folder, suggestions first.
 *
 * <p>It knows the usual lines only. Of any other it makes nothing and hands it to {@link DecisionJson}, which knows them all and says what is wrong.
 */
final class DecisionLine {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int KEPT = 100_000;
    private static final List<Key> CONTENT = List.of(Key.TRANSCRIPT, Key.DIGEST, Key.WORDS, Key.THEME, Key.CODEBOOK, Key.POLARITY, Key.STATUS);

    private static final String COPY = "take the line from a copy of the log, or move it to a file of another ending: all other lines stand";
    private static final Pattern WRITER = Pattern.compile("\"library\"\\s*:\\s*\"([^\"\\\\]{1,60})\"");

    private final Map<String, String> kept = new HashMap<>();
    private final Map<String, Decision.Suggested> suggestions = new HashMap<>();
    private final String[] texts = new String[Key.values().length];
    private int start;
    private int end;
    private Decision.Rule rule;

    /** Keys whose values are texts. */
    private enum Key { ID, AT, CODER, LIBRARY, ACT, TARGET, TRANSCRIPT, DIGEST, WORDS, THEME, CODEBOOK, POLARITY, STATUS, WHY }

    /** What the bytes of one line hold; {@code source} and {@code number} are named in errors. */
    Decision read(String source, int number, byte[] bytes, int from, int to) {
        Decision usual = usual(bytes, from, to);
        if (usual != null) {
            return usual;
        }
        String line;
        try {
            line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            throw new FormatException(source, number, "the line is not UTF-8", COPY);
        }
        try {
            return DecisionJson.read(source, number, line);
        } catch (FormatException e) {
            var writer = WRITER.matcher(line);
            throw new FormatException(source, number, e.problem() + (writer.find() ? ", in a line that \"" + writer.group(1) + "\" wrote" : ""), e.mend() + "; or " + COPY);
        }
    }

    /** When the decision of a line was made; empty where the line is none. */
    Optional<Instant> at(byte[] line) {
        try {
            return Optional.of(read("", 0, line, 0, line.length).entry().at());
        } catch (FormatException e) {
            return Optional.empty();
        }
    }

    private Decision usual(byte[] bytes, int from, int to) {
        Arrays.fill(texts, null);
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
                case "id" -> put(Key.ID, p.nextTextValue());
                case "at" -> put(Key.AT, p.nextTextValue());
                case "coder" -> put(Key.CODER, keep(p.nextTextValue()));
                case "library" -> put(Key.LIBRARY, keep(p.nextTextValue()));
                case "act" -> put(Key.ACT, keep(p.nextTextValue()));
                case "target" -> put(Key.TARGET, p.nextTextValue());
                case "transcript" -> put(Key.TRANSCRIPT, keep(p.nextTextValue()));
                case "digest" -> put(Key.DIGEST, keep(p.nextTextValue()));
                case "words" -> put(Key.WORDS, p.nextTextValue());
                case "theme" -> put(Key.THEME, keep(p.nextTextValue()));
                case "codebook" -> put(Key.CODEBOOK, keep(p.nextTextValue()));
                case "polarity" -> put(Key.POLARITY, keep(p.nextTextValue()));
                case "status" -> put(Key.STATUS, keep(p.nextTextValue()));
                case "why" -> put(Key.WHY, p.nextTextValue());
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

    private boolean put(Key key, String text) {
        boolean once = text != null && texts[key.ordinal()] == null;
        texts[key.ordinal()] = text;
        return once;
    }

    private String text(Key key) {
        return texts[key.ordinal()];
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
        String act = text(Key.ACT);
        String target = text(Key.TARGET);
        if (text(Key.ID) == null || text(Key.AT) == null || text(Key.CODER) == null || act == null) {
            return null;
        }
        String library = text(Key.LIBRARY);
        var entry = new Decision.Entry(text(Key.ID), instant(text(Key.AT)), text(Key.CODER), library == null ? "" : library);
        var why = Optional.ofNullable(text(Key.WHY));
        return switch (act) {
            case "laid" -> new Decision.Laid(entry, content(), why);
            case "suggested" -> rule == null ? null : suggested(new Decision.Suggested(entry, content(), rule));
            case "accepted", "rejected" -> rule == null || target == null ? null : verdict(act.equals("accepted"), entry, target, content(), why);
            case "withdrawn" -> target == null ? null : new Decision.Withdrawn(entry, target, why);
            default -> null;
        };
    }

    /** Times as the log writes them, read faster than {@link Instant#parse} does; others are left to it. */
    private static Instant instant(String text) {
        int n = text.length();
        if ((n == 20 || n == 24 && text.charAt(19) == '.') && text.charAt(n - 1) == 'Z' && text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T'
            && text.charAt(13) == ':' && text.charAt(16) == ':') {
            int year = digits(text, 0, 4);
            int hour = digits(text, 11, 13);
            int minute = digits(text, 14, 16);
            int second = digits(text, 17, 19);
            int millis = n == 24 ? digits(text, 20, 23) : 0;
            if (year >= 0 && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60 && millis >= 0) {
                long day = LocalDate.of(year, digits(text, 5, 7), digits(text, 8, 10)).toEpochDay();
                return Instant.ofEpochSecond(day * 86_400 + hour * 3_600 + minute * 60 + second, millis * 1_000_000L);
            }
        }
        return Instant.parse(text);
    }

    /** A number of so many digits; -1 when one is none. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private Decision suggested(Decision.Suggested s) {
        suggestions.put(s.entry().id(), s);
        return s;
    }

    /** A verdict mostly says word for word what the suggestion said; of a hundred thousand, that is a third of the memory. */
    private Decision verdict(boolean yes, Decision.Entry entry, String target, Decision.Content content, Optional<String> why) {
        var s = suggestions.get(target);
        boolean known = s != null;
        String id = known ? s.entry().id() : target;
        var same = known && s.content().equals(content) ? s.content() : content;
        var by = known && s.rule().equals(rule) ? s.rule() : rule;
        return yes ? new Decision.Accepted(entry, id, same, by, why) : new Decision.Rejected(entry, id, same, by, why);
    }

    private Decision.Content content() {
        for (Key key : CONTENT) {
            if (text(key) == null) {
                throw new IllegalArgumentException(key.name());             // said in words by DecisionJson
            }
        }
        return new Decision.Content(new Place(text(Key.TRANSCRIPT), text(Key.DIGEST), new Span(start, end), text(Key.WORDS)),
            text(Key.THEME), text(Key.CODEBOOK), Polarity.of(text(Key.POLARITY)), Status.of(text(Key.STATUS)));
    }
}
