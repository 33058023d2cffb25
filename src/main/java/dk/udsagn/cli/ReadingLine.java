package dk.udsagn.cli;

import dk.udsagn.exchange.Json;
import dk.udsagn.intake.Reading;
import dk.udsagn.transcript.LossReport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was made of a file, on one line: enough to see whether it was understood.
 *
 * @param speakers each with its role, and with the reason where the role was guessed
 * @param others   what else was done, and how often: repaired, guessed, set aside, left out
 */
record ReadingLine(String transcript, String format, int turns, List<Voice> speakers, Map<LossReport.Act, Integer> others) {
    record Voice(String label, String role, Optional<String> guessed) {
        private String text() {
            return label + " (" + role + guessed.map(why -> ", guessed: " + why).orElse("") + ")";
        }
    }

    /** The words of the transcript are not kept: a study may have thousands. */
    static ReadingLine of(Reading reading) {
        var voices = reading.transcript().turns().stream().map(t -> t.speaker()).distinct()
            .map(s -> new Voice(s.label(), s.role().word(), Optional.ofNullable(reading.guessedRoles().get(s.label())))).toList();
        var others = new EnumMap<LossReport.Act, Integer>(LossReport.Act.class);
        reading.losses().items().forEach(i -> others.merge(i.act(), i.count(), Integer::sum));
        int shown = reading.guessedRoles().size();
        others.computeIfPresent(LossReport.Act.GUESSED, (act, all) -> all > shown ? all - shown : null);              // these are said with the speakers
        return new ReadingLine(reading.transcript().id(), reading.format(), reading.transcript().turns().size(), voices, others);
    }

    String text() {
        String done = List.of(LossReport.Act.values()).stream().filter(others::containsKey).map(act -> others.get(act) + " " + Verb.word(act)).collect(Collectors.joining(", "));
        return transcript + ": " + format + "; " + turns + " turns; " + speakers.stream().map(Voice::text).collect(Collectors.joining(", ")) + (done.isEmpty() ? "" : "; " + done);
    }

    Map<String, Object> json() {
        return Json.object("transcript", transcript, "format", format, "turns", turns,
            "speakers", speakers.stream().map(v -> Json.object("speaker", v.label, "role", v.role, "guessed", v.guessed)).toList(),
            "repaired", count(LossReport.Act.REPAIRED), "guessed", count(LossReport.Act.GUESSED), "setAside", count(LossReport.Act.SET_ASIDE), "leftOut", count(LossReport.Act.LEFT_OUT));
    }

    private int count(LossReport.Act act) {
        return others.getOrDefault(act, 0);
    }
}
