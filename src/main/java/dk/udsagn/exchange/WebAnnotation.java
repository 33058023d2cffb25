package dk.udsagn.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Codings;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.TextPositions;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Codings as W3C Web Annotations (JSON-LD), and back: each a {@code TextPositionSelector} in code points, as the recommendation says, and a
 * {@code TextQuoteSelector} with the words around it.
 *
 * @see "Web Annotation Data Model, W3C Recommendation 23 February 2017, sections 4.2.4 and 4.2.5"
 */
public final class WebAnnotation {
    private static final int AROUND = 32;

    private WebAnnotation() {
    }

    /**
     * A study's codings as an annotation page.
     *
     * @param data the study
     * @return the text of a JSON-LD file; codings whose words do not stand in their transcript any more are not in it
     * @throws IOException if a transcript cannot be read
     */
    public static String write(StudyData data) throws IOException {
        var byTranscript = Codings.of(data.decisions()).all().stream().collect(Collectors.groupingBy(c -> c.place().transcript()));
        var items = new ArrayList<Map<String, Object>>();
        for (var source : data.sources()) {
            String text = source.text().read();
            var positions = TextPositions.of(text);
            for (Coding c : byTranscript.getOrDefault(source.id(), List.of())) {
                if (c.span().end() <= text.length() && text.startsWith(c.place().words(), c.span().start())) {
                    items.add(annotation(c, text, positions));
                }
            }
        }
        return Json.pretty(Json.object("@context", List.of("http://www.w3.org/ns/anno.jsonld", Map.of("udsagn", "urn:udsagn:")), "type", "AnnotationPage", "items", items));
    }

    private static Map<String, Object> annotation(Coding c, String text, TextPositions positions) {
        var bodies = new ArrayList<Map<String, Object>>();
        bodies.add(Json.object("type", "TextualBody", "purpose", "tagging", "value", c.theme()));
        c.why().ifPresent(why -> bodies.add(Json.object("type", "TextualBody", "purpose", "describing", "value", why)));
        c.memos().forEach(memo -> bodies.add(Json.object("type", "TextualBody", "purpose", "commenting", "value", memo)));
        int from = positions.utf16(positions.codePoint(Math.max(0, c.span().start() - AROUND)));
        int to = positions.utf16(positions.codePoint(Math.min(text.length(), c.span().end() + AROUND)));
        return Json.object("id", RefiGuid.is(c.id()) ? "urn:uuid:" + c.id() : "urn:udsagn:coding:" + c.id(), "type", "Annotation", "motivation", "tagging", "created", c.at().toString(),
            "creator", Json.object("type", "Person", "nickname", c.coder()), "udsagn:codebook", c.content().codebookVersion(), "udsagn:polarity", c.polarity().word(),
            "udsagn:status", c.content().status().word(), "udsagn:origin", c.origin(), "body", bodies, "target", Json.object("source", c.place().transcript(), "selector", List.of(
                Json.object("type", "TextPositionSelector", "start", positions.codePoint(c.span().start()), "end", positions.codePoint(c.span().end())),
                Json.object("type", "TextQuoteSelector", "exact", c.place().words(), "prefix", text.substring(from, c.span().start()), "suffix", text.substring(c.span().end(), to)))));
    }

    /**
     * What came, as decisions.
     *
     * @param decisions a coding for each tag of each annotation, and the memos on it
     * @param losses    annotations that could not be placed, and what was guessed
     */
    public record Read(List<Decision> decisions, LossReport losses) {
        /** Copies the list. */
        public Read {
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * Reads annotations of texts of a study. A place is taken where the quote stands at its position (counted in code points, else in UTF-16
     * units, as some programs do); else where quote, prefix and suffix together, or the quote alone, stand exactly once; else it is left out and told.
     *
     * @param file  a JSON-LD file: an annotation, a list of them, a page or a collection
     * @param study the study whose transcripts they are on; {@code source} is a transcript's id or ends in its file name
     * @return the decisions, not yet appended
     * @throws IOException     if a file cannot be read
     * @throws FormatException if it is no JSON
     */
    public static Read read(Path file, StudyData study) throws IOException {
        JsonNode root;
        try {
            root = Json.MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new FormatException(file.toString(), e.getLocation() == null ? 0 : e.getLocation().getLineNr(), "this is no JSON: " + e.getOriginalMessage(), "mend it there");
        }
        var reader = new Reader(study);
        for (JsonNode page : many(root.has("first") ? root.get("first") : root)) {
            for (JsonNode annotation : many(page.has("items") ? page.get("items") : page)) {
                reader.annotation(annotation);
            }
        }
        return new Read(reader.decisions, reader.losses.report());
    }

    private static List<JsonNode> many(JsonNode node) {
        if (node == null || node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            return List.of(node);
        }
        var all = new ArrayList<JsonNode>();
        node.forEach(all::add);
        return all;
    }

    private static final class Reader {
        private final Map<String, StudyData.Source> sources = new HashMap<>();
        private final Map<String, Transcript> texts = new HashMap<>();
        private final StudyData study;
        private final Losses losses = new Losses();
        private final List<Decision> decisions = new ArrayList<>();

        private Reader(StudyData study) {
            this.study = study;
            study.sources().forEach(s -> sources.put(s.id(), s));
        }

        private void annotation(JsonNode a) throws IOException {
            var target = many(a.path("target")).stream().findFirst().orElse(a.path("target"));
            String source = target.isTextual() ? target.asText() : target.path("source").isTextual() ? target.path("source").asText() : target.path("source").path("id").asText("");
            String id = source.substring(source.lastIndexOf('/') + 1);
            var found = Optional.ofNullable(sources.get(source)).or(() -> Optional.ofNullable(sources.get(id))).or(() -> Optional.ofNullable(sources.get(id.replaceFirst("\\.[^.]*$", ""))));
            if (found.isEmpty()) {
                losses.add(Act.LEFT_OUT, "annotation", "the study has no such transcript", source, 0);
                return;
            }
            Transcript transcript = texts.get(found.get().id());
            if (transcript == null) {
                transcript = new Transcript(found.get().id(), found.get().text().read(), List.of(), SourceMap.builder().build());
                texts.clear();                                      // one text at a time
                texts.put(transcript.id(), transcript);
            }
            var span = span(transcript.text(), many(target.path("selector")));
            if (span.isEmpty()) {
                losses.add(Act.LEFT_OUT, "annotation", "its words do not stand in the transcript, or stand there more than once", target.path("selector").toString(), 0);
                return;
            }
            lay(a, Place.in(transcript, span.get()));
        }

        private Optional<Span> span(String text, List<JsonNode> selectors) {
            JsonNode position = null;
            JsonNode quote = null;
            for (JsonNode selector : selectors) {
                position = selector.path("type").asText().equals("TextPositionSelector") ? selector : position;
                quote = selector.path("type").asText().equals("TextQuoteSelector") ? selector : quote;
            }
            String exact = quote == null ? "" : quote.path("exact").asText();
            if (position != null && position.path("start").canConvertToInt() && position.path("end").canConvertToInt()) {
                int start = position.get("start").intValue();
                int end = position.get("end").intValue();
                var counted = List.of(codePoints(text, start, end), start >= 0 && start < end && end <= text.length() ? Optional.of(new Span(start, end)) : Optional.<Span>empty());
                for (var span : counted) {
                    if (span.isPresent() && (exact.isEmpty() || span.get().in(text).equals(exact))) {
                        return span;
                    }
                }
            }
            if (exact.isEmpty()) {
                return Optional.empty();
            }
            String prefix = quote.path("prefix").asText();
            var around = once(text, prefix + exact + quote.path("suffix").asText()).map(at -> at + prefix.length()).or(() -> once(text, exact));
            around.ifPresent(at -> losses.add(Act.REPAIRED, "annotation", "its words do not stand at its position and were found by themselves", exact, 0));
            return around.map(at -> new Span(at, at + exact.length()));
        }

        private static Optional<Span> codePoints(String text, int start, int end) {
            try {
                var positions = TextPositions.of(text);
                return Optional.of(new Span(positions.utf16(start), positions.utf16(end)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();                            // past the end, counted so
            }
        }

        private static Optional<Integer> once(String text, String words) {
            int at = text.indexOf(words);
            return at >= 0 && text.indexOf(words, at + 1) < 0 ? Optional.of(at) : Optional.empty();
        }

        private void lay(JsonNode a, Place place) {
            String raw = a.path("id").asText().replaceFirst("^urn:(uuid|udsagn:coding):", "");
            JsonNode creator = many(a.path("creator")).stream().findFirst().orElse(a.path("creator"));
            String name = creator.isTextual() ? creator.asText() : creator.path("nickname").asText(creator.path("name").asText(creator.path("id").asText("")));
            String coder = name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,63}") ? name : RefiNames.slug(name).isEmpty() ? "unknown" : RefiNames.slug(name);
            Instant at = instant(a.path("created").asText(""));
            var tags = new ArrayList<String>();
            var memos = new ArrayList<String>();
            Optional<String> why = Optional.empty();
            for (JsonNode body : many(a.has("body") ? a.get("body") : a.path("bodyValue"))) {
                String value = body.isTextual() ? body.asText() : body.path("value").asText(body.path("id").asText(""));
                String purpose = body.path("purpose").asText(a.path("motivation").asText());
                switch (purpose) {
                    case "tagging", "classifying", "identifying" -> tags.add(value);
                    case "describing" -> why = Optional.of(value);
                    default -> memos.add(value);
                }
            }
            if (tags.isEmpty()) {
                tags.add(RefiCodes.FREE);
                losses.add(Act.REPAIRED, "annotation without a tag", "a theme of its own holds them", place.words(), 0);
            }
            String first = raw.isBlank() ? RefiGuid.of("annotation", place.transcript() + place.span() + tags) : raw;
            for (int i = 0; i < tags.size(); i++) {
                String id = i == 0 ? first : RefiGuid.of("annotation " + i, first);
                decisions.add(new Decision.Laid(new Decision.Entry(id, at, coder, "import"), new Decision.Content(place, theme(tags.get(i)),
                    a.path("udsagn:codebook").asText(study.codebook().version()), Polarity.of(a.path("udsagn:polarity").asText("neutral")),
                    Status.of(a.path("udsagn:status").asText("asserted"))), why));
            }
            for (int i = 0; i < memos.size(); i++) {
                decisions.add(new Decision.Noted(new Decision.Entry(RefiGuid.of("memo " + i, first), at.plusMillis(i), coder, "import"), first, memos.get(i)));
            }
        }

        /** A tag is a theme's id or its name; one that is neither stays as it is, for {@code check} to tell. */
        private String theme(String tag) {
            var all = study.codebook().all();
            return all.containsKey(tag) ? tag : all.values().stream().filter(t -> t.name().byLanguage().containsValue(tag)).map(t -> t.id()).findFirst().orElse(tag.isBlank() ? RefiCodes.FREE : tag);
        }

        private Instant instant(String time) {
            try {
                return OffsetDateTime.parse(time).toInstant();
            } catch (DateTimeException e) {
                losses.add(Act.GUESSED, "time", "the annotation does not say when; 1 January 1970 was put down", time, 0);
                return Instant.EPOCH;
            }
        }
    }
}
