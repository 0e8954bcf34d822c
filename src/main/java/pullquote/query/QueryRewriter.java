package pullquote.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rewrites a question that depends on the conversation as a standalone question. Thread-safe. */
public interface QueryRewriter {
    /**
     * Returns the standalone question, or empty if rewriting failed. The result is unverified.
     *
     * @param history previous messages, oldest first, each as in {@code Reader: Who visited them?}
     */
    Optional<RewrittenQuery> rewrite(Question question, List<String> history);

    /**
     * Holds a rewritten question.
     *
     * @param text the question in its own language
     * @param translations the question in languages of the articles, as in {@link Question}; empty if they are in its
     *     own
     */
    record RewrittenQuery(String text, Map<String, String> translations) {
        public RewrittenQuery {
            translations = Map.copyOf(translations);
        }
    }
}
