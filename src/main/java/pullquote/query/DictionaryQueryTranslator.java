package pullquote.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.text.Wordbook;

/**
 * Translates Russian and Kazakh questions into English words without a model. It transliterates names, converts numbers
 * and dates, and looks up other words in the {@link Wordbook}. The result is not a grammatical sentence, but is good
 * enough for retrieval and ranking. A question with too many unknown words is returned unchanged.
 */
public final class DictionaryQueryTranslator implements QueryTranslator {
    private static final String ENGLISH = "en";
    /** Number of known words from which one unknown word is tolerated. */
    private static final int MIN_KNOWN_FOR_ONE_UNKNOWN = 3;

    private final Library library;
    private final Map<String, ArticleVocabulary> vocabularyByArticle = new HashMap<>();
    private final ArticleVocabulary libraryVocabulary;

    public DictionaryQueryTranslator(Library library) {
        this.library = library;
        List<Article> english = englishOnly(library.articles());
        english.forEach(article -> vocabularyByArticle.put(article.id(), new ArticleVocabulary(List.of(article))));
        libraryVocabulary = new ArticleVocabulary(english);
    }

    @Override
    public Question translate(Question question) {
        String language = question.detectedLanguage();
        Optional<Wordbook> wordbook = Wordbook.forLanguage(language);
        if (wordbook.isEmpty()
                || englishOnly(library.articles(question.articleId())).isEmpty()) {
            return question;
        }
        ArticleVocabulary words =
                question.articleId().map(vocabularyByArticle::get).orElse(libraryVocabulary);
        var translator = new WordByWordTranslator(wordbook.get(), language, words);
        return toEnglish(QuestionPatterns.classify(question.text(), language), question.text(), translator)
                .filter(text -> isReliable(translator))
                .map(text -> question.withWordByWordTranslations(Map.of(ENGLISH, text), translator.senses()))
                .orElse(question);
    }

    private static List<Article> englishOnly(List<Article> articles) {
        return articles.stream()
                .filter(article -> article.frontMatter().language().equals(ENGLISH))
                .toList();
    }

    private static boolean isReliable(WordByWordTranslator translator) {
        return translator.unknownCount() == 0
                || translator.unknownCount() == 1 && translator.knownCount() >= MIN_KNOWN_FOR_ONE_UNKNOWN;
    }

    /** Returns the question in English word order, as far as {@link QuestionClassifier} depends on it. */
    private static Optional<String> toEnglish(
            QuestionClassifier classified, String question, WordByWordTranslator translator) {
        if (classified.answerType() == AnswerType.SUMMARY) {
            return Optional.of("Summarise the article");
        }
        if (classified.answerType() == AnswerType.VIEWS) {
            String speaker =
                    String.join(" ", translator.translate(classified.focus()).words());
            String topic =
                    String.join(" ", translator.translate(classified.topic()).words());
            return speaker.isEmpty() || topic.isEmpty()
                    ? Optional.empty()
                    : Optional.of("What did " + speaker + " say about " + topic + "?");
        }
        WordByWordTranslator.Translation translation = translator.translate(question);
        var words = new ArrayList<>(translation
                .words()
                .subList(translation.questionWordIndex(), translation.words().size()));
        var before = new ArrayList<>(translation.words().subList(0, translation.questionWordIndex()));
        if (words.isEmpty()) {
            // "Союз басшысы кім" ("the union's leader who"): Kazakh puts the thing asked about last, English puts it
            // first.
            Collections.reverse(before);
        }
        words.addAll(before);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        questionOpening(classified.answerType(), translation) + " " + String.join(" ", words) + "?");
    }

    private static String questionOpening(AnswerType type, WordByWordTranslator.Translation translation) {
        return switch (type) {
            case PERSON -> translation.isWhichQuestion() ? "Which" : "Who";
            case DATE -> "When";
            case PLACE -> "Where";
            case COUNTRY -> "Which country";
            case COUNT -> "How many";
            case AGE -> "How old";
            case DURATION -> "How long";
            case FREQUENCY -> "How often";
            case AMOUNT -> "How much";
            case MONEY -> "How much money";
            case REASON -> "Why";
            case MANNER -> "How";
            case YES_NO -> "Did";
            case QUOTE -> "Quote";
            case THING, VIEWS, SUMMARY -> translation.isWhichQuestion() ? "Which" : "What";
        };
    }
}
