package dk.udsagn.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Numbers in the margin, which count on: nearly all lines begin with one, or each fifth. */
final class LineNumbers {
    private static final int FEWEST = 8;

    private LineNumbers() {
    }

    /** The text with its lines beginning after their numbers; as it was where there are none. */
    static SourceText without(SourceText source, Losses losses) {
        var ends = new int[source.lines().size()];
        int filled = 0;
        int numbered = 0;
        int counting = 0;
        int last = -1;
        for (int i = 0; i < ends.length; i++) {
            SourceText.Line line = source.lines().get(i);
            if (source.isBlank(line)) {
                continue;
            }
            filled++;
            int start = Characters.skip(source.text(), line.start(), line.end());
            int end = start;
            while (end < line.end() && end - start < 5 && source.text().charAt(end) >= '0' && source.text().charAt(end) <= '9') {
                end++;
            }
            if (end == start || end - start > 4 || end < line.end() && !Characters.isSpace(source.text().charAt(end))) {
                continue;
            }
            int number = Integer.parseInt(source.text().substring(start, end));
            numbered++;
            counting += number == last + 1 || last < 0 || number == 1 ? 1 : 0;
            last = number;
            ends[i] = end;
        }
        if (filled < FEWEST || numbered * 10 < filled * 8 || counting * 10 < numbered * 9) {
            return withoutEveryFifth(source, losses);
        }
        return without(source, ends, losses);
    }

    /**
     * Numbers on each fifth or tenth line only, left of all words: a chain of multiples that keeps step with the lines, whose
     * other lines are indented past it.
     */
    private static SourceText withoutEveryFifth(SourceText source, Losses losses) {
        for (int step : new int[] {5, 10, 2, 3, 4}) {
            var ends = new int[source.lines().size()];
            int found = 0;
            int since = 0;
            int margin = 0;
            int unindented = 0;
            int expected = step;
            int drift = 0;
            for (int i = 0; i < ends.length; i++) {
                SourceText.Line line = source.lines().get(i);
                if (source.isBlank(line)) {
                    continue;
                }
                since++;
                int start = Characters.skip(source.text(), line.start(), line.end());
                String number = Integer.toString(expected);
                int end = start + number.length();
                if (end + 1 < line.end() && source.text().startsWith(number, start) && Characters.isSpace(source.text().charAt(end))) {
                    ends[i] = end;
                    drift += found > 0 && since != step ? 1 : 0;
                    since = 0;
                    found++;
                    expected += step;
                    margin = Math.max(margin, end - line.start());
                } else if (start - line.start() < Math.max(2, margin)) {
                    unindented++;
                }
            }
            if (found >= 3 && unindented * 20 <= ends.length && drift * 5 <= found && since < 3 * step) {
                return without(source, ends, losses);
            }
        }
        return source;
    }

    /** Lines that hold a margin's number and no word, as they come out of a page whose margin is a column of its own. */
    static BitSet alone(SourceText source) {
        var bare = new ArrayList<int[]>();
        for (int i = 0; i < source.lines().size(); i++) {
            SourceText.Line line = source.lines().get(i);
            String words = line.end() - line.start() > 12 ? "" : Characters.squeeze(source.words(line));
            if (words.matches("\\d{1,4}")) {
                bare.add(new int[] {i, Integer.parseInt(words)});
            }
        }
        var lines = new BitSet();
        int last = 0;
        for (int n = 0; n < bare.size(); n++) {
            int number = bare.get(n)[1];
            boolean restarts = number == 1 && n + 1 < bare.size() && follows(bare.get(n + 1)[1], 1);      // else a page's number
            if (follows(number, last) || restarts) {
                last = number;
                lines.set(bare.get(n)[0]);
            }
        }
        return lines.cardinality() >= 2 * FEWEST && lines.cardinality() * 10 >= bare.size() * 8 ? lines : everyFifthAlone(bare);
    }

    /** The same for a margin that counts each fifth or tenth line. */
    private static BitSet everyFifthAlone(List<int[]> bare) {
        for (int step : new int[] {5, 10}) {
            var lines = new BitSet();
            int last = 0;
            for (int[] number : bare) {
                if (number[1] == last + step || number[1] == step && !lines.isEmpty()) {      // some count from the top of each page
                    last = number[1];
                    lines.set(number[0]);
                }
            }
            if (lines.cardinality() >= 4 && lines.cardinality() * 10 >= bare.size() * 6) {
                return lines;
            }
        }
        return new BitSet();
    }

    /** Whether a number counts on; a few may be missing, which stand beside words. */
    private static boolean follows(int number, int last) {
        return number > last && number <= last + 4;
    }

    private static SourceText without(SourceText source, int[] ends, Losses losses) {
        var lines = new ArrayList<SourceText.Line>();
        for (int i = 0; i < ends.length; i++) {
            SourceText.Line line = source.lines().get(i);
            if (ends[i] > 0) {
                losses.setAside("line number", "it counts the lines in the margin", source.text().substring(line.start(), ends[i]).strip(), line.place());
                lines.add(new SourceText.Line(Characters.skip(source.text(), ends[i], line.end()), line.end(), line.next(), line.place()));
            } else {
                lines.add(line);
            }
        }
        return new SourceText(source.name(), source.text(), List.copyOf(lines));
    }
}
