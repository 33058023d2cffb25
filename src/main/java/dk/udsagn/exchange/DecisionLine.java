package dk.udsagn.exchange;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Span;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads lines of a log fast, and keeps texts that come again and again (ids of transcripts, themes, rules) once.
 *
 * <p>It knows the usual lines only. Of any other it makes nothing and hands it to {@link DecisionJson}, which knows them all and says what is wrong.
 */
final class DecisionLine {
    private static final List<Key> CONTENT = List.of(Key.TRANSCRIPT, Key.DIGEST, Key.WORDS, Key.THEME, Key.CODEBOOK, Key.POLARITY, Key.STATUS);

    private static final String COPY = "take the line from a copy of the log, or move it to a file of another ending: all other lines stand";
    private static final Pattern WRITER = Pattern.compile("\"library\"\\s*:\\s*\"([^\"\\\\]{1,60})\"");

    private final Optional<Map<String, Decision.Suggested>> suggestions;
    private final LineBytes in = new LineBytes();
    private final String[] texts = new String[Key.values().length];
    private int start;
    private int end;
    private Decision.Rule rule;
    private String moment = "";
    private Instant at = Instant.EPOCH;

    DecisionLine() {
        this(Optional.empty());
    }

    /** One that knows suggestions by their ids, and adds those it reads. */
    DecisionLine(Optional<Map<String, Decision.Suggested>> suggestions) {
        this.suggestions = suggestions;
    }

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
        in.over(bytes, from, to);
        try {
            return in.take('{') && fields() && in.atEnd() ? decision() : null;
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private boolean fields() {
        do {
            String name = in.keptText();
            if (name == null || !in.take(':')) {
                return false;
            }
            boolean known = switch (name) {
                case "id" -> put(Key.ID, in.text());
                case "at" -> put(Key.AT, in.text());
                case "coder" -> put(Key.CODER, in.keptText());
                case "library" -> put(Key.LIBRARY, in.keptText());
                case "act" -> put(Key.ACT, in.keptText());
                case "target" -> put(Key.TARGET, in.text());
                case "transcript" -> put(Key.TRANSCRIPT, in.keptText());
                case "digest" -> put(Key.DIGEST, in.keptText());
                case "words" -> put(Key.WORDS, in.text());
                case "theme" -> put(Key.THEME, in.keptText());
                case "codebook" -> put(Key.CODEBOOK, in.keptText());
                case "polarity" -> put(Key.POLARITY, in.keptText());
                case "status" -> put(Key.STATUS, in.keptText());
                case "why" -> put(Key.WHY, in.text());
                case "left", "right", "after", "seal" -> in.skipText();
                case "start" -> start < 0 && (start = in.whole()) >= 0;
                case "end" -> end < 0 && (end = in.whole()) >= 0;
                case "rule" -> rule == null && (rule = rule()) != null;
                default -> false;
            };
            if (!known) {
                return false;
            }
        } while (in.take(','));
        return in.take('}');
    }

    private boolean put(Key key, String text) {
        boolean once = text != null && texts[key.ordinal()] == null;
        texts[key.ordinal()] = text;
        return once;
    }

    private String text(Key key) {
        return texts[key.ordinal()];
    }

    private Decision.Rule rule() {
        String name = null;
        String version = null;
        double score = Double.NaN;
        List<Span> evidence = null;
        int keys = 0;
        if (!in.take('{')) {
            return null;
        }
        do {
            String key = in.keptText();
            if (key == null || !in.take(':')) {
                return null;
            }
            keys++;
            switch (key) {
                case "name" -> name = in.keptText();
                case "version" -> version = in.keptText();
                case "score" -> score = in.number();
                case "evidence" -> evidence = spans();
                default -> {
                    return null;
                }
            }
        } while (in.take(','));
        return !in.take('}') || keys != 4 || name == null || version == null || Double.isNaN(score) || evidence == null ? null : new Decision.Rule(name, version, score, evidence);
    }

    private List<Span> spans() {
        if (!in.take('[')) {
            return null;
        }
        var spans = new ArrayList<Span>();
        if (in.take(']')) {
            return spans;
        }
        do {
            int from = in.take('[') ? in.whole() : -1;
            int to = in.take(',') ? in.whole() : -1;
            if (!in.take(']')) {
                return null;
            }
            spans.add(new Span(from, to));
        } while (in.take(','));
        return in.take(']') ? spans : null;
    }

    private Decision decision() {
        String act = text(Key.ACT);
        String target = text(Key.TARGET);
        if (text(Key.ID) == null || text(Key.AT) == null || text(Key.CODER) == null || act == null) {
            return null;
        }
        String library = text(Key.LIBRARY);
        var entry = new Decision.Entry(text(Key.ID), at(text(Key.AT)), text(Key.CODER), library == null ? "" : library);
        var why = Optional.ofNullable(text(Key.WHY));
        return switch (act) {
            case "laid" -> new Decision.Laid(entry, content(), why);
            case "suggested" -> rule == null ? null : suggested(new Decision.Suggested(entry, content(), rule));
            case "accepted", "rejected" -> rule == null || target == null ? null : verdict(act.equals("accepted"), entry, target, content(), why);
            case "withdrawn" -> target == null ? null : new Decision.Withdrawn(entry, target, why);
            default -> null;
        };
    }

    /** What was recorded together has one time. */
    private Instant at(String text) {
        if (!text.equals(moment)) {
            Instant quick = UtcTime.read(text);
            at = quick == null ? Instant.parse(text) : quick;
            moment = text;
        }
        return at;
    }

    private Decision suggested(Decision.Suggested s) {
        suggestions.ifPresent(known -> known.put(s.entry().id(), s));
        return s;
    }

    /** A verdict mostly says word for word what the suggestion said; of a hundred thousand, that is a third of the memory. */
    private Decision verdict(boolean yes, Decision.Entry entry, String target, Decision.Content content, Optional<String> why) {
        var s = suggestions.map(all -> all.get(target)).orElse(null);
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
