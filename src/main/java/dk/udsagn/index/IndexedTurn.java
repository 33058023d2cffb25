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
    /** Expression above the position it is found from, or, where it has to be tried, that of a word it would be found by; in rising order. */
    private final long[] found;
    private final int count;
    /** What has read its words; null where none were. */
    private final Scan scan;
    private String words;
    /** By position; where there is markup, the word before it ends. */
    private int[] starts;
    private int[] ends;
    /** How many words stand before a position. */
    private int[] before;

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
            places();
            hand(found, 0, count, first(part.start()), first(part.end()), part, (sentence, expression, matches) -> taker.take(expression, matches));
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
        places();
        var byPlace = new long[count];
        for (int k = 0; k < count; k++) {
            byPlace[k] = found[k] << 32 | found[k] >>> 32;
        }
        Arrays.sort(byPlace);
        var course = segment.analysis().sentences().course(text(), 0, span.length(), stops());
        for (int k = 0; k < count;) {
            Span sentence = course.after(starts[(int) (byPlace[k] >>> 32)]);
            int to = first(sentence.end());
            int next = k;
            for (; next < count && (int) (byPlace[next] >>> 32) < to; next++) {
                byPlace[next] = byPlace[next] << 32 | byPlace[next] >>> 32;
            }
            Arrays.sort(byPlace, k, next);
            hand(byPlace, k, next, first(sentence.start()), to, sentence, taker);
            k = next;
        }
    }

    /** Stops are looked for where more than one character stands between two words: a sentence ends before white space. */
    private Sentences.Stops stops() {
        var stops = new Sentences.Stops();
        var sentences = segment.analysis().sentences();
        int end = 0;
        for (int p = 0; p < starts.length; p++) {
            if (ends[p] > end) {
                if (starts[p] - end > 1) {
                    sentences.between(words, 0, end, starts[p], words.length(), stops);
                }
                end = ends[p];
            }
        }
        sentences.between(words, 0, end, words.length(), words.length(), stops);
        return stops;
    }

    /** Hands over what of all that was found, {@code k} to {@code end}, stands from one position up to another. */
    private void hand(long[] all, int k, int end, int from, int to, Span part, Searched.Taker taker) {
        int at = k;
        while (at < end) {
            int expression = (int) (all[at] >>> 32);
            int next = at + 1;
            while (next < end && (int) (all[next] >>> 32) == expression) {
                next++;
            }
            List<Match> matches = matches(expression, all, at, next, from, to);
            if (!matches.isEmpty()) {
                taker.take(part, expression, matches);
            }
            at = next;
        }
    }

    private List<Match> matches(int expression, long[] all, int k, int next, int from, int to) {
        int length = segment.length(expression);
        List<Match> matches = List.of();
        for (int i = k; i < next; i++) {
            int at = (int) all[i];
            if (at >= from && at + Math.max(length, 1) <= to) {
                if (length == 0) {
                    return segment.find(expression, from, to).stream().map(f -> match(f, from)).toList();
                }
                Trust trust = trust(expression, at);
                if (trust != Trust.NONE) {
                    var span = new Span(starts[at], ends[at + length - 1]);
                    matches = matches.isEmpty() ? new ArrayList<>(2) : matches;
                    matches.add(new Match(span, List.of(span), before[at] - before[from], before[at] - before[from] + length, trust == Trust.WHOLE));
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
        var evidence = new ArrayList<Span>(f.evidence().length);
        int last = -2;
        for (int position : f.evidence()) {
            int begin = position == last + 1 ? evidence.removeLast().start() : starts[position];
            evidence.add(new Span(begin, ends[position]));
            last = position;
        }
        int first = before[f.from()] - before[from];
        return new Match(new Span(starts[f.from()], ends[f.to() - 1]), evidence, first, before[f.to() - 1] - before[from] + 1, f.whole());
    }

    private void places() {
        if (starts == null) {
            int all = view.positions();
            starts = new int[all];
            ends = new int[all];
            before = new int[all + 1];
            int end = view.start();
            for (int p = 0; p < all; p++) {
                view.seek(p);
                boolean word = view.wordEnd() > end;
                starts[p] = (word ? view.wordStart() : end) - view.start();
                ends[p] = view.wordEnd() - view.start();
                before[p + 1] = before[p] + (word ? 1 : 0);
                end = view.wordEnd();
            }
        }
    }

    /** The first position whose word begins at a place or later. */
    private int first(int place) {
        int at = Arrays.binarySearch(starts, place);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && starts[at - 1] == place) {
            at--;
        }
        return at;
    }

    private Scan check() {
        if (!turns.isAtHand(this)) {
            throw new IllegalStateException("turn " + number + " of " + block.transcript().id() + " was let go: a turn of an index is good until the next is handed over");
        }
        return scan;
    }
}
