package pullquote.retrieval;

import java.util.Map;
import java.util.Optional;

/**
 * What to look for.
 *
 * @param text a question that can be understood by itself
 * @param expansion words of the text, or beside it, that count less than the others do, which count 1: each with its
 *     weight, above 0 and at most 1. Who compares words heeds them; who compares meanings has the text
 * @param articleId the only article to look in, or empty for all
 */
public record Query(String text, Map<String, Double> expansion, Optional<String> articleId) {
    public Query {
        expansion = Map.copyOf(expansion);
        if (!expansion.values().stream().allMatch(weight -> weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("a word counts more than 0 and at most 1, not as in " + expansion);
        }
    }

    public Query(String text, Optional<String> articleId) {
        this(text, Map.of(), articleId);
    }

    public Query(String text) {
        this(text, Optional.empty());
    }
}
