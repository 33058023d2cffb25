package dk.udsagn.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The turns of a snapshot where a query may hold, one after another. For one thread. */
final class Turns {
    private static final double SATURATION = 1.2;       // k1 and b of BM25: Robertson and Zaragoza 2009, section 3.4
    private static final double LENGTH = 0.75;
    private static final double USUAL_LENGTH = 120;     // words of a turn of an interview

    private final Snapshot snapshot;
    private final SegmentQuery[] segments;
    private final int[] upcoming;
    private final int[] asked;
    private int block;
    private int target = -1;

    Turns(Snapshot snapshot, QueryTree tree, Search search, Analysis analysis) throws IOException {
        this.snapshot = snapshot;
        segments = new SegmentQuery[snapshot.segments().size()];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = new SegmentQuery(tree, search, analysis, snapshot.segments().get(i));
        }
        upcoming = new int[segments.length];
        asked = new int[segments.length];
        Arrays.fill(asked, Integer.MAX_VALUE);
    }

    /** Goes to the next turn in text order; false when there is none. */
    boolean next() throws IOException {
        while (block < snapshot.blocks().size()) {
            Snapshot.Block here = snapshot.blocks().get(block);
            int wanted = Math.max(target + 1, here.first());
            int s = here.segment();
            if (wanted < asked[s] || upcoming[s] < wanted) {
                upcoming[s] = segments[s].next(wanted);
            }
            asked[s] = wanted;
            if (upcoming[s] < here.last()) {
                target = upcoming[s];
                return true;
            }
            target = -1;
            block++;
        }
        return false;
    }

    int doc() {
        return target;
    }

    Snapshot.Block block() {
        return snapshot.blocks().get(block);
    }

    /** Where the query holds in this turn; null where it does not. */
    List<Found> found() throws IOException {
        return segments[block().segment()].holds(target, block());
    }

    TurnView record() throws IOException {
        return segments[block().segment()].turn(target);
    }

    /** Goes to a turn that was met before. */
    void go(int toBlock, int toDoc) throws IOException {
        block = toBlock;
        target = toDoc;
        segments[block().segment()].next(toDoc);
    }

    /** All turns where the query holds, the most relevant first: block above document. Twelve bytes a turn. */
    long[] byRelevance(QueryTree tree) throws IOException {
        Map<Expression, Double> rarity = rarities(tree);
        long[] turns = new long[64];
        var scores = new float[64];
        int n = 0;
        while (next()) {
            if (found() != null) {
                if (n == turns.length) {
                    turns = Arrays.copyOf(turns, n * 2);
                    scores = Arrays.copyOf(scores, n * 2);
                }
                turns[n] = (long) block << 32 | target;
                scores[n++] = score(rarity);
            }
        }
        return sorted(turns, scores, n);
    }

    private float score(Map<Expression, Double> rarity) throws IOException {
        SegmentQuery segment = segments[block().segment()];
        double length = SATURATION * (1 - LENGTH + LENGTH * record().positions() / USUAL_LENGTH);
        double score = 0;
        for (var part : rarity.entrySet()) {
            int count = segment.count(part.getKey(), target);
            score += part.getValue() * count / (count + length);
        }
        return (float) score;
    }

    private Map<Expression, Double> rarities(QueryTree tree) throws IOException {
        var expressions = new ArrayList<Expression>();
        collect(tree, expressions);
        double all = snapshot.reader().numDocs();
        var rarity = new LinkedHashMap<Expression, Double>();
        for (Expression expression : expressions) {
            double frequency = 0;
            for (SegmentQuery segment : segments) {
                frequency += segment.frequency(expression);
            }
            rarity.put(expression, Math.log(1 + all / (1 + Math.min(all, frequency))));
        }
        return rarity;
    }

    private static void collect(QueryTree tree, List<Expression> expressions) {
        switch (tree) {
            case QueryTree.Words words -> expressions.add(words.expression());
            case QueryTree.Holds holds -> { }
            case QueryTree.Not not -> { }
            case QueryTree.All all -> all.parts().forEach(part -> collect(part, expressions));
            case QueryTree.Any any -> any.parts().forEach(part -> collect(part, expressions));
        }
    }

    private static long[] sorted(long[] turns, float[] scores, int n) {
        var keys = new long[n];                          // score above place, so that plain longs sort: equal scores stay in text order
        for (int i = 0; i < n; i++) {
            keys[i] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(scores[i])) << 32 | i;
        }
        Arrays.sort(keys);
        var sorted = new long[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = turns[(int) keys[i]];
        }
        return sorted;
    }
}
