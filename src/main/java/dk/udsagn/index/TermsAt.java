package dk.udsagn.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** Where any of several terms stands in a segment: a heap of postings by document, so that a thousand terms cost little more than one. */
final class TermsAt {
    /** A term's postings, and whether a hit in them is a whole word. */
    private static final class Source {
        private final TermsEnum terms;
        private final TermState state;
        private final BytesRef term;
        private final boolean whole;
        private final int frequency;
        private PostingsEnum postings;
        private int doc = -1;

        Source(TermsEnum terms, BytesRef term, boolean whole) throws IOException {
            this.terms = terms;
            this.state = terms.termState();
            this.term = term;
            this.whole = whole;
            this.frequency = terms.docFreq();
        }

        void restart() throws IOException {
            terms.seekExact(term, state);
            postings = terms.postings(postings, PostingsEnum.POSITIONS);
            doc = -1;
        }
    }

    private final List<Source> sources = new ArrayList<>();
    private Source[] heap = new Source[0];
    private int asked = -1;
    private long[] places = new long[16];
    private int count;

    /** Adds those of the terms that the segment has. */
    void add(LeafReader segment, String field, Iterable<String> terms, boolean whole) throws IOException {
        Terms all = segment.terms(field);
        if (all == null) {
            return;
        }
        TermsEnum seeker = all.iterator();
        for (String term : terms) {
            var bytes = new BytesRef(term);
            if (seeker.seekExact(bytes)) {
                sources.add(new Source(seeker, bytes, whole));
            }
        }
    }

    /** How many documents have them, at most. */
    long frequency() {
        return sources.stream().mapToLong(s -> s.frequency).sum();
    }

    /** The first document at {@code target} or after it; quickest in rising order. */
    int next(int target) throws IOException {
        if (target < asked || heap.length != sources.size()) {
            heap = sources.toArray(Source[]::new);
            for (Source source : heap) {
                source.restart();
            }
        }
        asked = target;
        if (heap.length == 0) {
            return DocIdSetIterator.NO_MORE_DOCS;
        }
        while (heap[0].doc < target) {
            heap[0].doc = heap[0].postings.advance(target);
            sink();
        }
        return heap[0].doc;
    }

    /** Reads the positions in the document that {@link #next} stopped at, once a document. */
    void read(int doc) throws IOException {
        count = 0;
        int here = read(0, doc);
        if (here > 1) {
            Arrays.sort(places, 0, count);
        }
    }

    private int read(int at, int doc) throws IOException {
        if (at >= heap.length || heap[at].doc != doc) {
            return 0;
        }
        Source source = heap[at];
        for (int i = source.postings.freq(); i > 0; i--) {
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
            }
            places[count++] = 2L * source.postings.nextPosition() + (source.whole ? 1 : 0);
        }
        return 1 + read(2 * at + 1, doc) + read(2 * at + 2, doc);
    }

    /** How many were read; one position may be there more than once. */
    int count() {
        return count;
    }

    int position(int i) {
        return (int) (places[i] >> 1);
    }

    boolean whole(int i) {
        return (places[i] & 1) != 0;
    }

    private void sink() {
        int at = 0;
        Source source = heap[0];
        while (true) {
            int child = 2 * at + 1;
            if (child >= heap.length) {
                break;
            }
            if (child + 1 < heap.length && heap[child + 1].doc < heap[child].doc) {
                child++;
            }
            if (heap[child].doc >= source.doc) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = source;
    }
}
