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
    private final WordPlaces places = new WordPlaces();
    private final Sentences.Stops stops = new Sentences.Stops();
    private BinaryDocValues records;
    private BinaryDocValues ahead;
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

    /** Room for where the words of the turn at hand stand. */
    WordPlaces places() {
        return places;
    }

    /** Room for the stops of the turn at hand. */
    Sentences.Stops stops() {
        return stops;
    }

    /** Goes to a turn, by its document. Any order, quickest in a rising one. */
    void load(int document) throws IOException {
        records = at(document, records);
        BytesRef record = records.binaryValue();
        view.load(record.bytes, record.offset);
        current = null;
    }

    /** How many positions a turn has, which need not be the one at hand. */
    int positions(int document) throws IOException {
        ahead = at(document, ahead);
        BytesRef record = ahead.binaryValue();
        return TurnView.positions(record.bytes, record.offset);
    }

    private BinaryDocValues at(int document, BinaryDocValues before) throws IOException {
        BinaryDocValues values = before == null || document < before.docID() ? segment.getBinaryDocValues(TurnDocuments.RECORD) : before;
        if (!values.advanceExact(document)) {
            throw new IllegalStateException("the index is torn: turn " + document + " has no record; delete the folder of the index, it will be rebuilt");
        }
        return values;
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
