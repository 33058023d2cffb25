package dk.udsagn.exchange;

import dk.udsagn.codebook.Codebook;
import dk.udsagn.coding.Decision;
import dk.udsagn.transcript.FormatException;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The note in which a file of ours keeps what the standard has no place for, so that it comes back whole: study.json, codebook.json, what is
 * remembered, and every decision that the XML alone would not give back as it was. A header on the first line, one decision on each that follows.
 *
 * @param library  the program name that codings carried by the XML have
 * @param sources  ids of the sources
 * @param codings  GUIDs of all codings the file was written with
 * @param times    id of a source to when its words were said
 * @param log      the decisions
 */
record RefiOwn(StudyFile study, Codebook codebook, String library, List<String> sources, List<String> codings, Map<String, String> remembered,
               Map<String, Timed> times, List<Decision> log) {
    static final String NAME = "Udsagn";
    static final String GUID = RefiGuid.of("note", NAME);
    private static final String FORMAT = "udsagn-refi-1";

    /** When the words of the text of that digest were said. */
    record Timed(String digest, Map<Span, Times> times) {
    }

    static String header(StudyData data, String library, Set<String> codings, Map<String, Object> times) {
        return Json.line(Json.object("format", FORMAT, "about", "Udsagn keeps here what REFI-QDA has no place for. Please leave it as it is.",
            "study", data.study().write(), "codebook", CodebookFile.write(data.codebook()), "library", library,
            "sources", data.sources().stream().map(StudyData.Source::id).toList(), "codings", codings, "remembered", data.remembered(), "times", times));
    }

    /** The times of one source, for the header. */
    static Object timed(String digest, Map<Span, Times> times) {
        return Json.object("text", digest, "times", String.join(" ", RefiTimes.write(times)));
    }

    /** Reads the note; empty, and told, when another program has changed it so that it cannot be read. */
    static Optional<RefiOwn> read(String text, Losses losses) {
        var lines = text.lines().filter(l -> !l.isBlank()).iterator();
        if (!lines.hasNext()) {
            return Optional.empty();
        }
        try {
            var view = JsonView.of("note " + NAME, 1, lines.next()).only("format", "about", "study", "codebook", "library", "sources", "codings", "remembered", "times");
            if (!view.text("format").equals(FORMAT)) {
                throw view.fault("the format is " + view.text("format"), "this version reads " + FORMAT);
            }
            var study = StudyFile.of(JsonView.of("note " + NAME + ", study", 1, view.text("study")));
            var codebook = CodebookFile.of(JsonView.of("note " + NAME + ", codebook", 1, view.text("codebook")));
            var remembered = new LinkedHashMap<String, String>();
            view.object("remembered").fields().forEach((k, v) -> remembered.put(k, v.scalar()));
            var times = new LinkedHashMap<String, Timed>();
            (view.has("times") ? view.object("times").fields() : Map.<String, JsonView>of()).forEach((id, v) -> times.put(id, new Timed(v.text("text"), RefiTimes.read(List.of(v.text("times").split(" ")), v))));
            var log = new ArrayList<Decision>();
            for (int number = 2; lines.hasNext(); number++) {
                log.add(DecisionJson.read("note " + NAME, number, lines.next()));
            }
            return Optional.of(new RefiOwn(study, codebook, view.text("library"), view.scalars("sources"), view.scalars("codings"), remembered, times, log));
        } catch (FormatException e) {
            losses.add(Act.LEFT_OUT, "note of this library", "another program has changed it; polarity, rules and history come only as far as the standard carries them",
                e.getMessage(), 0);
            return Optional.empty();
        }
    }
}
