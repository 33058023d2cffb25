package dk.udsagn.index;

import java.io.IOException;
import java.util.function.Consumer;

/** A way to tell which expressions of a set stand in the turns of one segment. */
sealed interface SegmentReading permits SegmentPostings, SegmentTexts {
    /** Hands over all turns of a transcript in which an expression may stand; none of any other. Quickest in rising order. */
    void read(Snapshot.Block block, Consumer<IndexedTurn> taker) throws IOException;
}
