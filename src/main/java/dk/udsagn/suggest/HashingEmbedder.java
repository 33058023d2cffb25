package dk.udsagn.suggest;

import dk.udsagn.transcript.Span;
import java.io.Serializable;

/**
 * An encoder without a model: words, pairs of words and pieces of three to five letters are counted in numbered boxes, the box chosen by a hash.
 * It sees likeness of spelling and of inflection, not of meaning: "glad" and "lykkelig" have nothing in common for it.
 *
 * @see "Weinberger et al., Feature Hashing for Large Scale Multitask Learning, ICML 2009"
 */
public final class HashingEmbedder implements Embedder, Serializable {
    private static final long serialVersionUID = 1;
    private static final int BOXES = 1 << 15;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    /** There are about three pieces to each word and pair of words: with this all pieces together count as much as all words. */
    private static final float PIECE = 0.6f;

    /** An encoder; all are alike. */
    public HashingEmbedder() {
    }

    @Override public String id() {
        return "hashing-" + BOXES + "/2";
    }

    @Override public float[] embed(String passage) {
        float[] words = new float[BOXES];
        if (passage.isEmpty()) {
            return words;
        }
        float[] pieces = new float[BOXES];
        String before = "";
        for (var word : Clauses.words(passage, new Span(0, passage.length()))) {
            add(words, word.form());
            if (!before.isEmpty()) {
                add(words, before + ' ' + word.form());
            }
            String framed = '<' + word.form() + '>';
            for (int length = SHORTEST; length <= LONGEST && length <= framed.length(); length++) {
                for (int i = 0; i + length <= framed.length(); i++) {
                    add(pieces, framed.substring(i, i + length));
                }
            }
            before = word.form();
        }
        double square = 0;
        for (int i = 0; i < BOXES; i++) {
            words[i] = damped(words[i]) + PIECE * damped(pieces[i]);
            square += words[i] * words[i];
        }
        float unit = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        for (int i = 0; i < BOXES; i++) {
            words[i] *= unit;
        }
        return words;
    }

    /** What stands in a passage again says less each time. */
    private static float damped(float count) {
        return count == 0 ? 0 : (float) (1 + Math.log(count));
    }

    private static void add(float[] boxes, String piece) {
        int hash = piece.hashCode();
        hash ^= hash >>> 16;                      // String.hashCode leaves the low bits of short pieces alike: mixed as in MurmurHash3
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        hash ^= hash >>> 16;
        boxes[hash & (BOXES - 1)] ++;
    }
}
