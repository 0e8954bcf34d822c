package pullquote.retrieval;

import java.util.Map;
import java.util.Optional;
import pullquote.text.LanguageDetector;

/**
 * What to look for.
 *
 * @param text a question that can be understood by itself
 * @param expansion words of the text, or beside it, that count less than the others do, which count 1: each with its
 *     weight, above 0 and at most 1. Who compares words heeds them; who compares meanings has the text
 * @param articleId the only article to look in, or empty for all
 * @param translations the text in other languages, by their ISO 639 codes: articles in these are searched with it
 */
public record Query(
        String text, Map<String, Double> expansion, Optional<String> articleId, Map<String, String> translations) {
    public Query {
        expansion = Map.copyOf(expansion);
        translations = Map.copyOf(translations);
        if (!expansion.values().stream().allMatch(weight -> weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("a word counts more than 0 and at most 1, not as in " + expansion);
        }
    }

    public Query(String text, Map<String, Double> expansion, Optional<String> articleId) {
        this(text, expansion, articleId, Map.of());
    }

    public Query(String text, Optional<String> articleId) {
        this(text, Map.of(), articleId);
    }

    public Query(String text) {
        this(text, Optional.empty());
    }

    /** The text in a language, if it is written in it or has been translated. */
    public Optional<String> textIn(String language) {
        return Optional.ofNullable(translations.get(language))
                .or(() -> Optional.of(text)
                        .filter(own -> LanguageDetector.detect(own, language).equals(language)));
    }
}
