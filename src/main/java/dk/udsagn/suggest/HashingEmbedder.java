package dk.udsagn.suggest;

import dk.udsagn.transcript.Span;
import java.io.Serializable;

/**
 * An encoder without a model: words, pairs of words and pieces of four letters are counted in numbered boxes, the box chosen by a hash.
 * It sees likeness of spelling and of inflection, not of meaning: "glad" and "lykkelig" have nothing in common for it.
 *
 * @see "Weinberger et al., Feature Hashing for Large Scale Multitask Learning, ICML 2009"
 */
public final class HashingEmbedder implements Embedder, Serializable {
    private static final long serialVersionUID = 1;
    private static final int BOXES = 4096;
    private static final int PIECE = 4;

    /** An encoder; all are alike. */
    public HashingEmbedder() {
    }

    @Override public String id() {
        return "hashing-" + BOXES + "/1";
    }

    @Override public float[] embed(String passage) {
        float[] boxes = new float[BOXES];
        if (passage.isEmpty()) {
            return boxes;
        }
        String before = "";
        for (var word : Clauses.words(passage, new Span(0, passage.length()))) {
            add(boxes, word.form(), 1f);
            if (!before.isEmpty()) {
                add(boxes, before + ' ' + word.form(), 0.7f);
            }
            String framed = '<' + word.form() + '>';
            for (int i = 0; i + PIECE <= framed.length() && word.form().length() >= PIECE; i++) {
                add(boxes, framed.substring(i, i + PIECE), 0.5f);
            }
            before = word.form();
        }
        double length = 0;
        for (int i = 0; i < BOXES; i++) {
            boxes[i] = (float) Math.sqrt(boxes[i]);
            length += boxes[i] * boxes[i];
        }
        if (length > 0) {
            float unit = (float) (1 / Math.sqrt(length));
            for (int i = 0; i < BOXES; i++) {
                boxes[i] *= unit;
            }
        }
        return boxes;
    }

    private static void add(float[] boxes, String piece, float weight) {
        int hash = piece.hashCode();
        hash ^= hash >>> 16;                      // String.hashCode leaves the low bits of short pieces alike: mixed as in MurmurHash3
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        hash ^= hash >>> 16;
        boxes[hash & (BOXES - 1)] += weight;
    }
}
