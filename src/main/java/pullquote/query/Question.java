package pullquote.query;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pullquote.retrieval.Query;
import pullquote.text.InputNormalizer;
import pullquote.text.LanguageDetector;

/**
 * What a reader asks, cleaned.
 *
 * @param text 1 to {@value #MAX_LENGTH} characters (code points) on one line, nothing invisible in it
 * @param language the language to answer in, as an ISO 639 code
 * @param articleId the only article to answer from, or empty for all
 * @param expansion what the conversation adds to the search: words with their weights, as in {@link Query}; none for a
 *     question alone
 * @param translations what it says in other languages, by their ISO 639 codes, so that articles in these can answer it
 * @param senses if it was put into these word by word, which is enough to find something and not to say that there is
 *     nothing: by each word what it may mean as well; else none
 */
public record Question(
        String text,
        String language,
        Optional<String> articleId,
        Map<String, Double> expansion,
        Map<String, String> translations,
        Map<String, Set<String>> senses) {
    public static final int MAX_LENGTH = 2_000;

    public Question {
        expansion = Map.copyOf(expansion);
        translations = Map.copyOf(translations);
        senses = Map.copyOf(senses);
        if (!text.equals(clean(text))) {
            throw new IllegalArgumentException("a question is cleaned before it is asked");
        }
    }

    public Question(String text, String language, Optional<String> articleId) {
        this(text, language, articleId, Map.of(), Map.of(), Map.of());
    }

    /**
     * Cleans what somebody typed and finds its language if none is given.
     *
     * @throws InvalidQuestion if nothing is left of it, or more than {@value #MAX_LENGTH} characters
     */
    public static Question of(String typed, Optional<String> language, Optional<String> articleId) {
        return of(typed, language, Optional.empty(), articleId);
    }

    /** @param likely the language that it is in if it does not tell, as a name alone does not: that of the page around it */
    public static Question of(
            String typed, Optional<String> language, Optional<String> likely, Optional<String> articleId) {
        String text = clean(typed);
        String own = likely.map(known -> LanguageDetector.detect(text, known))
                .orElseGet(() -> LanguageDetector.detect(text));
        return new Question(text, language.orElse(own), articleId);
    }

    /** As {@link #of(String, Optional, Optional)}, of all articles, in the question's own language. */
    public static Question of(String typed) {
        return of(typed, Optional.empty(), Optional.empty());
    }

    /** The same, searched for with these words too. */
    public Question withExpansion(Map<String, Double> words) {
        return new Question(text, language, articleId, words, translations, senses);
    }

    /** The same, to be answered from articles in other languages too. */
    public Question withTranslations(Map<String, String> others) {
        return new Question(text, language, articleId, expansion, others, Map.of());
    }

    /** The same with translations that were made word by word. */
    public Question withWordByWordTranslations(Map<String, String> others, Map<String, Set<String>> senses) {
        return new Question(text, language, articleId, expansion, others, senses);
    }

    /** Whether its translations were made word by word. */
    public boolean isTranslatedWordByWord() {
        return !senses.isEmpty();
    }

    /** What it says in a language, if it is written in it or has been translated. */
    public Optional<String> textIn(String other) {
        return query().textIn(other);
    }

    /** What to look for to answer it. */
    public Query query() {
        return new Query(text, expansion, articleId, translations);
    }

    /** The language it is written in, which may be another than the reader wants the answer in. */
    public String detectedLanguage() {
        return LanguageDetector.detect(text, language);
    }

    private static String clean(String typed) {
        String text = InputNormalizer.normalize(typed);
        if (text.isEmpty()) {
            throw new InvalidQuestion("empty_question", "The question is empty. Write it in “question”.");
        }
        int length = InputNormalizer.length(text);
        if (length > MAX_LENGTH) {
            throw new InvalidQuestion(
                    "question_too_long",
                    "The question has " + length + " characters. Shorten it to " + MAX_LENGTH + ".");
        }
        return text;
    }
}
