package pullquote.retrieval.rerank;

import java.util.List;

/** Predicts where texts answer a question. Predictions are probabilities. Thread-safe. */
public interface ExtractiveReader {
    /**
     * Returns true if the reader supports a language.
     *
     * @param language an ISO 639-1 code, for example {@code en}
     */
    boolean supports(String language);

    /** Returns one prediction per text, in the same order. The end of a very long text may be ignored. */
    List<SpanPrediction> predict(String question, List<String> texts);
}
