package pullquote.answer;

import java.util.List;
import java.util.Optional;
import pullquote.retrieval.Passage;

/** Knows when there is nothing to say, why, and what to say then. */
public interface Refusal {
    /** Why it is no use to write at all, if it is not. */
    Optional<Reason> beforeWriting(Question question, List<Passage> passages);

    /** Why nothing was written. */
    Reason afterWriting(Question question, List<Passage> passages);

    /** The reason as the reader is told it, in the question's language. */
    String inWords(Reason reason, Question question, List<Passage> passages);

    /** At most two places that come closest to the question, and are no answer to it. */
    List<Evidence> closest(Question question, List<Passage> passages);
}
