package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.io.IOException;
import java.util.function.Consumer;

/** Which expressions of a set stand in the turns of one segment, told from their words as a first pass does. For one thread. */
final class SegmentTexts implements SegmentReading {
    private final SegmentTurns turns;
    private final Scan scan;

    SegmentTexts(SegmentTurns turns, Scan scan) {
        this.turns = turns;
        this.scan = scan;
    }

    @Override public void read(Snapshot.Block block, Consumer<IndexedTurn> taker) throws IOException {
        int next = block.last();                                            // the first not handed over, once something is found
        for (int turn = block.first(); turn < block.last(); turn++) {
            turns.load(turn);
            TurnView view = turns.view();
            String words = view.text(view.start(), view.end());
            if (scan.read(words, new Span(0, words.length())) && next == block.last()) {
                for (next = block.first(); next < turn; next++) {
                    turns.load(next);
                    turns.hand(IndexedTurn.without(turns, block, next), taker);
                }
                turns.load(turn);
            }
            if (next < block.last()) {
                turns.hand(IndexedTurn.scanned(turns, block, turn, scan), taker);
                next = turn + 1;
            }
        }
        turns.letGo();
    }
}
