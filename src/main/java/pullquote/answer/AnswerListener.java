package pullquote.answer;

import java.util.List;
import pullquote.retrieval.Passage;

/**
 * Receives progress events while an answer is generated. Called from one thread at a time: {@link #onPassages} once,
 * then {@link #onSentence} for each sentence. Then {@link Answerer#answer} returns.
 */
public interface AnswerListener {
    /** Ignores all events. */
    AnswerListener NO_OP = new AnswerListener() {};

    /** Receives the retrieved passages, before the first sentence. */
    default void onPassages(List<Passage> passages) {}

    /** Receives a verified sentence with its citations. */
    default void onSentence(Sentence sentence, List<Citation> citations) {}

    /** Returns true if the client has disconnected and work may stop. */
    default boolean isCancelled() {
        return false;
    }

    /** Returns true if {@link #isCancelled} ever returned true, so that the answer may be cut short. Does not poll. */
    default boolean wasCancelled() {
        return isCancelled();
    }
}
