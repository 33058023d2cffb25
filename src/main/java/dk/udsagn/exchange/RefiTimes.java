package dk.udsagn.exchange;

import dk.udsagn.exchange.RefiProject.Sync;
import dk.udsagn.transcript.LossReport.Act;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Times;
import java.util.ArrayList;
import java.util.Comparator;
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

    private record Mark(int at, long ms) {
    }

    /** What the time marks of a recording's transcript say: from each to the next the words between were said. */
    static Map<Span, Times> of(RefiProject.Text raw, RefiText text, Dialect dialect, Losses losses) {
        var marks = new ArrayList<Mark>();
        for (Sync sync : raw.syncs()) {
            int at = sync.position().isEmpty() || sync.milliseconds().isEmpty() || sync.milliseconds().get() < 0 ? -1 : text.at(sync.position().get(), dialect, false);
            if (at >= 0) {
                marks.add(new Mark(at, sync.milliseconds().get()));
            } else {
                losses.add(Act.LEFT_OUT, "time mark", "it has no time, or no place in the text", raw.name(), raw.line());
            }
        }
        marks.sort(Comparator.comparingInt(Mark::at));                   // of several at one place, the first ends what is before, the last begins what follows
        var times = new LinkedHashMap<Span, Times>();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            int next = i + 1 < marks.size() ? marks.get(i + 1).at : text.text.length();
            if (next > mark.at) {
                times.put(new Span(mark.at, next), new Times(OptionalLong.of(mark.ms), i + 1 < marks.size() ? OptionalLong.of(marks.get(i + 1).ms) : OptionalLong.empty()));
            }
        }
        return times;
    }
}
