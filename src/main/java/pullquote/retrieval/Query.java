package pullquote.retrieval;

import java.util.Map;
import java.util.Optional;
import pullquote.text.DetectedLanguage;
import pullquote.text.LanguageDetector;

/**
 * A search query.
 *
 * @param text a self-contained question
 * @param language the language of the text
 * @param expansion further words with their weights, above 0 and at most 1; a word of the text weighs 1. BM25 uses them,
 *     embeddings use the text alone
 * @param articleId the only article to search, or empty for all
 * @param translations the text in other languages, by ISO 639 code; articles in these languages are searched with it
 */
public record Query(
        String text,
        DetectedLanguage language,
        Map<String, Double> expansion,
        Optional<String> articleId,
        Map<String, String> translations) {
    public Query {
        expansion = Map.copyOf(expansion);
        translations = Map.copyOf(translations);
        if (!expansion.values().stream().allMatch(weight -> weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("a word counts more than 0 and at most 1, not as in " + expansion);
        }
    }

    public Query(String text, Map<String, Double> expansion, Optional<String> articleId) {
        this(text, LanguageDetector.analyze(text), expansion, articleId, Map.of());
    }

    public Query(String text, Optional<String> articleId) {
        this(text, Map.of(), articleId);
    }

    public Query(String text) {
        this(text, Optional.empty());
    }

    /** Returns the text in a language, if it is written in it or has been translated. */
    public Optional<String> textIn(String target) {
        return Optional.ofNullable(translations.get(target))
                .or(() -> language.matches(target) ? Optional.of(text) : Optional.empty());
    }
}
