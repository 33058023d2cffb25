package dk.udsagn.index;

import dk.udsagn.index.ExpressionSet.PlainRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
    /** How many words are read in the time that one turn with one anchor takes, measured with 100 to 1000 rows of the benchmark. */
    private static final long WORDS_A_TURN = 2;

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

    /** What is looked for first, and what may be found there. */
    private final PlacePostings[] anchors;
    private final Anchored[] anchored;
    /** Which word of a row it is found by. */
    private final int[] anchorOf;
    /** Twice a turn and 2, and 1 more where an expression may stand in it. */
    private final int[] tried;
    private final SegmentTurns turns;
    private final Stretch stretch = new Stretch();
    private int reached;
    /** The turn at hand. */
    private int turn;
    /** Place above expression. */
    private long[] found = new long[64];
    private int count;
    /** Position in the turn at hand above expression. */
    private long[] held = new long[16];

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
        anchors = new PlacePostings[byPlace.size()];
        anchored = byPlace.values().toArray(Anchored[]::new);
        int n = 0;
        for (int place : byPlace.keySet()) {
            anchors[n++] = place(place);
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
        return WORDS_A_TURN * Arrays.stream(anchors).flatMap(anchor -> Arrays.stream(anchor.all())).distinct().mapToLong(Postings::frequency).sum() < words;
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
        int next = block.first();
        for (int from = next; from < block.last() && mayBeBetween(from, block.last()); from = stretch.last()) {
            stretch.begin(from, block.last(), turns);
            look();
            for (int k = 0; k < count;) {
                turn = stretch.turn((int) (found[k] >>> 32));
                int end = k;
                while (end < count && (int) (found[end] >>> 32) < stretch.base(turn + 1)) {
                    end++;
                }
                hold(k, end);
                while (next < turn) {
                    hand(block, next++, 0, taker);
                }
                hand(block, next++, end - k, taker);
                k = end;
            }
        }
        while (next > block.first() && next < block.last()) {
            hand(block, next++, 0, taker);
        }
        turns.letGo();
    }

    private boolean mayBeBetween(int from, int to) throws IOException {
        for (PlacePostings anchor : anchors) {
            if (anchor.isBetween(from, to)) {
                return true;
            }
        }
        return false;
    }

    private void restart() throws IOException {
        for (Map<String, Postings> all : List.of(terms, parts)) {
            for (Postings postings : all.values()) {
                if (postings != null) {
                    postings.restart();
                }
            }
        }
        Arrays.fill(tried, 0);
    }

    private void hand(Snapshot.Block block, int document, int holding, Consumer<IndexedTurn> taker) throws IOException {
        turns.load(document);
        turns.hand(new IndexedTurn(turns, block, document, this, held, holding), taker);
    }

    /** Holds what was found in the turn at hand. */
    private void hold(int k, int end) {
        held = end - k > held.length ? new long[2 * (end - k)] : held;
        for (int i = k; i < end; i++) {
            held[i - k] = found[i] - ((long) stretch.base(turn) << 32);
        }
    }

    /** What may stand in the stretch, each once and by place: a place may be met by several of its terms. */
    private void look() throws IOException {
        count = 0;
        for (int a = 0; a < anchors.length; a++) {
            for (Postings source : anchors[a].all()) {
                int[] places = source.places(stretch);
                if (source.count() > 0) {
                    look(anchored[a], places, source.count());
                }
            }
        }
        Arrays.sort(found, 0, count);
        int once = Math.min(count, 1);
        for (int i = 1; i < count; i++) {
            if (found[i] != found[once - 1]) {
                found[once++] = found[i];
            }
        }
        count = once;
    }

    private void look(Anchored by, int[] places, int n) throws IOException {
        for (int expression : by.alone()) {
            for (int i = 0; i < n; i++) {
                if (set.row(expression) != null || mayStand(expression, places[i])) {
                    add(expression, places[i]);
                }
            }
        }
        for (Beside beside : by.rows()) {
            PlacePostings other = beside.place();
            other.read(stretch);
            for (int i = 0; i < n; i++) {
                if (other.has(places[i] + beside.step())) {
                    for (int expression : beside.rows()) {
                        if (stands(set.row(expression), places[i] - anchorOf[expression], anchorOf[expression], anchorOf[expression] + beside.step())) {
                            add(expression, places[i] - anchorOf[expression]);
                        }
                    }
                }
            }
        }
    }

    /** Whether a row stands somewhere, of which two places are known to. */
    private boolean stands(PlainRow row, int from, int one, int other) throws IOException {
        for (int k = 0; k < row.places().length; k++) {
            if (k != one && k != other && !at(row.places()[k]).has(from + k)) {
                return false;
            }
        }
        return true;
    }

    private boolean mayStand(int expression, int place) throws IOException {
        int in = stretch.turn(place);
        int yes = 2 * in + 2;
        if (tried[expression] >>> 1 != yes >>> 1) {
            tried[expression] = mayStand(set.expression(expression), in) ? yes + 1 : yes;
        }
        return tried[expression] == yes + 1;
    }

    private void add(int expression, int place) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = (long) place << 32 | expression;
    }

    /** What tells of a place in the stretch at hand. */
    private PlacePostings at(int place) throws IOException {
        PlacePostings at = place(place);
        at.read(stretch);
        return at;
    }

    /** Whether all the words it cannot be found without stand in the turn. */
    private boolean mayStand(Expression expression, int in) throws IOException {
        int single = set.placeOf(expression);
        if (single >= 0) {
            return at(single).standsIn(in);
        }
        return switch (expression) {
            case Expression.Row row -> {
                for (Expression each : row.places()) {
                    if (!mayStand(each, in)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Expression.Near near -> mayStand(near.left(), in) && mayStand(near.right(), in);
            case Expression.NotNear not -> mayStand(not.wanted(), in);
            case Expression.AnyOf any -> {
                for (Expression each : any.choices()) {
                    if (mayStand(each, in)) {
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
            Trust trust = at(row[k]).trust(turn, position + k, turns.view());
            least = trust.compareTo(least) < 0 ? trust : least;
        }
        return least;
    }

    /** Where an expression stands in the turn at hand, among some of its positions. */
    List<Found> find(int expression, int from, int to) {
        return Finder.find(set.expression(expression), new Finder.Places() {
            @Override public List<Found> of(Expression word) {
                try {
                    return at(set.placeOf(word)).in(turn, from, to, turns.view());
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
