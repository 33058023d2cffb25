package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;

/** A query in one segment: which turn may hold it next, and where it holds there. For one thread. */
final class SegmentQuery {
    private final QueryTree tree;
    private final Search search;
    private final Analysis analysis;
    private final LeafReader segment;
    private final Map<Expression, SegmentWord> words = new IdentityHashMap<>();         // a tree that was read holds each word once
    private final SegmentTurns turns;
    private int loaded = -1;

    SegmentQuery(QueryTree tree, Search search, Analysis analysis, LeafReader segment) throws IOException {
        this.tree = tree;
        this.search = search;
        this.analysis = analysis;
        this.segment = segment;
        this.turns = new SegmentTurns(segment);
    }

    /** The first document at {@code target} or after it where the query may hold; quickest in rising order. */
    int next(int target) throws IOException {
        return next(tree, target);
    }

    private int next(QueryTree part, int target) throws IOException {
        return switch (part) {
            case QueryTree.Words w -> next(w.expression(), target);
            case QueryTree.Holds holds -> target;
            case QueryTree.Not not -> target;
            case QueryTree.All all -> together(all.parts(), target, this::next);
            case QueryTree.Any any -> soonest(any.parts(), target, this::next);
        };
    }

    private int next(Expression expression, int target) throws IOException {
        return switch (expression) {
            case Expression.Row row -> together(row.places(), target, this::next);
            case Expression.Near near -> together(List.of(near.left(), near.right()), target, this::next);
            case Expression.NotNear not -> next(not.wanted(), target);
            case Expression.AnyOf any -> soonest(any.choices(), target, this::next);
            case Expression.AnyForm word -> word(word).next(target);
            case Expression.Exactly word -> word(word).next(target);
            case Expression.Prefix word -> word(word).next(target);
            case Expression.Fuzzy word -> word(word).next(target);
        };
    }

    private interface Next<T> {
        int of(T part, int target) throws IOException;
    }

    private static <T> int together(List<T> parts, int target, Next<T> next) throws IOException {
        int doc = target;
        for (int i = 0; i < parts.size();) {
            int other = next.of(parts.get(i), doc);
            i = other == doc ? i + 1 : 0;
            doc = other;
        }
        return doc;
    }

    private static <T> int soonest(List<T> parts, int target, Next<T> next) throws IOException {
        int soonest = Integer.MAX_VALUE;
        for (T part : parts) {
            soonest = Math.min(soonest, next.of(part, target));
        }
        return soonest;
    }

    private SegmentWord word(Expression word) throws IOException {
        SegmentWord known = words.get(word);
        if (known == null) {
            known = new SegmentWord(word, segment, analysis);
            words.put(word, known);
        }
        return known;
    }

    /** How many documents of the segment may hold an expression, roughly. */
    long frequency(Expression expression) throws IOException {
        return switch (expression) {
            case Expression.Row row -> rarest(row.places());
            case Expression.Near near -> rarest(List.of(near.left(), near.right()));
            case Expression.NotNear not -> frequency(not.wanted());
            case Expression.AnyOf any -> {
                long sum = 0;
                for (Expression choice : any.choices()) {
                    sum += frequency(choice);
                }
                yield sum;
            }
            case Expression.AnyForm word -> word(word).frequency();
            case Expression.Exactly word -> word(word).frequency();
            case Expression.Prefix word -> word(word).frequency();
            case Expression.Fuzzy word -> word(word).frequency();
        };
    }

    private long rarest(List<Expression> parts) throws IOException {
        long rarest = Long.MAX_VALUE;
        for (Expression part : parts) {
            rarest = Math.min(rarest, frequency(part));
        }
        return rarest;
    }

    /** How often an expression stands in a turn. */
    int count(Expression expression, int doc) throws IOException {
        turn(doc);
        return Finder.find(expression, word -> places(word, doc, 0, Integer.MAX_VALUE)).size();
    }

    /** The turn's record; good until another is asked for. */
    TurnView turn(int doc) throws IOException {
        if (doc != loaded) {
            turns.load(doc);
            loaded = doc;
        }
        return turns.view();
    }

    /** Where the query holds in a turn, in text order; null where it does not. An empty list is the whole turn. */
    List<Found> holds(int doc, Snapshot.Block block) throws IOException {
        TurnView turn = turn(doc);
        Speaker speaker = block.transcript().speakers().get(turn.speaker());
        if (search.within() == Search.Unit.TURN) {
            return holds(doc, block, speaker, new Span(turn.start(), turn.end()), 0, Integer.MAX_VALUE);
        }
        var all = new ArrayList<Found>();
        boolean any = false;
        String text = turn.text(turn.start(), turn.end());
        int position = 0;
        for (Span sentence : analysis.sentences(text, new Span(0, text.length()))) {
            int from = position;
            position = turn.firstPositionFrom(turn.start() + sentence.end(), from);
            List<Found> here = holds(doc, block, speaker, new Span(turn.start() + sentence.start(), turn.start() + sentence.end()), from, position);
            any |= here != null;
            all.addAll(here == null ? List.of() : here);
        }
        return any ? all : null;
    }

    private List<Found> holds(int doc, Snapshot.Block block, Speaker speaker, Span span, int from, int to) throws IOException {
        var unit = new QueryTree.Unit(block.transcript().id(), speaker.role(), speaker.respondent(), span);
        Finder.Places places = word -> places(word, doc, from, to);
        var found = new ArrayList<Found>();
        try {
            if (!holds(tree, unit, places, found)) {
                return null;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return tree instanceof QueryTree.Words ? found : Finder.sorted(found);
    }

    private List<Found> places(Expression word, int doc, int from, int to) {
        try {
            SegmentWord cursor = word(word);
            if (cursor.next(doc) != doc) {
                return List.of();
            }
            List<Found> all = cursor.in(doc, turns.view());
            return from == 0 && to == Integer.MAX_VALUE ? all : all.stream().filter(f -> f.from() >= from && f.to() <= to).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean holds(QueryTree part, QueryTree.Unit unit, Finder.Places places, List<Found> found) {
        switch (part) {
            case QueryTree.Words w -> {
                List<Found> here = Finder.find(w.expression(), places);
                found.addAll(here);
                return !here.isEmpty();
            }
            case QueryTree.Holds holds -> {
                return holds.condition().test(unit);
            }
            case QueryTree.Not not -> {
                return !holds(not.part(), unit, places, new ArrayList<>());
            }
            case QueryTree.All all -> {
                for (QueryTree each : all.parts()) {
                    if (!holds(each, unit, places, found)) {
                        return false;
                    }
                }
                return true;
            }
            case QueryTree.Any any -> {
                boolean holds = false;
                for (QueryTree each : any.parts()) {
                    var here = new ArrayList<Found>();
                    if (holds(each, unit, places, here)) {
                        holds = true;
                        found.addAll(here);
                    }
                }
                return holds;
            }
        }
    }
}
