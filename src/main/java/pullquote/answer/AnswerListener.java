package pullquote.answer;

import java.util.List;
import pullquote.retrieval.Passage;

/**
 * Hears an answer come about. Called from one thread at a time, in this order: {@code passages} once, {@code sentence}
 * for each, and then {@link Answerer#answer} returns.
 */
public interface AnswerListener {
    /** Hears nothing. */
    AnswerListener NONE = new AnswerListener() {};

    /** What was found, before anything is written. */
    default void passages(List<Passage> passages) {}

    /** One proved sentence, with the citations it uses. */
    default void sentence(Sentence sentence, List<Citation> citations) {}

    /** Whether nobody listens any more: what is under way may stop. */
    default boolean isGone() {
        return false;
    }

    /** Whether {@link #isGone} has ever said so: then the answer may have been broken off. Does not look by itself. */
    default boolean wasMissed() {
        return isGone();
    }
}
