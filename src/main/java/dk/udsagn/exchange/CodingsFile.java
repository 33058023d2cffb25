package dk.udsagn.exchange;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Coding;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        if (file.getFileName().toString().toLowerCase(java.util.Locale.ROOT).endsWith(".csv")) {
            for (Csv.Row row : Csv.read(file)) {
                decisions(row.object(file, KEYS), decisions);
            }
        } else {
            JsonView.of(file).only("codings").objects("codings").forEach(v -> decisions(v, decisions));
        }
        return decisions;
    }

    private static void decisions(JsonView v, List<Decision> into) {
        v.only(KEYS.toArray(new String[0]));
        var entry = v.checked(() -> new Decision.Entry(v.text("id"), instant(v), v.text("coder"), "import"));
        var place = v.checked(() -> new Place(v.text("transcript"), v.textOr("digest", ""), new Span(v.whole("start"), v.whole("end")), v.text("quote")));
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

    private static Instant instant(JsonView v) {
        try {
            return v.has("at") ? Instant.parse(v.text("at")) : Instant.EPOCH;
        } catch (DateTimeParseException e) {
            throw v.fault("\"" + v.text("at") + "\" is no time", "write it as in 2026-05-01T12:00:00Z");
        }
    }
}
