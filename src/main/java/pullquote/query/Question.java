package pullquote.query;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pullquote.retrieval.Query;
import pullquote.text.DetectedLanguage;
import pullquote.text.InputNormalizer;
import pullquote.text.LanguageDetector;
import pullquote.text.Messages;

/**
 * A cleaned question of a reader, and what the product found out about it. Immutable.
 *
 * @param text 1 to {@value #MAX_LENGTH} characters (code points) on one line, without invisible characters
 * @param detected the language of the text
 * @param language the language to answer in, as an ISO 639 code
 * @param messageLanguage the language of the product's own texts, one of {@link Messages#SUPPORTED_LANGUAGES}
 * @param articleId the only article to answer from, or empty for all
 * @param expansion terms of the conversation to search for as well, as in {@link Query}; empty for a question alone
 * @param translations the text in other languages, by ISO 639 code, for articles in these languages
 * @param senses for word-by-word translations: other meanings of each translated word; otherwise empty. Such a
 *     translation is good enough to find an answer, but not to conclude that there is none
 */
public record Question(
        String text,
        DetectedLanguage detected,
        String language,
        String messageLanguage,
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
            throw new IllegalArgumentException("question text must be cleaned first: use Question.of");
        }
    }

    /**
     * Cleans what was typed and detects its language.
     *
     * @param language the language to answer in; default: that of the question
     * @throws InvalidQuestion if nothing is left of it, or more than {@value #MAX_LENGTH} characters
     */
    public static Question of(String typed, Optional<String> language, Optional<String> articleId) {
        return of(typed, language, Optional.empty(), articleId);
    }

    /** @param likely the language to assume if the text does not show one, as a name alone: that of the page */
    public static Question of(
            String typed, Optional<String> language, Optional<String> likely, Optional<String> articleId) {
        String text = clean(typed);
        DetectedLanguage detected = LanguageDetector.analyze(text);
        String answerLanguage =
                language.orElseGet(() -> likely.map(detected::code).orElseGet(detected::code));
        return new Question(
                text,
                detected,
                answerLanguage,
                Messages.languageFor(answerLanguage).orElse(Messages.DEFAULT_LANGUAGE),
                articleId,
                Map.of(),
                Map.of(),
                Map.of());
    }

    /** As {@link #of(String, Optional, Optional)}, about all articles, answered in the question's own language. */
    public static Question of(String typed) {
        return of(typed, Optional.empty(), Optional.empty());
    }

    /** Returns the question in other words, to be answered in the same language from the same articles. */
    public Question rephrased(String otherText) {
        return of(otherText, Optional.of(language), articleId).withMessageLanguage(messageLanguage);
    }

    /** Returns the same question about one article. */
    public Question aboutArticle(String id) {
        return new Question(
                text, detected, language, messageLanguage, Optional.of(id), expansion, translations, senses);
    }

    /** Returns the same question, with the product's own texts in another language. */
    public Question withMessageLanguage(String other) {
        return new Question(text, detected, language, other, articleId, expansion, translations, senses);
    }

    /** Returns the same question, to be searched for with more words. */
    public Question withExpansion(Map<String, Double> words) {
        return new Question(text, detected, language, messageLanguage, articleId, words, translations, senses);
    }

    /** Returns the same question with translations, by language. */
    public Question withTranslations(Map<String, String> others) {
        return new Question(text, detected, language, messageLanguage, articleId, expansion, others, Map.of());
    }

    /** Returns the same question with word-by-word translations, by language. */
    public Question withWordByWordTranslations(Map<String, String> others, Map<String, Set<String>> otherSenses) {
        return new Question(text, detected, language, messageLanguage, articleId, expansion, others, otherSenses);
    }

    /** Returns true if its translations were made word by word. */
    public boolean isTranslatedWordByWord() {
        return !senses.isEmpty();
    }

    /** Returns its text in a language, if it is written in it or has been translated. */
    public Optional<String> textIn(String other) {
        return query().textIn(other);
    }

    /** Returns the query to search for. */
    public Query query() {
        return new Query(text, detected, expansion, articleId, translations);
    }

    /** Returns the language it is written in, which can differ from the language to answer in. */
    public String detectedLanguage() {
        return detected.code(language);
    }

    private static String clean(String typed) {
        String text = InputNormalizer.normalize(typed);
        if (text.isEmpty()) {
            throw new InvalidQuestion("empty_question", "The question is empty. Write it in “question”.");
        }
        int length = InputNormalizer.codePointLength(text);
        if (length > MAX_LENGTH) {
            throw new InvalidQuestion(
                    "question_too_long",
                    "The question has " + length + " characters. Shorten it to " + MAX_LENGTH + ".");
        }
        return text;
    }
}
