package pullquote.answer;

import java.util.List;
import java.util.Optional;
import pullquote.retrieval.Passage;

/** Checks a drafted sentence against its passages and turns it into a proved one, or drops it. */
public interface Verifier {
    Optional<VerifiedSentence> verify(DraftSentence draft, List<Passage> passages);
}
