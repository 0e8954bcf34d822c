package pullquote.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a question that leans on a conversation stand alone. Safe for use by many threads. */
public interface QueryRewriter {
    /**
     * The question as it would be asked without the conversation; empty if it could not be had. Not to be trusted.
     *
     * @param said what was said before, oldest first, each as in {@code Reader: Who visited them?}
     */
    Optional<RewrittenQuery> rewrite(Question asked, List<String> said);

    /**
     * What a question became.
     *
     * @param text in its own language
     * @param translations the same in languages of the articles, as in {@link Question}; none if they are in its own
     */
    record RewrittenQuery(String text, Map<String, String> translations) {
        public RewrittenQuery {
            translations = Map.copyOf(translations);
        }
    }
}
