package dk.udsagn.agreement;

import dk.udsagn.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kept pieces of several transcripts, laid end to end on one continuum. */
final class Rebased {
    private final List<List<Span>> pieces = new ArrayList<>();
    private final List<int[]> offsets = new ArrayList<>();
    private int length;

    /** Adds the next transcript's pieces, in order and apart. */
    void add(List<Span> kept) {
        int[] offset = new int[kept.size()];
        for (int i = 0; i < offset.length; i++) {
            offset[i] = length;
            length = Math.addExact(length, kept.get(i).length());
        }
        pieces.add(kept);
        offsets.add(offset);
    }

    int length() {
        return length;
    }

    /** A span of a transcript on the continuum; empty when nothing of it was kept. */
    Optional<Span> span(int transcript, Span span) {
        int start = place(transcript, span.start());
        int end = place(transcript, span.end());
        return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /** A place of a transcript on the continuum; one that was not kept goes to the next that was, or the end of the transcript. */
    int place(int transcript, int position) {
        var kept = pieces.get(transcript);
        int low = 0;
        int high = kept.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (kept.get(middle).end() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == kept.size()) {
            return low == 0 ? 0 : offsets.get(transcript)[low - 1] + kept.get(low - 1).length();
        }
        return offsets.get(transcript)[low] + Math.max(0, position - kept.get(low).start());
    }

    /** What is left of spans when others are cut out; all in order and apart. */
    static List<Span> without(List<Span> kept, List<Span> out) {
        var left = new ArrayList<Span>();
        for (Span piece : kept) {
            int at = piece.start();
            for (Span hole : out) {
                if (hole.end() > at && hole.start() < piece.end()) {
                    if (hole.start() > at) {
                        left.add(new Span(at, hole.start()));
                    }
                    at = hole.end();
                }
            }
            if (at < piece.end()) {
                left.add(new Span(at, piece.end()));
            }
        }
        return left;
    }
}
