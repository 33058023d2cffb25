package dk.udsagn.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Picks from a snapshot the transcripts that any of many expressions may stand in. */
final class IndexedTurns {
    /** How it is told what stands in a turn. */
    enum Way {
        /** From where the index says that words stand. */
        POSTINGS,
        /** From the turns' texts, as in a first pass. */
        TEXTS,
        /** From what seems to cost less. */
        CHEAPER
    }

    private IndexedTurns() { }

    static void of(Snapshot snapshot, ExpressionSet set, Analysis analysis, Way way, Consumer<IndexedTurn> taker) throws IOException {
        var segments = new SegmentReading[snapshot.segments().size()];
        var last = new int[segments.length];
        for (int b = 0; b < snapshot.blocks().size(); b++) {
            last[snapshot.blocks().get(b).segment()] = b;
        }
        try {
            for (int b = 0; b < snapshot.blocks().size(); b++) {
                Snapshot.Block block = snapshot.blocks().get(b);
                int s = block.segment();
                segments[s] = segments[s] == null ? reading(set, analysis, new SegmentTurns(snapshot.segments().get(s)), way) : segments[s];
                segments[s].read(block, taker);
                segments[s] = last[s] == b ? null : segments[s];            // a thousand words' postings are some megabytes
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static SegmentReading reading(ExpressionSet set, Analysis analysis, SegmentTurns turns, Way way) throws IOException {
        if (way == Way.TEXTS) {
            return new SegmentTexts(turns, set.scan(analysis));
        }
        var postings = new SegmentPostings(set, analysis, turns);
        return way == Way.POSTINGS || postings.isCheaperThanTexts() ? postings : new SegmentTexts(turns, set.scan(analysis));
    }
}
