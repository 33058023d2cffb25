package dk.udsagn.exchange;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coder;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.SourceMap;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Codings as a plain JSON or CSV file, for R, Python and spreadsheets, and back. Positions are 0-based, half-open UTF-16 units of the canonical
 * text; each coding carries its words. The JSON Schema of the JSON is the resource {@code codings.schema.json} beside this class.
 *
 * <p>CSV is RFC 4180 in UTF-8 with CRLF row ends; memos and rules are JSON in their cells.
 */
public final class CodingsFile {
    private static final List<String> KEYS = List.of("id", "transcript", "digest", "start", "end", "quote", "theme", "codebook", "coder", "origin", "polarity", "status", "at", "why",
        "memos", "rule");

    private CodingsFile() {
    }

    /**
     * Codings as JSON.
     *
     * @param codings in the order wanted
     * @return the text of a file
     */
    public static String json(List<Coding> codings) {
        return Json.pretty(Json.object("codings", codings.stream().map(CodingsFile::map).toList()));
    }

    /**
     * Codings as CSV.
     *
     * @param codings in the order wanted
     * @return the text of a file
     */
    public static String csv(List<Coding> codings) {
        var out = new StringBuilder();
        Csv.row(out, KEYS);
        for (Coding coding : codings) {
            var map = map(coding);
            Csv.row(out, KEYS.stream().map(k -> cell(map.get(k))).toList());
        }
        return out.toString();
    }

    private static String cell(Object value) {
        return switch (value) {
            case Optional<?> o -> o.map(CodingsFile::cell).orElse("");
            case List<?> l -> Json.line(l);
            case Map<?, ?> m -> Json.line(m);
            default -> String.valueOf(value);
        };
    }

    private static Map<String, Object> map(Coding c) {
        return Json.object("id", c.id(), "transcript", c.place().transcript(), "digest", c.place().digest(), "start", c.span().start(), "end", c.span().end(),
            "quote", c.place().words(), "theme", c.theme(), "codebook", c.content().codebookVersion(), "coder", c.coder(), "origin", c.origin(), "polarity", c.polarity().word(),
            "status", c.content().status().word(), "at", c.at().toString(), "why", c.why(), "memos", c.memos().isEmpty() ? Optional.empty() : c.memos(),
            "rule", c.rule().map(r -> Json.object("name", r.name(), "version", r.version(), "score", r.score(),
                "evidence", r.evidence().stream().map(s -> List.of(s.start(), s.end())).toList())));
    }

    /**
     * Reads codings back, as the decisions that make them.
     *
     * @param file a file ending in .json or .csv, as {@link #json} and {@link #csv} write them; in a CSV, {@code origin}, {@code digest},
     *             {@code codebook}, {@code polarity}, {@code status}, {@code at}, {@code why}, {@code memos} and {@code rule} may be missing
     * @return decisions which fold into the same codings
     * @throws IOException     if the file cannot be read
     * @throws FormatException if it has the wrong form; names file and line
     */
    public static List<Decision> read(Path file) throws IOException {
        var decisions = new ArrayList<Decision>();
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            for (Csv.Row row : Csv.read(file)) {
                decisions(row.object(file, KEYS), decisions);
            }
        } else {
            JsonView.of(file).only("codings").objects("codings").forEach(v -> decisions(v, decisions));
        }
        return decisions;
    }

    /**
     * Reads codings of texts of a study. A place is taken where the quote stands at it; else where the quote stands exactly once; else the coding is left out
     * and told. Without {@code start} and {@code end} the quote alone says where; without {@code id} a coding gets one, without {@code at} the file's own time.
     */
    static WebAnnotation.Read read(Path file, StudyData study) throws IOException {
        var placing = new Placing(study);
        var time = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
        var views = new ArrayList<JsonView>();
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            for (Csv.Row row : Csv.read(file)) {
                views.add(row.object(file, KEYS));
            }
        } else {
            views.addAll(JsonView.of(file).only("codings").objects("codings"));
        }
        var decisions = new ArrayList<Decision>();
        for (JsonView v : views) {
            v.only(KEYS.toArray(new String[0]));
            var place = placing.place(v);
            if (place.isPresent()) {
                String derived = place.get().transcript() + " " + place.get().span() + " " + v.text("theme") + " " + v.text("coder");
                decisions(v, v.textOr("id", "").isEmpty() ? RefiGuid.of("coding", derived) : v.text("id"), place.get(), time, decisions);
            }
        }
        return new WebAnnotation.Read(decisions, placing.losses.report());
    }

    /** Finds where codings stand; one text is held at a time. */
    private static final class Placing {
        private final Map<String, StudyData.Source> sources = new HashMap<>();
        private final Losses losses = new Losses();
        private Transcript text;

        private Placing(StudyData study) {
            study.sources().forEach(s -> sources.put(s.id(), s));
        }

        private Optional<Place> place(JsonView v) throws IOException {
            String id = v.text("transcript");
            String quote = v.text("quote");
            if (!sources.containsKey(id)) {
                throw v.fault("the study has no transcript \"" + id + "\"", "it has " + new TreeSet<>(sources.keySet()));
            }
            if (text == null || !text.id().equals(id)) {
                text = new Transcript(id, sources.get(id).text().read(), List.of(), SourceMap.builder().build());
            }
            if (v.has("start") && v.has("end")) {
                int start = v.whole("start");
                if (start >= 0 && v.whole("end") == start + quote.length() && text.text().startsWith(quote, start) && !quote.isEmpty()) {
                    return Optional.of(Place.in(text, v.checked(() -> new Span(start, start + quote.length()))));
                }
            }
            int at = quote.isBlank() ? -1 : text.text().indexOf(quote);
            if (at < 0 || text.text().indexOf(quote, at + 1) >= 0) {
                losses.add(Act.LEFT_OUT, "coding", at < 0 ? "its words are not in the transcript" : "its words do not stand at its position, and more than once elsewhere", id + ": " + quote, v.line());
                return Optional.empty();
            }
            if (v.has("start")) {
                losses.add(Act.REPAIRED, "coding", "its words do not stand at its position and were found by themselves", id + ": " + quote, v.line());
            }
            return Optional.of(Place.in(text, new Span(at, at + quote.length())));
        }
    }

    private static void decisions(JsonView v, List<Decision> into) {
        v.only(KEYS.toArray(new String[0]));
        decisions(v, v.text("id"), v.checked(() -> new Place(v.text("transcript"), v.textOr("digest", ""), new Span(v.whole("start"), v.whole("end")), v.text("quote"))), Instant.EPOCH, into);
    }

    private static void decisions(JsonView v, String id, Place place, Instant otherwise, List<Decision> into) {
        var entry = v.checked(() -> new Decision.Entry(id, instant(v, otherwise), v.text("coder"), "import"));
        v.checked(() -> new Coder(v.text("coder"), ""));
        var content = v.checked(() -> new Decision.Content(place, v.text("theme"), v.textOr("codebook", ""), v.has("polarity") ? v.word("polarity", Polarity::of) : Polarity.NEUTRAL,
            v.has("status") ? v.word("status", Status::of) : Status.ASSERTED));
        if (v.has("rule")) {
            var r = v.object("rule").only("name", "version", "score", "evidence");
            var evidence = r.items("evidence").stream().map(JsonView::pair).map(p -> new Span(p[0], p[1])).toList();
            into.add(r.checked(() -> new Decision.Accepted(entry, RefiGuid.of("suggestion", entry.id()), content,
                new Decision.Rule(r.text("name"), r.text("version"), r.number("score"), evidence), v.optionalText("why"))));
        } else {
            into.add(new Decision.Laid(entry, content, v.optionalText("why")));
        }
        int number = 0;
        for (JsonView memo : v.items("memos")) {                     // a millisecond apart, so that they stay in order
            into.add(new Decision.Noted(new Decision.Entry(RefiGuid.of("memo " + number, entry.id()), entry.at().plusMillis(number++), entry.coder(), "import"), entry.id(), memo.scalar()));
        }
    }

    private static Instant instant(JsonView v, Instant otherwise) {
        try {
            return v.has("at") ? Instant.parse(v.text("at")) : otherwise;
        } catch (DateTimeParseException e) {
            throw v.fault("\"" + v.text("at") + "\" is no time", "write it as in 2026-05-01T12:00:00Z");
        }
    }
}
