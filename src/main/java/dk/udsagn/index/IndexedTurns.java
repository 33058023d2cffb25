package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** Picks from a snapshot the turns that hold the words of any of many expressions. */
final class IndexedTurns {
    private IndexedTurns() { }

    static void of(Snapshot snapshot, ExpressionSet set, Analysis analysis, Consumer<IndexedTurn> taker) throws IOException {
        List<BitSet> wanted = new ArrayList<>();
        for (LeafReader segment : snapshot.segments()) {
            wanted.add(holding(segment, set, analysis));
        }
        var view = new TurnView();
        var columns = new BinaryDocValues[wanted.size()];
        var reached = new int[columns.length];
        for (Snapshot.Block block : snapshot.blocks()) {
            int s = block.segment();
            BitSet docs = wanted.get(s);
            for (int doc = docs.nextSetBit(block.first()); doc >= 0 && doc < block.last(); doc = docs.nextSetBit(doc + 1)) {
                if (columns[s] == null || doc < reached[s]) {
                    columns[s] = snapshot.segments().get(s).getBinaryDocValues(TurnDocuments.RECORD);
                }
                reached[s] = doc;
                if (!columns[s].advanceExact(doc)) {
                    throw new IllegalStateException("the index is torn: turn " + doc + " has no record; delete the folder of the index, it will be rebuilt");
                }
                BytesRef record = columns[s].binaryValue();
                view.load(record.bytes, record.offset);
                var span = new Span(view.start(), view.end());
                taker.accept(new IndexedTurn(block.transcript().id(), doc - block.first() + 1, block.transcript().speakers().get(view.speaker()).role(), span,
                    view.text(span.start(), span.end())));
            }
        }
    }

    /** Documents that one expression after another adds to; those that are in already are passed over. */
    private static BitSet holding(LeafReader segment, ExpressionSet set, Analysis analysis) throws IOException {
        var docs = new BitSet(segment.maxDoc());
        for (int i = 0; i < set.size(); i++) {
            var query = new SegmentQuery(new QueryTree.Words(set.expression(i)), Search.of(""), analysis, segment);
            int target = docs.nextClearBit(0);
            while (target < segment.maxDoc()) {
                int doc = query.next(target);
                if (doc == DocIdSetIterator.NO_MORE_DOCS) {
                    break;
                }
                docs.set(doc);
                target = docs.nextClearBit(doc);
            }
        }
        return docs;
    }
}
