package dk.udsagn.index;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/** The turns of one segment, one at a time: the one at hand is good until the next is. For one thread. */
final class SegmentTurns {
    private final LeafReader segment;
    private final TurnView view = new TurnView();
    private BinaryDocValues records;
    private IndexedTurn current;

    SegmentTurns(LeafReader segment) {
        this.segment = segment;
    }

    LeafReader segment() {
        return segment;
    }

    /** The turn at hand. */
    TurnView view() {
        return view;
    }

    /** Goes to a turn, by its document. Any order, quickest in a rising one. */
    void load(int document) throws IOException {
        if (records == null || document < records.docID()) {
            records = segment.getBinaryDocValues(TurnDocuments.RECORD);
        }
        if (!records.advanceExact(document)) {
            throw new IllegalStateException("the index is torn: turn " + document + " has no record; delete the folder of the index, it will be rebuilt");
        }
        BytesRef record = records.binaryValue();
        view.load(record.bytes, record.offset);
        current = null;
    }

    void hand(IndexedTurn turn, Consumer<IndexedTurn> taker) {
        current = turn;
        taker.accept(turn);
    }

    /** What was handed over last is not good any more. */
    void letGo() {
        current = null;
    }

    boolean isAtHand(IndexedTurn turn) {
        return current == turn;
    }
}
