package dk.udsagn.intake;

import dk.udsagn.transcript.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cues of a subtitle file, WebVTT or SRT. Tolerant as players are: cue numbers may restart or be absent, an empty line
 * between cues may be missing, hours may be left out.
 *
 * @param source the file, each line of words with its cue
 * @param cues   the cues from the top
 */
record CueFile(SourceText source, List<Cue> cues) {
    private static final String CLOCK = "(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{1,2})(?:[.,](\\d{1,3}))?";
    private static final Pattern TIMING = Pattern.compile("\\s*" + CLOCK + "\\s*-->\\s*" + CLOCK + "(?:\\s.*)?");

    /**
     * Words with their times.
     *
     * @param label the speaker named behind the times, as in "00:02 --> 00:10 [Speaker A]"; empty where none is
     * @param lines indexes into the file's lines
     */
    record Cue(String label, Times times, List<Integer> lines) {
    }

    /** A name in brackets behind the times; what else may stand there are settings of the display. */
    private static final Pattern NAMED = Pattern.compile(".*\\s[\\[(<](\\p{L}[^\\[\\]()<>:]{0,60})[\\])>]\\s*");

    static boolean isTiming(String line) {
        return TIMING.matcher(line).matches();
    }

    static CueFile of(SourceText source, Losses losses) {
        var parser = new Parser(source, losses);
        parser.parse();
        var placed = new ArrayList<>(source.lines());
        for (int n = 0; n < parser.cues.size(); n++) {
            for (int i : parser.cues.get(n).lines()) {
                placed.set(i, placed.get(i).inCue(n + 1));
            }
        }
        return new CueFile(new SourceText(source.name(), source.text(), List.copyOf(placed)), parser.cues);
    }

    private static final class Parser {
        private final SourceText source;
        private final Losses losses;
        private final List<Cue> cues = new ArrayList<>();
        private int named;
        private final int count;

        private Parser(SourceText source, Losses losses) {
            this.source = source;
            this.losses = losses;
            count = source.lines().size();
        }

        private void parse() {
            int i = 0;
            boolean vtt = count > 0 && words(0).startsWith("WEBVTT");
            if (vtt) {
                while (i < count && !blank(i) && !hasArrow(i)) {
                    i++;
                }
                i = i < count && hasArrow(i) ? Math.max(i - 1, 1) : i;
            }
            while (i < count) {
                i = blank(i) ? i + 1 : block(i, vtt);
            }
        }

        private String words(int i) {
            return source.words(source.lines().get(i));
        }

        private boolean hasArrow(int i) {
            return source.text().indexOf("-->", source.lines().get(i).start(), source.lines().get(i).end()) >= 0;
        }

        private boolean blank(int i) {
            return source.isBlank(source.lines().get(i));
        }

        private boolean isId(int i) {
            return i + 1 < count && hasArrow(i + 1) && !hasArrow(i);
        }

        /** A number or a GUID right above a time line, though no empty line stands before it. */
        private boolean isTightId(int i) {
            return isId(i) && (isNumber(i) || words(i).strip().matches("\\S*[-/]\\S*"));
        }

        private int block(int from, boolean vtt) {
            int i = isId(from) ? from + 1 : from;
            named += i > from && !isNumber(from) ? 1 : 0;
            if (vtt && i == from && words(from).matches("(NOTE|STYLE|REGION)(\\s.*)?")) {
                return aside(from);
            }
            if (!hasArrow(i)) {
                return stray(from);
            }
            Times times = times(i);
            var lines = new ArrayList<Integer>();
            int end = i + 1;
            while (end < count && !blank(end) && !hasArrow(end) && !isTightId(end)) {
                lines.add(end++);
            }
            if (lines.isEmpty()) {
                losses.setAside("cue without words", "there is nothing to code in it", words(i).strip(), source.lines().get(i).place());
                tellCut("the last cue has a time and no words", i);
            } else {
                cues.add(new Cue(label(words(i)), times, List.copyOf(lines)));
            }
            return end;
        }

        private int aside(int from) {
            int end = from;
            while (end < count && !blank(end)) {
                end++;
            }
            String kind = words(from).split("\\s")[0];
            SourceText.Line last = source.lines().get(end - 1);
            losses.setAside("NOTE".equals(kind) ? "note" : "style", "a " + kind + " block is no speech",
                Characters.squeeze(source.text().substring(source.lines().get(from).start(), last.end())), source.lines().get(from).place());
            return end;
        }

        /** Lines that no time line stands above: they go on with the cue before, which an empty line tore apart. */
        private int stray(int from) {
            int end = from;
            while (end < count && !blank(end) && !hasArrow(end) && !isTightId(end)) {
                end++;
            }
            if (cues.isEmpty()) {
                for (int i = from; i < Math.max(end, from + 1); i++) {
                    losses.setAside("heading", "no time stands above it", words(i).strip(), source.lines().get(i).place());
                }
                return Math.max(end, from + 1);
            }
            boolean tornId = named * 10 >= cues.size() * 9 && words(from).strip().indexOf(' ') < 0 && isCutAt(from);
            if (tornId || words(from).strip().matches("[\\d:.,\\s>-]*")) {
                losses.setAside("number without a cue", "no time stands above it", words(from).strip(), source.lines().get(from).place());
                tellCut("a last cue has begun, and has neither time nor words", from);
                return from + 1;
            }
            Cue last = cues.removeLast();
            var lines = new ArrayList<>(last.lines());
            for (int i = from; i < end; i++) {
                lines.add(i);
            }
            losses.guessed("cue with an empty line", "the words below it were taken into the cue", words(from).strip(), source.lines().get(from).place());
            cues.add(new Cue(last.label(), last.times(), List.copyOf(lines)));
            return Math.max(end, from + 1);
        }

        private boolean isNumber(int i) {
            return words(i).strip().matches("\\d+");
        }

        /** Whether the file ends right behind a line; where a program wrote the end, the line that parts cues stands there too. */
        private boolean isCutAt(int line) {
            return CutOff.isLast(source, line) && line >= count - 1;
        }

        private void tellCut(String lack, int line) {
            if (isCutAt(line)) {
                CutOff.tell(lack, words(line).strip(), source.lines().get(line).place(), losses);
            }
        }

        private static String label(String timing) {
            Matcher m = NAMED.matcher(timing);
            return m.matches() ? Characters.squeeze(m.group(1)) : "";
        }

        private Times times(int line) {
            Matcher m = TIMING.matcher(words(line));
            if (!m.matches()) {
                losses.guessed("broken time", "the cue's words were kept without it", words(line).strip(), source.lines().get(line).place());
                return Times.UNKNOWN;
            }
            long start = ms(m, 0);
            long end = ms(m, 4);
            if (end < start) {
                losses.guessed("time that runs backwards", "only its start was kept", words(line).strip(), source.lines().get(line).place());
                return new Times(OptionalLong.of(start), OptionalLong.empty());
            }
            return Times.between(start, end);
        }

        private static long ms(Matcher m, int group) {
            long hours = m.group(group + 1) == null ? 0 : Long.parseLong(m.group(group + 1));
            String fraction = m.group(group + 4) == null ? "0" : m.group(group + 4);
            return ((hours * 60 + Long.parseLong(m.group(group + 2))) * 60 + Long.parseLong(m.group(group + 3))) * 1000
                + Long.parseLong((fraction + "00").substring(0, 3));
        }
    }
}
