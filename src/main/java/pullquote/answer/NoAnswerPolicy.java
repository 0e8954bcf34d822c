package pullquote.answer;

import java.util.List;
import pullquote.query.Question;
import pullquote.query.Reason;
import pullquote.retrieval.Passage;

/** Says plainly that there is no answer. */
@FunctionalInterface
public interface NoAnswerPolicy {
    /** What to tell a reader whose question nobody could answer from these passages. */
    NoAnswer explain(Question question, List<Passage> passages);

    /**
     * An honest "not found".
     *
     * @param text the reason as the reader is told it
     * @param closest at most two places that come nearest to the question, and are no answer to it
     */
    record NoAnswer(Reason reason, String text, List<Evidence> closest) {}
}
