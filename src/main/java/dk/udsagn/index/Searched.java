package dk.udsagn.index;

import dk.udsagn.transcript.Span;

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
}
