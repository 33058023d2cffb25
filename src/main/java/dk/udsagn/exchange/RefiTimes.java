package dk.udsagn.exchange;

import dk.udsagn.exchange.RefiProject.Sync;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** When the words of a text were said: stretches with their times, each as {@code 12-40@2100-6500}, either time left out where it is not known. */
final class RefiTimes {
    private static final Pattern STRETCH = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})@([0-9]{1,17})?-([0-9]{1,17})?");

    private RefiTimes() {
    }

    static List<String> write(Map<Span, Times> times) {
        var written = new ArrayList<String>(times.size());
        times.forEach((span, t) -> written.add(span.start() + "-" + span.end() + "@" + ms(t.startMs()) + "-" + ms(t.endMs())));
        return written;
    }

    private static String ms(OptionalLong time) {
        return time.isPresent() ? String.valueOf(time.getAsLong()) : "";
    }

    /** {@code where} is named in errors. */
    static Map<Span, Times> read(Iterable<String> written, JsonView where) {
        var times = new LinkedHashMap<Span, Times>();
        for (String stretch : written) {
            var is = STRETCH.matcher(stretch);
            if (!is.matches() || Integer.parseInt(is.group(1)) >= Integer.parseInt(is.group(2))) {
                throw where.fault("\"" + stretch + "\" is no stretch of text with its times", "write it as in 12-40@2100-6500: from and to in the text, at milliseconds");
            }
            times.put(new Span(Integer.parseInt(is.group(1)), Integer.parseInt(is.group(2))), new Times(time(is.group(3)), time(is.group(4))));
        }
        return times;
    }

    private static OptionalLong time(String ms) {
        return ms == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(ms));
    }

    /** A time mark of a recording's transcript, at a place of the canonical text. One without a time is where a selection begins or ends. */
    record Mark(String guid, int at, OptionalLong ms) {
    }

    /** The time marks that have a place in the text of the source {@code id}, in its order, each with a GUID of its own. */
    static List<Mark> marks(List<Sync> syncs, RefiText text, Dialect dialect, String id) {
        var marks = new ArrayList<Mark>(syncs.size());
        var guids = new HashSet<String>();
        for (Sync sync : syncs) {
            int at = sync.position().isEmpty() ? -1 : text.at(sync.position().get(), dialect, false);
            if (at >= 0) {
                String guid = RefiGuid.orOf("sync", sync.guid());
                OptionalLong ms = sync.milliseconds().isPresent() && sync.milliseconds().get() >= 0 ? OptionalLong.of(sync.milliseconds().get()) : OptionalLong.empty();
                marks.add(new Mark(!sync.guid().isEmpty() && guids.add(guid) ? guid : RefiGuid.of("sync", id + " " + at + " " + ms(ms) + " " + marks.size()), at, ms));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::at));                   // of several at one place, the first ends what is before, the last begins what follows
        return marks;
    }

    /** What time marks say: from each to the next the words between were said. */
    static Map<Span, Times> of(List<Mark> all, int length) {
        var marks = all.stream().filter(m -> m.ms.isPresent()).toList();
        var times = new LinkedHashMap<Span, Times>();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            int next = i + 1 < marks.size() ? marks.get(i + 1).at : length;
            if (next > mark.at) {
                times.put(new Span(mark.at, next), new Times(mark.ms, i + 1 < marks.size() ? marks.get(i + 1).ms : OptionalLong.empty()));
            }
        }
        return times;
    }

    /** Tells of time marks that say nothing; {@code kept} says that an export gives back those without a time. */
    static void tell(RefiProject.Text raw, RefiText text, Dialect dialect, boolean kept, Losses losses) {
        var edges = new HashSet<Long>();
        raw.selections().stream().filter(RefiProject.Selection::edges).forEach(s -> {
            edges.add(s.start());
            s.end().ifPresent(edges::add);
        });
        for (Sync sync : raw.syncs()) {
            boolean placed = sync.position().isPresent() && text.at(sync.position().get(), dialect, false) >= 0;
            boolean timed = sync.milliseconds().isPresent() ? sync.milliseconds().get() >= 0 : kept || sync.position().filter(edges::contains).isPresent();
            if (!placed || !timed) {
                losses.add(Act.LEFT_OUT, "time mark", "it has no time, or no place in the text", raw.name(), raw.line());
            }
        }
    }
}
