package dk.udsagn.agreement;

import dk.udsagn.coding.Coding;
import dk.udsagn.transcript.Span;
import dk.udsagn.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The units of a comparison, in order: turns, sentences, or the stretches of characters on which nothing changes.
 *
 * @param transcript for each unit the number of its transcript
 * @param span       where it stands there
 * @param weight     how many units it stands for: the characters of a stretch, else 1
 * @param block      what it is drawn with in a bootstrap: its turn, or itself
 */
record Stretches(List<Transcript> transcripts, int[] transcript, Span[] span, int[] weight, int[] block, int[] first) {
    static Stretches of(List<Transcript> transcripts, Function<Transcript, List<Span>> spans, boolean characters) {
        var found = new ArrayList<Span>();
        var where = new ArrayList<Integer>();
        var block = new ArrayList<Integer>();
        int[] first = new int[transcripts.size() + 1];
        int blocks = -1;
        for (int t = 0; t < transcripts.size(); t++) {
            var transcript = transcripts.get(t);
            first[t] = found.size();
            int turn = -2;
            for (Span span : spans.apply(transcript)) {
                int holds = characters ? lastTurnFrom(transcript, span.start()) : 0;
                if (!characters || holds != turn) {
                    blocks++;
                    turn = holds;
                }
                found.add(span);
                where.add(t);
                block.add(blocks);
            }
        }
        first[transcripts.size()] = found.size();
        return new Stretches(transcripts, where.stream().mapToInt(x -> x).toArray(), found.toArray(Span[]::new),
            found.stream().mapToInt(s -> characters ? s.length() : 1).toArray(), block.stream().mapToInt(x -> x).toArray(), first);
    }

    /** The last turn that begins at or before a place; -1 before the first. */
    static int lastTurnFrom(Transcript transcript, int position) {
        int low = 0;
        int high = transcript.turns().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (transcript.turns().get(middle).span().start() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The stretches of a text on which nothing changes: cut at turns and at the edges of codings, within the kept spans. */
    static List<Span> cut(Transcript transcript, List<Span> kept, List<Coding> codings) {
        var cuts = new TreeSet<Integer>();
        kept.forEach(s -> {
            cuts.add(s.start());
            cuts.add(s.end());
        });
        transcript.turns().forEach(turn -> cuts.add(turn.span().start()));
        codings.forEach(c -> {
            cuts.add(c.span().start());
            cuts.add(c.span().end());
        });
        var spans = new ArrayList<Span>();
        for (Span whole : kept) {
            int at = whole.start();
            for (int cut : cuts.subSet(whole.start() + 1, whole.end() + 1)) {
                spans.add(new Span(at, cut));
                at = cut;
            }
        }
        return spans;
    }

    int size() {
        return span.length;
    }

    /** Sets a value at each unit of a transcript that shares a character with a span. */
    void mark(int[] column, int t, Span with, int value, Predicate<Integer> where) {
        int low = first[t];
        int high = first[t + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (span[middle].end() <= with.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int u = low; u < first[t + 1] && span[u].start() < with.end(); u++) {
            if (where.test(column[u])) {
                column[u] = value;
            }
        }
    }
}
