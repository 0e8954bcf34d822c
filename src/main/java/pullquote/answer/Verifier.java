package pullquote.answer;

import java.util.List;
import java.util.Optional;
import pullquote.retrieval.Passage;

/** Checks a draft sentence against the passages, and returns it with its evidence or rejects it. */
public interface Verifier {
    Optional<VerifiedSentence> verify(DraftSentence draft, List<Passage> passages);
}
