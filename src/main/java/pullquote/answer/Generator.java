package pullquote.answer;

import java.util.List;
import java.util.Optional;
import pullquote.query.Question;
import pullquote.retrieval.Passage;

/** Drafts an answer from passages. Safe for use by many threads. */
public interface Generator {
    /** {@code extractive} or {@code provider/model}. */
    String name();

    /** How it is doing; empty for one that needs nobody else, and cannot fail. */
    default Optional<HealthStatus> health() {
        return Optional.empty();
    }

    /**
     * Writes the answer, sentence by sentence, and returns when it is whole. A question that the passages do not answer
     * gets no sentence.
     *
     * @throws GeneratorException if it could not be written to its end; what was proved of it so far stands
     */
    void generate(Question question, List<Passage> passages, DraftSink desk) throws GeneratorException;

    /** Where a writer puts its sentences. */
    interface DraftSink {
        /** Offers a sentence; whether it was good enough is not the writer's to know. */
        void accept(DraftSentence draft);

        /** Whether the reader has gone: a writer looks from time to time, and stops. */
        boolean isCancelled();
    }
}
