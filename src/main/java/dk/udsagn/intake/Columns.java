package dk.udsagn.intake;

import dk.udsagn.transcript.SourcePlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Text whose columns stand beside each other on the same lines, as a layout-keeping extraction leaves them, put below each other
 * where they are certain: a stretch of spaces runs down the page, both sides are wide and hold words in a row, and a label
 * that comes again to the left of it comes to the right too. A table of time, speaker and words is none of that.
 */
final class Columns {
    private static final int NARROWEST = 20;
    private static final int FEWEST = 5;
    private final SourceText source;
    private final StringBuilder text = new StringBuilder();
    private final List<SourceText.Line> lines = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> origins = new ArrayList<>();

    private Columns(SourceText source) {
        this.source = source;
    }

    /**
     * A text whose columns were put below each other.
     *
     * @param source what it has become
     * @param origin where a character of it stands in the text as it came; below 0 for one that was added
     */
    record Righted(SourceText source, IntUnaryOperator origin) {
    }

    /** The text as it came where no page has certain columns. */
    static Righted of(SourceText source, Losses losses) {
        var columns = new Columns(source);
        var pages = new ArrayList<int[]>();      // first line, the line after the last, where the right column begins or 0
        int from = 0;
        for (int i = 0; i < source.lines().size(); i++) {
            if (source.lines().get(i).endsPage(source.text()) || i == source.lines().size() - 1) {
                pages.add(new int[] {from, i + 1, columns.gutter(from, i + 1).orElse(0)});
                from = i + 1;
            }
        }
        if (pages.stream().allMatch(p -> p[2] == 0)) {
            return new Righted(source, at -> at);
        }
        pages.forEach(p -> columns.page(p[0], p[1], p[2], losses));
        return new Righted(new SourceText(source.name(), columns.text.toString(), List.copyOf(columns.lines)), columns::origin);
    }

    private int origin(int at) {
        int i = Collections.binarySearch(starts, at);
        i = i >= 0 ? i : -i - 2;
        return i < 0 || origins.get(i) < 0 ? -1 : origins.get(i) + at - starts.get(i);
    }

    private void page(int from, int to, int gutter, Losses losses) {
        if (gutter == 0) {
            copy(from, to);
            return;
        }
        SourcePlace place = source.lines().get(from).place();
        losses.repaired("columns side by side", "two columns stood on the same lines; the right one was put below the left", "", place);
        int foot = foot(from, to, gutter);
        int head = head(from, foot, gutter);
        copy(from, head);
        for (int i = head; i < foot; i++) {
            SourceText.Line line = source.lines().get(i);
            write(line, line.start(), Math.min(line.end(), line.start() + gutter), -1);
        }
        for (int i = head; i < foot; i++) {
            SourceText.Line line = source.lines().get(i);
            write(line, Math.min(line.end(), line.start() + gutter), line.end(), i == to - 1 ? line.next() : -1);
        }
        copy(foot, to);
    }

    private void copy(int from, int to) {
        for (int i = from; i < to; i++) {
            SourceText.Line line = source.lines().get(i);
            write(line, line.start(), line.end(), line.next());
        }
    }

    /** Writes a stretch of a line as a line of its own; {@code next} is below 0 where the line's own end comes later. */
    private void write(SourceText.Line line, int from, int to, int next) {
        int begin = Math.max(from, next < 0 ? Characters.skip(source.text(), from, to) : from);
        int end = next < 0 ? Characters.skipBack(source.text(), begin, to) : to;
        int start = text.length();
        starts.add(start);
        origins.add(begin);
        text.append(source.text(), begin, end);
        int after = text.length();
        if (next < 0) {
            starts.add(after);
            origins.add(-1);
            text.append('\n');
        } else {
            text.append(source.text(), end, next);
        }
        lines.add(new SourceText.Line(start, after, text.length(), line.place()));
    }

    /** The first line that has words on both sides, or on the left alone below an empty one: heads that run across are above it. */
    private int head(int from, int to, int gutter) {
        int i = from;
        while (i < to && !isBoth(i, gutter)) {
            i++;
        }
        while (i > from && !source.isBlank(source.lines().get(i - 1))) {
            i--;
        }
        return i;
    }

    /** The line after the last that is part of the columns: a foot stands below them, after an empty line. */
    private int foot(int from, int to, int gutter) {
        int last = to - 1;
        while (last > from && source.isBlank(source.lines().get(last))) {
            last--;
        }
        boolean apart = last > from && source.isBlank(source.lines().get(last - 1)) && Characters.squeeze(source.words(source.lines().get(last))).length() < NARROWEST;
        return apart ? last : to;
    }

    private boolean isBoth(int i, int gutter) {
        SourceText.Line line = source.lines().get(i);
        int middle = Math.min(line.end(), line.start() + gutter);
        return Characters.skip(source.text(), line.start(), middle) < middle && Characters.skip(source.text(), middle, line.end()) < line.end();
    }

    /** Where the right column begins, in characters from the line's start. */
    private OptionalInt gutter(int from, int to) {
        Map<Integer, Integer> begins = new HashMap<>();
        int filled = 0;
        for (int i = from; i < to; i++) {
            SourceText.Line line = source.lines().get(i);
            filled += source.isBlank(line) ? 0 : 1;
            for (int at = line.start() + NARROWEST; at < line.end(); at++) {
                if (source.text().charAt(at) != ' ' && source.text().charAt(at - 1) == ' ' && source.text().charAt(at - 2) == ' ') {
                    begins.merge(at - line.start(), 1, Integer::sum);
                }
            }
        }
        var best = begins.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
        return best.isPresent() && best.get().getValue() >= FEWEST && isCertain(from, to, best.get().getKey(), filled) ? OptionalInt.of(best.get().getKey()) : OptionalInt.empty();
    }

    private boolean isCertain(int from, int to, int gutter, int filled) {
        int crossed = 0;
        int rights = 0;
        int there = 0;
        int wideLeft = 0;
        int lefts = 0;
        int wideRight = 0;
        int both = 0;
        Map<String, Integer> left = new HashMap<>();
        Set<String> right = new HashSet<>();
        for (int i = from; i < to; i++) {
            SourceText.Line line = source.lines().get(i);
            int middle = Math.min(line.end(), line.start() + gutter);
            int first = Characters.skip(source.text(), line.start(), middle);
            if (first < middle) {
                lefts++;
                wideLeft += isWordy(first, middle) ? 1 : 0;
                label(first, middle).ifPresent(l -> left.merge(l, 1, Integer::sum));
            }
            int second = Characters.skip(source.text(), middle, line.end());
            if (second < line.end()) {
                rights++;
                there += second == middle ? 1 : 0;
                wideRight += isWordy(second, line.end()) ? 1 : 0;
                both += first < middle ? 1 : 0;
                crossed += middle - line.start() == gutter && (source.text().charAt(middle - 1) != ' ' || source.text().charAt(middle - 2) != ' ') ? 1 : 0;
                label(second, line.end()).ifPresent(right::add);
            }
        }
        boolean labels = right.stream().anyMatch(l -> left.getOrDefault(l, 0) >= 1) && left.values().stream().anyMatch(n -> n >= 2);
        return labels && both >= FEWEST && rights * 3 >= filled && crossed * 20 <= filled && there * 10 >= rights * 8 && wideLeft * 10 >= lefts * 6 && wideRight * 10 >= rights * 6;
    }

    /** Whether a side of a line holds words in a row and no cells. */
    private boolean isWordy(int from, int to) {
        String words = source.text().substring(from, Characters.skipBack(source.text(), from, to));
        return words.length() >= NARROWEST && words.indexOf("   ") < 0 && words.indexOf(' ') > 0;
    }

    private Optional<String> label(int from, int to) {
        Head head = Head.of(source.text(), from, to, true);
        return head.mark() == Head.Mark.COLON && head.label().length() <= NARROWEST ? Optional.of(head.label()) : Optional.empty();
    }
}
