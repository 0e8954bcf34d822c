package pullquote.answer;

import java.util.List;
import java.util.Optional;
import pullquote.query.Question;
import pullquote.retrieval.Passage;

/** Generates draft sentences from passages. Implementations are thread-safe. */
public interface Generator {
    /** Returns {@code extractive} or {@code provider/model}. */
    String name();

    /** Returns the health of the LLM; empty if the generator has no external dependency. */
    default Optional<HealthStatus> health() {
        return Optional.empty();
    }

    /**
     * Submits the answer to the sink, sentence by sentence, and returns when it is complete. Submits nothing if the
     * passages do not answer the question.
     *
     * @throws GeneratorException if generation failed; sentences that were accepted before remain valid
     */
    void generate(Question question, List<Passage> passages, DraftSink sink) throws GeneratorException;

    /** Receives draft sentences from a generator. */
    interface DraftSink {
        /** Submits a draft sentence. The generator is not told whether it was accepted. */
        void accept(DraftSentence draft);

        /** Returns true if the client has disconnected. Generators poll this and stop. */
        boolean isCancelled();
    }
}
