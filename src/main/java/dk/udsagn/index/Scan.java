package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of one passage, and which expressions of a set stand among them: what {@link Expression#in} finds, without a value for every word.
 * For one thread and one passage after another.
 */
public final class Scan implements Searched {
    /** Takes what is found, expressions in the order of their numbers. */
    @FunctionalInterface
    public interface Taker {
        /**
         * One expression that is found.
         *
         * @param expression 0-based number in the set
         * @param matches    its places by their first word, then their last; at least one
         */
        void take(int expression, List<Match> matches);
    }

    private final ExpressionSet set;
    private final Analysis analysis;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] positions = new int[256];
    /** What each word is: its number in the table, or, below 0, its place among the others. */
    private int[] kinds = new int[256];
    private Known[] others = new Known[8];
    private int otherCount;
    private int count;
    private int[] anchors = new int[64];
    private int anchorCount;
    /** Word above expression: what may be found, by a word it would be found by. */
    private long[] tried = new long[32];
    private int triedCount;
    private long[] here = new long[16];
    private final Sentences.Stops stops = new Sentences.Stops();
    private final Words words = new Words();
    private final Segmenter.Room room = new Segmenter.Room();
    private String text = "";
    private Span within;
    private FormTable table;
    /** Whether the word that comes next was asked for in the table and is not in it. */
    private boolean asked;
    private long first;
    private long second;
    private long third;

    Scan(ExpressionSet set, Analysis analysis) {
        this.set = set;
        this.analysis = analysis;
    }

    /**
     * Reads a passage. What was read before is forgotten.
     *
     * @param text   a text
     * @param within the passage in it
     * @return whether an expression may be found in it: false only if none is
     * @throws IllegalArgumentException if the passage ends past the text
     */
    public boolean read(String text, Span within) {
        Analysis.check(text, within);
        this.text = text;
        this.within = within;
        count = 0;
        anchorCount = 0;
        otherCount = 0;
        triedCount = 0;
        stops.clear();
        asked = false;
        table = set.table();
        analysis.scan(text, within.start(), within.end(), words, room);
        for (int k = 0; k < anchorCount; k++) {
            meet(anchors[k]);
        }
        return triedCount > 0;
    }

    private void add(int start, int end, int position, int kind, boolean anchor) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            positions = Arrays.copyOf(positions, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        positions[count] = position;
        kinds[count] = kind;
        if (anchor) {
            if (anchorCount == anchors.length) {
                anchors = Arrays.copyOf(anchors, anchorCount * 2);
            }
            anchors[anchorCount++] = count;
        }
        count++;
    }

    /** Null for a word of no interest. */
    private Known known(int at) {
        int kind = kinds[at];
        return kind < 0 ? others[~kind] : table.known(kind);
    }

    private long mask(int at) {
        int kind = kinds[at];
        return kind >= 0 ? table.mask(kind) : others[~kind] == null ? 0 : others[~kind].mask();
    }

    /** What may be found by a word and the one beside it. */
    private void meet(int at) {
        Known is = known(at);
        for (int expression : is.alone()) {
            attempt(at, expression);
        }
        if (is.right().length > 0 && at + 1 < count) {
            long beside = mask(at + 1);
            for (int place : is.right()) {
                meet(at, set.after(place), beside, at + 1);
            }
        }
        if (is.left().length > 0 && at > 0) {
            long beside = mask(at - 1);
            for (int place : is.left()) {
                meet(at, set.before(place), beside, at - 1);
            }
        }
    }

    private void meet(int at, ExpressionSet.Neighbours neighbours, long mask, int beside) {
        if (neighbours.mayBe(mask)) {
            int last = -1;
            for (int place : known(beside).places()) {
                if (place >>> 1 != last) {
                    last = place >>> 1;
                    for (int expression : neighbours.rows(last)) {
                        if (stands(set.row(expression), at, beside)) {
                            attempt(at, expression);
                        }
                    }
                }
            }
        }
    }

    private void attempt(int at, int expression) {
        if (triedCount == tried.length) {
            tried = Arrays.copyOf(tried, triedCount * 2);
        }
        tried[triedCount++] = (long) at << 32 | expression;
    }

    /** Whether a row stands round a word and the one beside it, which are known to be its. */
    private boolean stands(ExpressionSet.PlainRow row, int at, int beside) {
        int[] places = row.places();
        int from = at - row.anchor();
        int to = from + places.length - 1;
        if (from < 0 || to >= count || positions[to] - positions[from] != places.length - 1) {
            return false;
        }
        for (int k = 0; k < places.length; k++) {
            if (from + k != at && from + k != beside) {
                Known is = known(from + k);
                if (is == null || !is.isAt(places[k])) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override public String text() {
        return text;
    }

    @Override public Span within() {
        return within;
    }

    @Override public boolean isEmpty() {
        return count == 0;
    }

    @Override public boolean hasChance() {
        return triedCount > 0;
    }

    @Override public void find(Span part, Taker taker) {
        find(firstTried(part.start()), part, (sentence, expression, matches) -> taker.take(expression, matches));
    }

    @Override public void findBySentence(Searched.Taker taker) {
        if (triedCount == 0) {
            return;
        }
        var course = analysis.sentences().course(text, within.start(), within.end(), stops);
        for (int next = 0; next < triedCount;) {
            next = find(next, course.after(starts[(int) (tried[next] >>> 32)]), taker);
        }
    }

    /** What is found in a part by those tried from one on; the first tried after the part. */
    private int find(int next, Span part, Searched.Taker taker) {
        if (next == triedCount || starts[(int) (tried[next] >>> 32)] >= part.end()) {
            return next;
        }
        int from = lowerBound(starts, count, part.start());
        int to = lowerBound(starts, count, part.end());
        int n = 0;
        int k = next;
        for (; k < triedCount && (int) (tried[k] >>> 32) < to; k++) {
            int at = (int) (tried[k] >>> 32);
            int expression = (int) tried[k];
            ExpressionSet.PlainRow row = set.row(expression);
            if (row == null || at - row.anchor() >= from && at - row.anchor() + row.places().length <= to) {
                if (n == here.length) {
                    here = Arrays.copyOf(here, n * 2);
                }
                here[n++] = (long) expression << 32 | at;
            }
        }
        if (n > 0) {
            Arrays.sort(here, 0, n);
            hand(n, part, from, to, taker);
        }
        return k;
    }

    private void hand(int n, Span part, int from, int to, Searched.Taker taker) {
        for (int k = 0; k < n;) {
            int expression = (int) (here[k] >>> 32);
            ExpressionSet.PlainRow row = set.row(expression);
            int next = k + 1;
            while (next < n && (int) (here[next] >>> 32) == expression) {
                next++;
            }
            List<Match> matches;
            if (row == null) {
                matches = matches(set.expression(expression), from, to);
            } else if (next == k + 1) {
                matches = List.of(match(row, (int) here[k], from));
            } else {
                matches = new ArrayList<>(next - k);
                for (int i = k; i < next; i++) {
                    matches.add(match(row, (int) here[i], from));
                }
            }
            if (!matches.isEmpty()) {
                taker.take(part, expression, matches);
            }
            k = next;
        }
    }

    private Match match(ExpressionSet.PlainRow row, int at, int offset) {
        int[] places = row.places();
        int from = at - row.anchor();
        int to = from + places.length - 1;
        boolean whole = true;
        for (int k = 0; k < places.length; k++) {
            whole &= known(from + k).isWholeAt(places[k]);
        }
        var span = new Span(starts[from], ends[to]);
        return new Match(span, List.of(span), from - offset, to + 1 - offset, whole);
    }

    private List<Match> matches(Expression expression, int from, int to) {
        var matches = new ArrayList<Match>();
        for (Found found : Finder.find(expression, new Standing(from, to))) {
            int start = word(found.from(), from, to);
            int end = word(found.to() - 1, from, to) + 1;
            var evidence = new ArrayList<Span>(found.evidence().length);
            int last = -2;
            for (int position : found.evidence()) {
                int at = word(position, from, to);
                int begin = position == last + 1 ? evidence.removeLast().start() : starts[at];
                evidence.add(new Span(begin, ends[at]));
                last = position;
            }
            matches.add(new Match(new Span(starts[start], ends[end - 1]), evidence, start - from, end - from, found.whole()));
        }
        return matches;
    }

    /** Where single words of an expression stand among some of the words. */
    private final class Standing implements Finder.Places {
        private final int from;
        private final int to;

        Standing(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override public List<Found> of(Expression word) {
            int place = set.placeOf(word);
            List<Found> found = List.of();
            for (int i = from; i < to; i++) {
                Known is = known(i);
                if (is != null && is.isAt(place)) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.add(Found.at(positions[i], is.isWholeAt(place)));
                }
            }
            return found;
        }

        @Override public boolean isOne(Expression.AnyOf choice) {
            return set.placeOf(choice) >= 0;
        }
    }

    /** The word at a position, one of those {@code from} to {@code to}. */
    private int word(int position, int from, int to) {
        return Arrays.binarySearch(positions, from, to, position);
    }

    /** The first that may be found by a word that starts at a place or later. */
    private int firstTried(int place) {
        int low = 0;
        int high = triedCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[(int) (tried[middle] >>> 32)] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Index of the first that is as large as wanted. */
    private static int lowerBound(int[] rising, int count, int wanted) {
        int at = Arrays.binarySearch(rising, 0, count, wanted);
        return at < 0 ? -at - 1 : at;
    }

    /** Takes the words in, those met before by the table alone. */
    private final class Words implements Segmenter.Sink {
        @Override public boolean form(int start, int end, int position, long a, long b, long c) {
            int number = table.get(a, b, c);
            if (number == 0) {
                asked = true;
                first = a;
                second = b;
                third = c;
                return false;
            }
            add(start, end, position, number, FormTable.isAnchor(number));
            return true;
        }

        @Override public void word(int start, int end, int position, Word word) {
            Known is = set.known(word);
            if (asked && !analysis.dependsOnContext(word) && !table.put(first, second, third, is)) {
                set.outgrown(table);
            }
            asked = false;
            if (otherCount == others.length) {
                others = Arrays.copyOf(others, 2 * otherCount);
            }
            others[otherCount] = is;
            add(start, end, position, ~otherCount++, is != null && is.isAnchor());
        }

        @Override public void sign(char sign, int at) {
            stops.add(sign, at);
        }
    }
}
