package pullquote.answer;

import java.util.List;
import pullquote.query.Question;
import pullquote.retrieval.Passage;

/** Decides why a question has no answer. */
@FunctionalInterface
public interface NoAnswerPolicy {
    /** Returns why the passages do not answer the question. */
    NoAnswer decide(Question question, List<Passage> passages);
}
