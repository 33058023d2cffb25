package dk.udsagn.index;

import dk.udsagn.transcript.Role;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A turn as an index knows it, and which expressions of a set stand in it: just what {@link Scan} finds in its words. Places are counted in the
 * words of the turn alone; in the canonical text they stand {@code span().start()} further on. The words are read from the index when they are asked for.
 *
 * <p>Good until the next turn is handed over, for one thread.
 */
public final class IndexedTurn implements Searched {
    private static final long[] NOTHING = {};

    private final SegmentTurns turns;
    private final TurnView view;
    private final Snapshot.Block block;
    private final int number;
    private final Span span;
    /** What found it; null where its words were read. */
    private final SegmentPostings segment;
    /** Position above the expression that is found from it, or, where that has to be tried, would be found by its word; in rising order. */
    private final long[] found;
    private final int count;
    /** What has read its words; null where none were. */
    private final Scan scan;
    private String words;
    /** Whether the places of its words are at hand. */
    private boolean placed;

    private IndexedTurn(SegmentTurns turns, Snapshot.Block block, int document, SegmentPostings segment, long[] found, int count, Scan scan) {
        this.turns = turns;
        this.view = turns.view();
        this.block = block;
        this.number = document - block.first() + 1;
        this.span = new Span(view.start(), view.end());
        this.segment = segment;
        this.found = found;
        this.count = count;
        this.scan = scan;
    }

    /** The turn at hand, of whose words the places of some are known. */
    IndexedTurn(SegmentTurns turns, Snapshot.Block block, int document, SegmentPostings segment, long[] found, int count) {
        this(turns, block, document, segment, found, count, null);
    }

    /** The turn at hand, as read. */
    static IndexedTurn scanned(SegmentTurns turns, Snapshot.Block block, int document, Scan scan) {
        return new IndexedTurn(turns, block, document, null, NOTHING, 0, scan);
    }

    /** The turn at hand, in which nothing is found. */
    static IndexedTurn without(SegmentTurns turns, Snapshot.Block block, int document) {
        return new IndexedTurn(turns, block, document, null, NOTHING, 0, null);
    }

    /**
     * The transcript's id.
     *
     * @return the id
     */
    public String transcript() {
        return block.transcript().id();
    }

    /**
     * What the transcript's text is known by.
     *
     * @return as {@link dk.udsagn.transcript.Transcript#digest()}
     */
    public String digest() {
        return block.transcript().text();
    }

    /**
     * Place among the transcript's turns.
     *
     * @return 1 for the first
     */
    public int number() {
        return number;
    }

    /**
     * What the speaker does.
     *
     * @return the role
     */
    public Role role() {
        return speaker().role();
    }

    /**
     * Which respondent speaks.
     *
     * @return the respondent's id; empty for other roles and where the study does not say
     */
    public Optional<String> respondent() {
        return speaker().respondent();
    }

    private Speaker speaker() {
        check();
        return block.transcript().speakers().get(view.speaker());
    }

    /**
     * Where the turn stands in the canonical text.
     *
     * @return the span
     */
    public Span span() {
        return span;
    }

    /** Exactly the words of the turn. */
    @Override public String text() {
        if (words == null) {
            check();
            words = scan == null ? view.text(span.start(), span.end()) : scan.text();
        }
        return words;
    }

    @Override public Span within() {
        return new Span(0, span.length());
    }

    @Override public boolean isEmpty() {
        check();
        return view.positions() == 0;
    }

    @Override public boolean hasChance() {
        return scan == null ? count > 0 : check().hasChance();
    }

    @Override public void find(Span part, Scan.Taker taker) {
        if (scan != null) {
            check().find(part, taker);
            return;
        }
        check();
        if (count > 0) {
            WordPlaces all = places();
            long[] some = byExpression(0, count);
            hand(some, all.first(part.start()), all.first(part.end()), part, (sentence, expression, matches) -> taker.take(expression, matches));
        }
    }

    @Override public void findBySentence(Searched.Taker taker) {
        if (scan != null) {
            check().findBySentence(taker);
            return;
        }
        check();
        if (count == 0) {
            return;
        }
        WordPlaces all = places();
        var sentences = segment.analysis().sentences();
        all.stops(text(), sentences, turns.stops());
        var course = sentences.course(words, 0, words.length(), turns.stops());
        for (int k = 0; k < count;) {
            int at = (int) (found[k] >>> 32);
            Span sentence = course.after(all.starts[at]);
            int from = at;
            while (from > 0 && all.starts[from - 1] >= sentence.start()) {
                from--;
            }
            int to = at;
            while (to < all.count && all.starts[to] < sentence.end()) {
                to++;
            }
            int next = k + 1;
            while (next < count && (int) (found[next] >>> 32) < to) {
                next++;
            }
            hand(byExpression(k, next), from, to, sentence, taker);
            k = next;
        }
    }

    /** Some of what was found, expression above position. */
    private long[] byExpression(int k, int end) {
        var some = new long[end - k];
        for (int i = k; i < end; i++) {
            some[i - k] = found[i] << 32 | found[i] >>> 32;
        }
        Arrays.sort(some);
        return some;
    }

    /** Hands over what of some that was found stands from one position up to another. */
    private void hand(long[] some, int from, int to, Span part, Searched.Taker taker) {
        for (int at = 0; at < some.length;) {
            int expression = (int) (some[at] >>> 32);
            int next = at + 1;
            while (next < some.length && (int) (some[next] >>> 32) == expression) {
                next++;
            }
            List<Match> matches = matches(expression, some, at, next, from, to);
            if (!matches.isEmpty()) {
                taker.take(part, expression, matches);
            }
            at = next;
        }
    }

    private List<Match> matches(int expression, long[] some, int k, int next, int from, int to) {
        WordPlaces all = turns.places();
        int length = segment.length(expression);
        List<Match> matches = List.of();
        for (int i = k; i < next; i++) {
            int at = (int) some[i];
            if (at >= from && at + Math.max(length, 1) <= to) {
                if (length == 0) {
                    return segment.find(expression, from, to).stream().map(f -> match(f, from)).toList();
                }
                Trust trust = trust(expression, at);
                if (trust != Trust.NONE) {
                    var span = new Span(all.starts[at], all.ends[at + length - 1]);
                    int first = all.before[at] - all.before[from];
                    var match = new Match(span, List.of(span), first, first + length, trust == Trust.WHOLE);
                    if (next == k + 1) {
                        return List.of(match);
                    }
                    matches = matches.isEmpty() ? new ArrayList<>(next - k) : matches;
                    matches.add(match);
                }
            }
        }
        return matches;
    }

    private Trust trust(int expression, int position) {
        try {
            return segment.trust(expression, position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Match match(Found f, int from) {
        WordPlaces all = turns.places();
        var evidence = new ArrayList<Span>(f.evidence().length);
        int last = -2;
        for (int position : f.evidence()) {
            int begin = position == last + 1 ? evidence.removeLast().start() : all.starts[position];
            evidence.add(new Span(begin, all.ends[position]));
            last = position;
        }
        int first = all.before[f.from()] - all.before[from];
        return new Match(new Span(all.starts[f.from()], all.ends[f.to() - 1]), evidence, first, all.before[f.to() - 1] - all.before[from] + 1, f.whole());
    }

    private WordPlaces places() {
        if (!placed) {
            view.words(turns.places());
            placed = true;
        }
        return turns.places();
    }

    private Scan check() {
        if (!turns.isAtHand(this)) {
            throw new IllegalStateException("turn " + number + " of " + block.transcript().id() + " was let go: a turn of an index is good until the next is handed over");
        }
        return scan;
    }
}
