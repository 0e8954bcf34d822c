package pullquote.answer;

import java.util.List;
import pullquote.retrieval.Passage;

/**
 * Hears an answer come about. Called from one thread at a time, in this order: {@code passages} once, {@code sentence}
 * for each, and then {@link Answerer#answer} returns.
 */
public interface AnswerListener {
    /** Hears nothing. */
    AnswerListener NO_OP = new AnswerListener() {};

    /** What was found, before anything is written. */
    default void onPassages(List<Passage> passages) {}

    /** One proved sentence, with the citations it uses. */
    default void onSentence(Sentence sentence, List<Citation> citations) {}

    /** Whether nobody listens any more: what is under way may stop. */
    default boolean isCancelled() {
        return false;
    }

    /** Whether {@link #isCancelled} has ever said so: then the answer may have been broken off. Does not look by itself. */
    default boolean wasCancelled() {
        return isCancelled();
    }
}
