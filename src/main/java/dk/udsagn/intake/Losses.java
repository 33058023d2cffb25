package dk.udsagn.intake;

import dk.udsagn.transcript.Language;
import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.SourcePlace;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a reader did to a file, one item for each kind of thing. Not for threads to share. */
final class Losses {
    private record Kind(LossReport.Act act, String what, String why) {
    }

    private static final class Tally {
        private final SourcePlace place;
        private final List<String> first = new ArrayList<>();
        private int count;

        private Tally(SourcePlace place) {
            this.place = place;
        }
    }

    private final Language language;
    private final Map<Kind, Tally> kinds = new LinkedHashMap<>();
    private final Map<String, String> roles = new LinkedHashMap<>();

    Losses(Language language) {
        this.language = language;
    }

    /** The language of the interview that is read. */
    Language language() {
        return language;
    }

    void repaired(String what, String why, String example, SourcePlace place) {
        add(LossReport.Act.REPAIRED, what, why, example, place);
    }

    void guessed(String what, String why, String example, SourcePlace place) {
        add(LossReport.Act.GUESSED, what, why, example, place);
    }

    /** A speaker's role that the file does not say. */
    void guessedRole(String speaker, Role role, String why) {
        roles.put(speaker, why);
        guessed("role", "\"" + speaker + "\" was taken for " + role.word() + ": " + why, speaker, SourcePlace.UNKNOWN);
    }

    void setAside(String what, String why, String example, SourcePlace place) {
        add(LossReport.Act.SET_ASIDE, what, why, example, place);
    }

    void leftOut(String what, String why, String example, SourcePlace place) {
        add(LossReport.Act.LEFT_OUT, what, why, example, place);
    }

    /** What another has gathered. */
    void addAll(LossReport told) {
        for (LossReport.Item item : told.items()) {
            Tally tally = kinds.computeIfAbsent(new Kind(item.act(), item.what(), item.why()), k -> new Tally(item.place()));
            tally.count += item.count();
            tally.first.addAll(item.first());
        }
    }

    private void add(LossReport.Act act, String what, String why, String example, SourcePlace place) {
        Tally tally = kinds.computeIfAbsent(new Kind(act, what, why), k -> new Tally(place));
        tally.count++;
        if (tally.first.size() < 5 && !example.isBlank()) {
            tally.first.add(example.length() > 80 ? example.substring(0, 77) + "..." : example);
        }
    }

    /** What was made of the file, with all that is told here. */
    Reading reading(Transcript transcript, String format) {
        return new Reading(transcript, format, report(), roles);
    }

    LossReport report() {
        return new LossReport(kinds.entrySet().stream().map(e -> new LossReport.Item(e.getKey().act(), e.getKey().what(),
            e.getValue().count, e.getKey().why(), e.getValue().first, e.getValue().place)).toList());
    }
}
