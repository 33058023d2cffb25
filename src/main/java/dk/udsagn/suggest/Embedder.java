package dk.udsagn.suggest;

/**
 * Passages into vectors, so that passages alike in meaning lie near one another. The library ships {@link HashingEmbedder}, which knows
 * spelling and no meaning; those who have a model of a language hand it in here. Implementations are pure and safe for many threads.
 */
public interface Embedder {
    /**
     * Which encoder it is. Vectors of different encoders are never compared; whoever stores vectors stores this beside them.
     *
     * @return name and version, such as "hashing-4096/1"
     */
    String id();

    /**
     * The vector of a passage.
     *
     * @param passage a sentence or a few
     * @return always as many numbers, all finite; all zero for a passage without words
     */
    float[] embed(String passage);
}
