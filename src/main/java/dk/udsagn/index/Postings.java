package dk.udsagn.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Where one term stands in a segment: goes forward through its documents, and reads its places in a {@link Stretch} once, whoever asks for them. */
final class Postings {
    private final TermsEnum seeker;
    private final BytesRef term;
    private final TermState state;
    private final int frequency;
    private PostingsEnum postings;
    private int doc = -1;
    private int read = -1;
    private int[] places = new int[8];
    private int count;

    private Postings(TermsEnum seeker, BytesRef term, TermState state) throws IOException {
        this.seeker = seeker;
        this.term = term;
        this.state = state;
        restart();
        this.frequency = seeker.docFreq();
    }

    /** Null where the segment does not have the term. One seeker serves any number of terms. */
    static Postings of(TermsEnum seeker, String term) throws IOException {
        var bytes = new BytesRef(term);
        return seeker.seekExact(bytes) ? new Postings(seeker, bytes, seeker.termState()) : null;
    }

    /** How many documents have the term. */
    int frequency() {
        return frequency;
    }

    void restart() throws IOException {
        seeker.seekExact(term, state);
        postings = seeker.postings(postings, PostingsEnum.POSITIONS);
        doc = -1;
        read = -1;
    }

    /** The first document at {@code target} or after it, none before that where it stands. */
    int to(int target) throws IOException {
        if (doc < target) {
            doc = doc == target - 1 ? postings.nextDoc() : postings.advance(target);
        }
        return doc;
    }

    /** Places in a stretch, {@link #count} of them, in rising order; stretches come in rising order. */
    int[] places(Stretch stretch) throws IOException {
        if (read != stretch.number()) {
            count = 0;
            to(stretch.first());
            while (doc < stretch.last()) {
                add(stretch.base(doc), postings.freq());
                doc = postings.nextDoc();
            }
            read = stretch.number();
        }
        return places;
    }

    private void add(int base, int times) throws IOException {
        if (count + times > places.length) {
            places = Arrays.copyOf(places, Math.max(count + times, 2 * places.length));
        }
        for (int i = 0; i < times; i++) {
            places[count++] = base + postings.nextPosition();
        }
    }

    int count() {
        return count;
    }

    /** Whether the term stands at a place. */
    boolean has(Stretch stretch, int place) throws IOException {
        return Arrays.binarySearch(places(stretch), 0, count, place) >= 0;
    }
}
