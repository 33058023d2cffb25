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
    private final int frequency;
    private PostingsEnum postings;
    private int doc = -1;
    private int read = -1;
    private int[] positions = new int[8];
    private int count;
    private int marked = -1;
    private long[] bits = new long[4];
    private int used;

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

    /** The same from the beginning, for one who goes through the documents at a pace of its own. */
    Postings twin() throws IOException {
        return new Postings(seeker, term, state);
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
        marked = -1;
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
        if (to(document) != document) {
            return false;
        }
        if (marked != document) {
            mark();
        }
        int word = position >> 6;
        return word >= 0 && word < bits.length && (bits[word] & 1L << position) != 0;
    }

    /** A bit for each position: a common word is asked for by many rows. */
    private void mark() throws IOException {
        Arrays.fill(bits, 0, used, 0);
        positions();
        used = (positions[count - 1] >>> 6) + 1;
        bits = used > bits.length ? new long[2 * used] : bits;
        for (int i = 0; i < count; i++) {
            bits[positions[i] >>> 6] |= 1L << positions[i];
        }
        marked = doc;
    }
}
