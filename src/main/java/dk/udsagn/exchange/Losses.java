package dk.udsagn.exchange;

import dk.udsagn.transcript.LossReport;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.SourcePlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what an import or export did, one item for each kind of thing. Not for threads to share. */
final class Losses {
    private record Kind(Act act, String what, String why) {
    }

    private static final class Tally {
        private final SourcePlace place;
        private final List<String> first = new ArrayList<>();
        private int count;

        private Tally(SourcePlace place) {
            this.place = place;
        }
    }

    private final Map<Kind, Tally> kinds = new LinkedHashMap<>();

    /** One more of a kind; {@code line} is 0 where there is none. */
    void add(Act act, String what, String why, String example, int line) {
        add(act, what, why, example, line, 1);
    }

    void add(Act act, String what, String why, String example, int line, int count) {
        Tally tally = kinds.computeIfAbsent(new Kind(act, what, why), k -> new Tally(line > 0 ? SourcePlace.line(line) : SourcePlace.UNKNOWN));
        tally.count += count;
        if (tally.first.size() < 5 && !example.isBlank()) {
            tally.first.add(example.length() > 80 ? example.substring(0, 77) + "..." : example);
        }
    }

    /** All that another one collected, after what is here. */
    void add(Losses other) {
        other.kinds.forEach((kind, theirs) -> {
            Tally tally = kinds.computeIfAbsent(kind, k -> new Tally(theirs.place));
            tally.count += theirs.count;
            theirs.first.stream().limit(5 - tally.first.size()).forEach(tally.first::add);
        });
    }

    LossReport report() {
        return new LossReport(kinds.entrySet().stream().map(e -> new LossReport.Item(e.getKey().act(), e.getKey().what(),
            e.getValue().count, e.getKey().why(), e.getValue().first, e.getValue().place)).toList());
    }
}
