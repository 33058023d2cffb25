package dk.udsagn.exchange;

import dk.udsagn.codebook.Polarity;
import dk.udsagn.coding.Decision;
import dk.udsagn.coding.Place;
import dk.udsagn.coding.Status;
import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** One decision as one line of JSON, and back. */
final class DecisionJson {
    /** Characters on either side of the words: seven or eight Danish words, enough to tell two places of the same words apart. */
    private static final int AROUND = 40;
    private static final int BATCH = 1_000;
    private static final String[] KEYS = {"id", "at", "coder", "library", "act", "target", "transcript", "digest", "start", "end", "words", "theme",
        "codebook", "polarity", "status", "rule", "why", "memo", "from", "evidence", "into", "parts",
        "left", "right", "after", "seal"};

    private DecisionJson() {
    }

    static String write(Decision decision) {
        return write(decision, digest -> Optional.empty());
    }

    /** With the words around those coded, where there is a text of that digest. */
    static String write(Decision decision, Function<String, Optional<String>> texts) {
        var line = line(decision);
        decision.place().ifPresent(p -> {
            int end = p.span().end();
            if (hasHalfCharacters(p.words())) {
                throw new IllegalArgumentException("the words at " + p.span() + " of " + p.transcript() + " begin or end in the middle of a character");
            }
            texts.apply(p.digest()).filter(t -> t.startsWith(p.words(), p.span().start())).ifPresent(t -> line
                .text("left", t.substring(whole(t, Math.max(0, p.span().start() - AROUND)), p.span().start()))
                .text("right", t.substring(end, whole(t, Math.min(t.length(), end + AROUND)))));
        });
        return line.toString();
    }

    /** Each as a line of UTF-8, in order; {@code texts} is asked by several threads where there are more than a batch. */
    static List<byte[]> write(List<? extends Decision> decisions, Function<String, Optional<String>> texts) throws IOException {
        var batches = new ArrayList<List<? extends Decision>>();
        for (int from = 0; from < decisions.size(); from += BATCH) {
            batches.add(decisions.subList(from, Math.min(decisions.size(), from + BATCH)));
        }
        var lines = new ArrayList<byte[]>(decisions.size());
        SideBySide.each(batches, batch -> {
            var written = new ArrayList<byte[]>(batch.size());
            for (Decision decision : batch) {
                written.add(write(decision, texts).getBytes(StandardCharsets.UTF_8));
            }
            return written;
        }, lines::addAll);
        return lines;
    }

    private static boolean hasHalfCharacters(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c) || i + 1 == words.length() || !Character.isLowSurrogate(words.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** The place itself, or the one after it where it cuts a character in two. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1)) ? at + 1 : at;
    }

    private static JsonLine line(Decision decision) {
        var entry = decision.entry();
        var line = new JsonLine().text("id", entry.id()).text("at", UtcTime.write(entry.at())).text("coder", entry.coder()).text("library", entry.library()).text("act", decision.act());
        return switch (decision) {
            case Decision.Laid d -> content(line, d.content(), Optional.empty()).text("why", d.why());
            case Decision.Suggested d -> content(line, d.content(), Optional.of(d.rule()));
            case Decision.Accepted d -> content(line.text("target", d.target()), d.content(), Optional.of(d.rule())).text("why", d.why());
            case Decision.Rejected d -> content(line.text("target", d.target()), d.content(), Optional.of(d.rule())).text("why", d.why());
            case Decision.Respanned d -> content(line.text("target", d.target()), d.content(), Optional.empty()).text("why", d.why());
            case Decision.Withdrawn d -> line.text("target", d.target()).text("why", d.why());
            case Decision.Noted d -> line.text("target", d.target()).text("memo", d.memo());
            case Decision.Moved d -> place(line.text("target", d.target()).any("from", place(d.from())), d.to()).any("evidence", spans(d.evidence())).text("why", d.why());
            case Decision.Merged d -> line.text("theme", d.theme()).text("into", d.into()).text("codebook", d.codebookVersion()).text("why", d.why());
            case Decision.Split d -> line.text("theme", d.theme()).any("parts", d.parts()).text("codebook", d.codebookVersion()).text("why", d.why());
        };
    }

    private static JsonLine content(JsonLine line, Decision.Content c, Optional<Decision.Rule> rule) {
        place(line, c.place()).text("theme", c.theme()).text("codebook", c.codebookVersion()).text("polarity", c.polarity().word()).text("status", c.status().word());
        rule.ifPresent(r -> line.any("rule", rule(r)));
        return line;
    }

    private static JsonLine place(JsonLine line, Place p) {
        return line.text("transcript", p.transcript()).text("digest", p.digest()).whole("start", p.span().start()).whole("end", p.span().end()).text("words", p.words());
    }

    private static Map<String, Object> place(Place p) {
        return Json.object("transcript", p.transcript(), "digest", p.digest(), "start", p.span().start(), "end", p.span().end(), "words", p.words());
    }

    private static List<List<Integer>> spans(List<Span> spans) {
        return spans.stream().map(s -> List.of(s.start(), s.end())).toList();
    }

    private static Map<String, Object> rule(Decision.Rule rule) {
        return Json.object("name", rule.name(), "version", rule.version(), "score", rule.score(),
            "evidence", spans(rule.evidence()));
    }

    /** Reads a line; {@code source} and {@code number} are named in errors. */
    static Decision read(String source, int number, String line) {
        var view = JsonView.of(source, number, line).only(KEYS);
        return view.checked(() -> decision(view));
    }

    private static Decision decision(JsonView v) {
        var entry = new Decision.Entry(v.text("id"), instant(v), v.text("coder"), v.textOr("library", ""));
        var why = v.optionalText("why");
        return switch (v.text("act")) {
            case "laid" -> new Decision.Laid(entry, content(v), why);
            case "suggested" -> new Decision.Suggested(entry, content(v), rule(v));
            case "accepted" -> new Decision.Accepted(entry, v.text("target"), content(v), rule(v), why);
            case "rejected" -> new Decision.Rejected(entry, v.text("target"), content(v), rule(v), why);
            case "respanned" -> new Decision.Respanned(entry, v.text("target"), content(v), why);
            case "withdrawn" -> new Decision.Withdrawn(entry, v.text("target"), why);
            case "noted" -> new Decision.Noted(entry, v.text("target"), v.text("memo"));
            case "moved" -> new Decision.Moved(entry, v.text("target"),
                place(v.object("from").only("transcript", "digest", "start", "end", "words")), place(v), evidence(v), v.text("why"));
            case "merged" -> new Decision.Merged(entry, v.text("theme"), v.text("into"), v.text("codebook"), why);
            case "split" -> {
                var parts = new TreeMap<String, String>();
                v.object("parts").fields().forEach((id, theme) -> parts.put(id, theme.scalar()));
                yield new Decision.Split(entry, v.text("theme"), parts, v.text("codebook"), why);
            }
            default -> throw v.fault("there is no act \"" + v.text("act") + "\"",
                "there are laid, suggested, accepted, rejected, respanned, withdrawn, noted, moved, merged and split");
        };
    }

    private static Instant instant(JsonView v) {
        try {
            return Instant.parse(v.text("at"));
        } catch (DateTimeParseException e) {
            throw v.fault("\"" + v.text("at") + "\" is no time", "write it as in 2026-05-01T12:00:00.000Z");
        }
    }

    private static Decision.Content content(JsonView v) {
        return new Decision.Content(place(v), v.text("theme"), v.text("codebook"), v.word("polarity", Polarity::of), v.word("status", Status::of));
    }

    private static Decision.Rule rule(JsonView v) {
        var r = v.object("rule").only("name", "version", "score", "evidence");
        return new Decision.Rule(r.text("name"), r.text("version"), r.number("score"), evidence(r));
    }

    private static Place place(JsonView v) {
        return new Place(v.text("transcript"), v.text("digest"), new Span(v.whole("start"), v.whole("end")), v.text("words"));
    }

    private static List<Span> evidence(JsonView v) {
        return v.items("evidence").stream().map(JsonView::pair).map(p -> new Span(p[0], p[1])).toList();
    }
}
