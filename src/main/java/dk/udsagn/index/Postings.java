package dk.udsagn.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Where one term stands in a segment: goes forward through its documents, and reads the positions in one of them once, whoever asks for them. */
final class Postings {
    private final TermsEnum seeker;
    private final BytesRef term;
    private final TermState state;
    private PostingsEnum postings;
    private int doc = -1;
    private int read = -1;
    private int[] positions = new int[8];
    private int count;

    private Postings(TermsEnum seeker, BytesRef term, TermState state) throws IOException {
        this.seeker = seeker;
        this.term = term;
        this.state = state;
        restart();
    }

    /** Null where the segment does not have the term. One seeker serves any number of terms. */
    static Postings of(TermsEnum seeker, String term) throws IOException {
        var bytes = new BytesRef(term);
        return seeker.seekExact(bytes) ? new Postings(seeker, bytes, seeker.termState()) : null;
    }

    /** The same from the beginning, for one who goes through the documents at a pace of its own. */
    Postings twin() throws IOException {
        return new Postings(seeker, term, state);
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

    /** Positions in the document where it stands, {@link #count} of them. */
    int[] positions() throws IOException {
        if (read != doc) {
            count = postings.freq();
            if (count > positions.length) {
                positions = new int[Math.max(count, 2 * positions.length)];
            }
            for (int i = 0; i < count; i++) {
                positions[i] = postings.nextPosition();
            }
            read = doc;
        }
        return positions;
    }

    int count() {
        return count;
    }

    /** Whether the term stands at a position of a document; documents come in rising order. */
    boolean has(int document, int position) throws IOException {
        return to(document) == document && Arrays.binarySearch(positions(), 0, count, position) >= 0;
    }
}
