package dk.udsagn.example;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dk.udsagn.suggest.Embedder;

/**
 * A model of language behind the port {@link Embedder}: a small sentence encoder that runs in-process, here all-MiniLM-L6-v2, quantised, which comes
 * inside its jar. It has learned English; for Danish bring one that has learned Danish the same way.
 */
public final class SentenceEncoder implements Embedder {
    private static final int DIMENSIONS = 384;
    private final EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();

    @Override public String id() {
        return "all-MiniLM-L6-v2-q/1";
    }

    @Override public float[] embed(String passage) {
        return passage.isBlank() ? new float[DIMENSIONS] : model.embed(passage).content().vector();
    }
}
