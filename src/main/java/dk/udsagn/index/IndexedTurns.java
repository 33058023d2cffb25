package dk.udsagn.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Picks from a snapshot the transcripts that any of many expressions may stand in. */
final class IndexedTurns {
    private IndexedTurns() { }

    static void of(Snapshot snapshot, ExpressionSet set, Analysis analysis, Consumer<IndexedTurn> taker) throws IOException {
        var segments = new SegmentPostings[snapshot.segments().size()];
        var last = new int[segments.length];
        for (int b = 0; b < snapshot.blocks().size(); b++) {
            last[snapshot.blocks().get(b).segment()] = b;
        }
        try {
            for (int b = 0; b < snapshot.blocks().size(); b++) {
                Snapshot.Block block = snapshot.blocks().get(b);
                int s = block.segment();
                segments[s] = segments[s] == null ? new SegmentPostings(set, analysis, snapshot.segments().get(s)) : segments[s];
                segments[s].read(block, taker);
                segments[s] = last[s] == b ? null : segments[s];            // a thousand words' postings are some megabytes
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
