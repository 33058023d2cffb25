package dk.udsagn.index;

import dk.udsagn.index.ExpressionSet.PlainRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/**
 * Which expressions of a set stand in the turns of one segment, told from postings: a turn's words are not read. A row of words is looked for where
 * the word of it that is rarest in the segment and the rarer neighbour of that stand side by side. For one thread.
 */
final class SegmentPostings implements SegmentReading {
    /** How many words are read in the time that one turn with one anchor takes, measured: both ways cost the same between 100 and 300 rows of the benchmark. */
    private static final long WORDS_A_TURN = 7;

    private final ExpressionSet set;
    private final Analysis analysis;
    private final LeafReader segment;
    private final TermsEnum termSeeker;
    private final TermsEnum partSeeker;
    private final Map<String, Postings> terms = new HashMap<>();
    private final Map<String, Postings> parts = new HashMap<>();
    private final PlacePostings[] places;
    /** What is found by a place: expressions of that word alone, those to be tried where it stands, and rows by the word beside it. */
    private record Anchored(int[] alone, Beside[] rows) { }

    /** Rows that a word and the one {@code step} further on are in. */
    private record Beside(PlacePostings place, int step, int[] rows) { }

    /** What is looked for first, and what may be found there; these run ahead of the other postings by a transcript. */
    private final Postings[] anchors;
    private final Anchored[][] anchored;
    /** Which word of a row it is found by. */
    private final int[] anchorOf;
    private final int[] tried;
    private final SegmentTurns turns;
    private int reached;
    /** Document above the place in {@code met} of an anchor found there: its number, how often, and at which positions. */
    private long[] meetings = new long[64];
    private int[] met = new int[256];
    private int doc;
    private long[] found = new long[64];
    private int count;

    SegmentPostings(ExpressionSet set, Analysis analysis, SegmentTurns turns) throws IOException {
        this.set = set;
        this.analysis = analysis;
        this.turns = turns;
        this.segment = turns.segment();
        this.termSeeker = seeker(TurnDocuments.TERMS);
        this.partSeeker = seeker(TurnDocuments.PARTS);
        this.places = new PlacePostings[set.places()];
        this.tried = new int[set.size()];
        this.anchorOf = new int[set.size()];
        var byPlace = byPlace();
        var byPostings = new LinkedHashMap<Postings, List<Anchored>>();
        for (var place : byPlace.entrySet()) {
            for (Postings postings : place(place.getKey()).sources()) {
                byPostings.computeIfAbsent(postings, p -> new ArrayList<>()).add(place.getValue());
            }
        }
        anchors = new Postings[byPostings.size()];
        anchored = new Anchored[anchors.length][];
        int n = 0;
        for (var anchor : byPostings.entrySet()) {
            anchors[n] = anchor.getKey().twin();
            anchored[n++] = anchor.getValue().toArray(Anchored[]::new);
        }
    }

    private Map<Integer, Anchored> byPlace() throws IOException {
        var rows = new TreeMap<Integer, TreeMap<Integer, List<Integer>>>();     // place → twice the one beside it, 1 more for the right → expressions
        for (int expression = 0; expression < set.size(); expression++) {
            if (set.row(expression) != null && set.row(expression).places().length > 1) {
                int[] row = set.row(expression).places();
                int at = 0;
                for (int k = 1; k < row.length; k++) {
                    at = place(row[k]).frequency() < place(row[at]).frequency() ? k : at;
                }
                boolean right = at == 0 || at + 1 < row.length && place(row[at + 1]).frequency() < place(row[at - 1]).frequency();
                anchorOf[expression] = at;
                rows.computeIfAbsent(row[at], p -> new TreeMap<>()).computeIfAbsent(right ? 2 * row[at + 1] + 1 : 2 * row[at - 1], p -> new ArrayList<>()).add(expression);
            }
        }
        var byPlace = new TreeMap<Integer, Anchored>();
        for (int place = 0; place < places.length; place++) {
            var beside = new ArrayList<Beside>();
            for (var one : rows.getOrDefault(place, new TreeMap<>()).entrySet()) {
                beside.add(new Beside(place(one.getKey() / 2), one.getKey() % 2 == 1 ? 1 : -1, one.getValue().stream().mapToInt(e -> e).toArray()));
            }
            if (!beside.isEmpty() || set.alone(place).length > 0) {
                byPlace.put(place, new Anchored(set.alone(place), beside.toArray(Beside[]::new)));
            }
        }
        return byPlace;
    }

    private TermsEnum seeker(String field) throws IOException {
        Terms all = segment.terms(field);
        return all == null ? TermsEnum.EMPTY : all.iterator();
    }

    private PlacePostings place(int number) throws IOException {
        if (places[number] == null) {
            places[number] = new PlacePostings(set.single(number), this);
        }
        return places[number];
    }

    /** Postings of a word's term, null where the segment does not have it. */
    Postings terms(String term) throws IOException {
        return postings(terms, termSeeker, term);
    }

    /** Postings of the term of a part of a compound. */
    Postings parts(String term) throws IOException {
        return postings(parts, partSeeker, term);
    }

    private static Postings postings(Map<String, Postings> known, TermsEnum seeker, String term) throws IOException {
        if (!known.containsKey(term)) {
            known.put(term, Postings.of(seeker, term));
        }
        return known.get(term);
    }

    /** Whether this promises to cost less than reading the texts: a place an expression may be found by costs what some words to be read do. */
    boolean isCheaperThanTexts() throws IOException {
        Terms all = segment.terms(TurnDocuments.TERMS);
        long words = all == null ? 0 : all.getSumTotalTermFreq();
        return WORDS_A_TURN * Arrays.stream(anchors).mapToLong(Postings::frequency).sum() < words;
    }

    LeafReader segment() {
        return segment;
    }

    Analysis analysis() {
        return analysis;
    }

    @Override public void read(Snapshot.Block block, Consumer<IndexedTurn> taker) throws IOException {
        if (block.first() < reached) {
            restart();
        }
        reached = block.last();
        int all = meet(block);
        int next = block.first();
        for (int m = 0; m < all;) {
            int end = m;
            doc = (int) (meetings[m] >>> 32);
            count = 0;
            while (end < all && (int) (meetings[end] >>> 32) == doc) {
                look((int) meetings[end++]);
            }
            m = end;
            if (count > 0) {
                int held = once();
                while (next < doc) {
                    hand(block, next++, 0, taker);
                }
                hand(block, next++, held, taker);
            }
        }
        while (next > block.first() && next < block.last()) {
            hand(block, next++, 0, taker);
        }
        turns.letGo();
    }

    /** Gathers where in a transcript anchors stand, turn by turn. How many there are. */
    private int meet(Snapshot.Block block) throws IOException {
        int all = 0;
        int used = 0;
        for (int a = 0; a < anchors.length; a++) {
            Postings anchor = anchors[a];
            for (int at = anchor.to(block.first()); at < block.last(); at = anchor.to(at + 1)) {
                int[] positions = anchor.positions();
                int n = anchor.count();
                if (used + n + 2 > met.length) {
                    met = Arrays.copyOf(met, Math.max(used + n + 2, 2 * met.length));
                }
                meetings = all == meetings.length ? Arrays.copyOf(meetings, 2 * all) : meetings;
                meetings[all++] = (long) at << 32 | used;
                met[used] = a;
                met[used + 1] = n;
                System.arraycopy(positions, 0, met, used + 2, n);
                used += n + 2;
            }
        }
        Arrays.sort(meetings, 0, all);
        return all;
    }

    private void restart() throws IOException {
        for (Postings anchor : anchors) {
            anchor.restart();
        }
        for (Map<String, Postings> all : List.of(terms, parts)) {
            for (Postings postings : all.values()) {
                if (postings != null) {
                    postings.restart();
                }
            }
        }
        Arrays.fill(tried, 0);
    }

    private void hand(Snapshot.Block block, int turn, int held, Consumer<IndexedTurn> taker) throws IOException {
        turns.load(turn);
        turns.hand(new IndexedTurn(turns, block, turn, this, found, held), taker);
    }

    /** Sorts what was found, each once: a place may be met by several of its terms. */
    private int once() {
        Arrays.sort(found, 0, count);
        int once = 1;
        for (int i = 1; i < count; i++) {
            if (found[i] != found[once - 1]) {
                found[once++] = found[i];
            }
        }
        return once;
    }

    /** What may stand in the document at hand by one of its anchors. */
    private void look(int meeting) throws IOException {
        for (Anchored place : anchored[met[meeting]]) {
            for (int expression : place.alone()) {
                if (set.row(expression) != null || mayStand(expression)) {
                    for (int i = 0; i < met[meeting + 1]; i++) {
                        add(expression, met[meeting + 2 + i]);
                    }
                }
            }
            for (Beside beside : place.rows()) {
                look(meeting, beside);
            }
        }
    }

    private void look(int meeting, Beside beside) throws IOException {
        if (!beside.place().standsIn(doc)) {
            return;
        }
        for (int i = 0; i < met[meeting + 1]; i++) {
            int at = met[meeting + 2 + i];
            if (beside.place().has(doc, at + beside.step())) {
                for (int expression : beside.rows()) {
                    if (stands(set.row(expression), at - anchorOf[expression], anchorOf[expression], anchorOf[expression] + beside.step())) {
                        add(expression, at - anchorOf[expression]);
                    }
                }
            }
        }
    }

    /** Whether a row stands somewhere, of which two places are known to. */
    private boolean stands(PlainRow row, int from, int one, int other) throws IOException {
        for (int k = 0; k < row.places().length; k++) {
            if (k != one && k != other && !place(row.places()[k]).has(doc, from + k)) {
                return false;
            }
        }
        return true;
    }

    private boolean mayStand(int expression) throws IOException {
        int yes = 2 * doc + 2;
        if (tried[expression] >>> 1 != yes >>> 1) {
            tried[expression] = mayStand(set.expression(expression)) ? yes + 1 : yes;
        }
        return tried[expression] == yes + 1;
    }

    private void add(int expression, int position) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = (long) expression << 32 | position;
    }

    /** Whether all the words it cannot be found without stand in the turn. */
    private boolean mayStand(Expression expression) throws IOException {
        int single = set.placeOf(expression);
        if (single >= 0) {
            return place(single).standsIn(doc);
        }
        return switch (expression) {
            case Expression.Row row -> {
                for (Expression each : row.places()) {
                    if (!mayStand(each)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Expression.Near near -> mayStand(near.left()) && mayStand(near.right());
            case Expression.NotNear not -> mayStand(not.wanted());
            case Expression.AnyOf any -> {
                for (Expression each : any.choices()) {
                    if (mayStand(each)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Expression.AnyForm word -> true;
            case Expression.Exactly word -> true;
            case Expression.Prefix word -> true;
            case Expression.Fuzzy word -> true;
        };
    }

    /** How many words a row has; 0 for an expression that has to be tried. */
    int length(int expression) {
        PlainRow row = set.row(expression);
        return row == null ? 0 : row.places().length;
    }

    /** How a row stands in the turn at hand, at a position where its terms do. */
    Trust trust(int expression, int position) throws IOException {
        Trust least = Trust.WHOLE;
        int[] row = set.row(expression).places();
        for (int k = 0; k < row.length; k++) {
            Trust trust = place(row[k]).trust(doc, position + k, turns.view());
            least = trust.compareTo(least) < 0 ? trust : least;
        }
        return least;
    }

    /** Where an expression stands in the turn at hand, among some of its positions. */
    List<Found> find(int expression, int from, int to) {
        return Finder.find(set.expression(expression), new Finder.Places() {
            @Override public List<Found> of(Expression word) {
                try {
                    return place(set.placeOf(word)).in(doc, from, to, turns.view());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override public boolean isOne(Expression.AnyOf choice) {
                return set.placeOf(choice) >= 0;
            }
        });
    }
}
