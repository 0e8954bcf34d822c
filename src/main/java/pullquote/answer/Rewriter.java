package pullquote.answer;

import java.util.List;
import java.util.Optional;

/** Makes a question that leans on a conversation stand alone. Safe for use by many threads. */
public interface Rewriter {
    /**
     * The question as it would be asked without the conversation; empty if it could not be had. Not to be trusted.
     *
     * @param said what was said before, oldest first, each as in {@code Reader: Who visited them?}
     */
    Optional<String> standalone(Question asked, List<String> said);
}
