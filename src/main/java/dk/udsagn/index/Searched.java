package dk.udsagn.index;

import dk.udsagn.transcript.Span;
import java.util.List;

/** A passage in which expressions of a set were looked for: what {@link Scan} read from a text, or a turn that an index knows. */
public sealed interface Searched permits Scan, IndexedTurn {
    /**
     * The text that places are counted in.
     *
     * @return a canonical text, or the words of the turn alone
     */
    String text();

    /**
     * Where the passage stands in that text.
     *
     * @return the passage
     */
    Span within();

    /**
     * Whether the passage has no word.
     *
     * @return true when there is nothing but markup and signs
     */
    boolean isEmpty();

    /**
     * Whether an expression may be found.
     *
     * @return false only if none is
     */
    boolean hasChance();

    /**
     * What stands in a part of the passage.
     *
     * @param part  such as a sentence; a word belongs to the first part that ends after the word's start
     * @param taker gets what is found
     */
    void find(Span part, Scan.Taker taker);

    /**
     * What stands in the passage's sentences: the same as {@link #find} of each, those in which nothing stands passed over.
     *
     * @param taker gets what is found, sentence by sentence
     */
    void findBySentence(Taker taker);

    /** Takes what is found in sentences, expressions of a sentence in the order of their numbers. */
    @FunctionalInterface
    interface Taker {
        /**
         * One expression that is found in a sentence.
         *
         * @param sentence   the sentence, as {@link Analysis#sentences} has it; the same value for all that stands in it
         * @param expression 0-based number in the set
         * @param matches    its places in the sentence by their first word, then their last; at least one
         */
        void take(Span sentence, int expression, List<Match> matches);
    }
}
