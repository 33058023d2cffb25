package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What may be found in a passage that was read, by the words it would be found by, and what of it stands in a part of the passage. */
final class Tried {
    private final ExpressionSet set;
    private final Scan scan;
    /** Word above twice an expression, and 1 more where a row stands whole; words rise. */
    private long[] tried = new long[32];
    private int count;
    /** Expression above twice the word it is found by, and 1 more for a row that is whole. */
    private long[] here = new long[16];

    Tried(ExpressionSet set, Scan scan) {
        this.set = set;
        this.scan = scan;
    }

    void clear() {
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** {@code found} is twice the expression, and 1 more where it is a row that stands whole. */
    void add(int at, int found) {
        if (count == tried.length) {
            tried = Arrays.copyOf(tried, count * 2);
        }
        tried[count++] = (long) at << 32 | found;
    }

    void find(Span part, Scan.Taker taker) {
        find(firstTried(part.start()), part, (sentence, expression, matches) -> taker.take(expression, matches));
    }

    void findBySentence(Sentences.Course course, Searched.Taker taker) {
        for (int next = 0; next < count;) {
            next = find(next, course.after(scan.start((int) (tried[next] >>> 32))), taker);
        }
    }

    /** What is found in a part by those tried from one on; the first tried after the part. */
    private int find(int next, Span part, Searched.Taker taker) {
        if (next == count || scan.start((int) (tried[next] >>> 32)) >= part.end()) {
            return next;
        }
        int from = (int) (tried[next] >>> 32);
        int to = from + 1;
        while (from > 0 && scan.start(from - 1) >= part.start()) {
            from--;
        }
        while (to < scan.count() && scan.start(to) < part.end()) {
            to++;
        }
        int n = 0;
        int k = next;
        for (; k < count && (int) (tried[k] >>> 32) < to; k++) {
            int at = (int) (tried[k] >>> 32);
            int expression = (int) tried[k] >>> 1;
            int first = at - set.anchor(expression);
            if (set.length(expression) == 0 || first >= from && first + set.length(expression) <= to) {
                if (n == here.length) {
                    here = Arrays.copyOf(here, n * 2);
                }
                here[n++] = (long) expression << 32 | 2L * at + (tried[k] & 1);
            }
        }
        if (n > 0) {
            if (n > 1) {
                Arrays.sort(here, 0, n);
            }
            hand(n, part, from, to, taker);
        }
        return k;
    }

    private void hand(int n, Span part, int from, int to, Searched.Taker taker) {
        for (int k = 0; k < n;) {
            int expression = (int) (here[k] >>> 32);
            int next = k + 1;
            while (next < n && (int) (here[next] >>> 32) == expression) {
                next++;
            }
            List<Match> matches;
            if (set.length(expression) == 0) {
                matches = matches(set.expression(expression), from, to);
            } else if (next == k + 1) {
                matches = List.of(match(expression, (int) here[k], from));
            } else {
                matches = new ArrayList<>(next - k);
                for (int i = k; i < next; i++) {
                    matches.add(match(expression, (int) here[i], from));
                }
            }
            if (!matches.isEmpty()) {
                taker.take(part, expression, matches);
            }
            k = next;
        }
    }

    /** {@code found} is twice the word it is found by, and 1 more where the row is whole. */
    private Match match(int row, int found, int offset) {
        int from = (found >>> 1) - set.anchor(row);
        int to = from + set.length(row);
        var span = new Span(scan.start(from), scan.end(to - 1));
        return new Match(span, List.of(span), from - offset, to - offset, (found & 1) != 0);
    }

    private List<Match> matches(Expression expression, int from, int to) {
        var matches = new ArrayList<Match>();
        for (Found found : Finder.find(expression, new Standing(from, to))) {
            int start = scan.at(found.from(), from, to);
            int end = scan.at(found.to() - 1, from, to) + 1;
            var evidence = new ArrayList<Span>(found.evidence().length);
            int last = -2;
            for (int position : found.evidence()) {
                int at = scan.at(position, from, to);
                int begin = position == last + 1 ? evidence.removeLast().start() : scan.start(at);
                evidence.add(new Span(begin, scan.end(at)));
                last = position;
            }
            matches.add(new Match(new Span(scan.start(start), scan.end(end - 1)), evidence, start - from, end - from, found.whole()));
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
                Known is = scan.known(i);
                if (is != null && is.isAt(place)) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.add(Found.at(scan.position(i), is.isWholeAt(place)));
                }
            }
            return found;
        }

        @Override public boolean isOne(Expression.AnyOf choice) {
            return set.placeOf(choice) >= 0;
        }
    }

    /** The first that may be found by a word that starts at a place or later. */
    private int firstTried(int place) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scan.start((int) (tried[middle] >>> 32)) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
