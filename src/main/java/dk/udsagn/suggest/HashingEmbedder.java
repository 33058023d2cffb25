package dk.udsagn.suggest;

import dk.udsagn.suggest.Learned.Sparse;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

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
        float[] dense = new float[BOXES];
        Sparse sparse = sparse(passage);
        for (int k = 0; k < sparse.boxes().length; k++) {
            dense[sparse.boxes()[k]] = sparse.values()[k];
        }
        return dense;
    }

    /** The same by the boxes that are not zero. */
    static Sparse sparse(String passage) {
        return passage.isEmpty() ? Sparse.NONE : sparse(Clauses.words(passage));
    }

    /** The same of a passage of such words. */
    static Sparse sparse(List<Clauses.Word> words) {
        int[] counted = counted(words);
        int[] boxes = new int[counted.length];
        float[] values = new float[counted.length];
        int n = 0;
        double square = 0;
        for (int i = 0; i < counted.length;) {
            int box = counted[i] >> 1;
            int from = i;
            while (i < counted.length && counted[i] == box << 1) {
                i++;
            }
            int middle = i;
            while (i < counted.length && counted[i] >> 1 == box) {
                i++;
            }
            boxes[n] = box;
            values[n] = damped(middle - from) + PIECE * damped(i - middle);
            square += values[n] * values[n];
            n++;
        }
        float unit = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        for (int k = 0; k < n; k++) {
            values[k] *= unit;
        }
        return new Sparse(Arrays.copyOf(boxes, n), Arrays.copyOf(values, n));
    }

    /** What stands in a passage, in order of boxes and as often as it does: twice the box for a word or a pair, one more for a piece. */
    private static int[] counted(List<Clauses.Word> words) {
        int room = 0;
        for (var word : words) {
            room += 2 + (LONGEST - SHORTEST + 1) * word.form().length();
        }
        int[] counted = new int[room];
        int n = 0;
        String before = "";
        for (var word : words) {
            String form = word.form();
            counted[n++] = box(form.hashCode()) << 1;
            if (!before.isEmpty()) {
                counted[n++] = box(more(31 * before.hashCode() + ' ', form)) << 1;
            }
            int framed = form.length() + 2;
            for (int length = SHORTEST; length <= LONGEST && length <= framed; length++) {
                for (int i = 0; i + length <= framed; i++) {
                    counted[n++] = box(piece(form, i, i + length)) << 1 | 1;
                }
            }
            before = form;
        }
        int[] all = Arrays.copyOf(counted, n);
        Arrays.sort(all);
        return all;
    }

    /** The hash of "&lt;form&gt;" from one letter to another, as String's, without a string for each. */
    private static int piece(String form, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + (i == 0 ? '<' : i > form.length() ? '>' : form.charAt(i - 1));
        }
        return hash;
    }

    private static int more(int hash, String form) {
        int longer = hash;
        for (int i = 0; i < form.length(); i++) {
            longer = 31 * longer + form.charAt(i);
        }
        return longer;
    }

    /** What stands in a passage again says less each time. */
    private static float damped(int count) {
        return count <= 1 ? count : (float) (1 + Math.log(count));
    }

    private static int box(int of) {
        int hash = of ^ of >>> 16;                // String.hashCode leaves the low bits of short pieces alike: mixed as in MurmurHash3
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        hash ^= hash >>> 16;
        return hash & (BOXES - 1);
    }
}
