package pullquote.retrieval;

import java.util.Optional;

/**
 * What to look for.
 *
 * @param text a question that can be understood by itself
 * @param articleId the only article to look in, or empty for all
 */
public record Query(String text, Optional<String> articleId) {
    public Query(String text) {
        this(text, Optional.empty());
    }
}
