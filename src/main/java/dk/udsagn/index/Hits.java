package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.apache.lucene.store.AlreadyClosedException;

/** The hits of a search, made when they are asked for: what is in memory is one turn's. */
final class Hits extends Spliterators.AbstractSpliterator<Passage> {
    private final QueryTree tree;
    private final Search search;
    private final Turns turns;
    private final Runnable done;
    private long[] ranked;
    private int rank;
    private List<Found> found = List.of();
    private int next;

    Hits(Snapshot snapshot, QueryTree tree, Search search, Analysis analysis, Runnable done) throws IOException {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.tree = tree;
        this.search = search;
        this.done = done;
        this.turns = new Turns(snapshot, tree, search, analysis);
    }

    @Override public boolean tryAdvance(Consumer<? super Passage> action) {
        try {
            while (next == found.size()) {
                if (!step()) {
                    done.run();
                    return false;
                }
                List<Found> here = turns.found();
                found = here == null ? List.of() : here;
                next = 0;
                if (here != null && here.isEmpty() && !QueryTree.hasWords(tree)) {
                    action.accept(wholeTurn());
                    return true;
                }
            }
            action.accept(passage(found.get(next++)));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AlreadyClosedException e) {
            throw new IllegalStateException("the index was closed while its hits were still being read", e);
        }
    }

    private boolean step() throws IOException {
        if (search.order() == Search.Order.TEXT) {
            return turns.next();
        }
        if (ranked == null) {
            ranked = turns.byRelevance(tree);
        }
        if (rank == ranked.length) {
            return false;
        }
        turns.go((int) (ranked[rank] >>> 32), (int) ranked[rank]);
        rank++;
        return true;
    }

    private Passage passage(Found hit) throws IOException {
        TurnView turn = turns.record();
        var evidence = new ArrayList<Span>(hit.evidence().length);
        int last = -2;
        for (int position : hit.evidence()) {
            turn.seek(position);
            if (position == last + 1) {
                evidence.set(evidence.size() - 1, new Span(evidence.get(evidence.size() - 1).start(), turn.wordEnd()));
            } else {
                evidence.add(new Span(turn.wordStart(), turn.wordEnd()));
            }
            last = position;
        }
        return passage(turn, new Span(evidence.get(0).start(), evidence.get(evidence.size() - 1).end()), evidence, hit.whole());
    }

    private Passage wholeTurn() throws IOException {
        TurnView turn = turns.record();
        return passage(turn, new Span(turn.start(), turn.end()), List.of(), true);
    }

    private Passage passage(TurnView turn, Span span, List<Span> evidence, boolean whole) {
        Snapshot.Block block = turns.block();
        int left = (int) Math.max(turn.start(), (long) span.start() - search.context());
        int right = (int) Math.min(turn.end(), (long) span.end() + search.context());
        String before = turn.text(left, span.start());
        String after = turn.text(span.end(), right);
        return new Passage(block.transcript().id(), block.transcript().speakers().get(turn.speaker()).respondent(), turns.doc() - block.first() + 1,
            span, before.isEmpty() || !Character.isLowSurrogate(before.charAt(0)) ? before : before.substring(1), turn.text(span.start(), span.end()),
            after.isEmpty() || !Character.isHighSurrogate(after.charAt(after.length() - 1)) ? after : after.substring(0, after.length() - 1), evidence, whole);
    }
}
