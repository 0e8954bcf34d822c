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
 * Puts Russian and Kazakh questions into the words of English articles, without a model: names by how they are spelt,
 * numbers and dates, and what the {@link Wordbook} knows. The outcome is no sentence for people, but enough to search and
 * to weigh with. A question of which it does not understand nearly all is left alone.
 */
public final class DictionaryQueryTranslator implements QueryTranslator {
    private static final String ENGLISH = "en";
    /** With so many words that are understood, one that is not is borne. */
    private static final int MIN_KNOWN_FOR_ONE_UNKNOWN = 3;

    private final Library library;
    private final Map<String, ArticleVocabulary> byArticle = new HashMap<>();
    private final ArticleVocabulary wholeVocabulary;

    public DictionaryQueryTranslator(Library library) {
        this.library = library;
        List<Article> english = english(library.articles());
        english.forEach(article -> byArticle.put(article.id(), new ArticleVocabulary(List.of(article))));
        wholeVocabulary = new ArticleVocabulary(english);
    }

    @Override
    public Question translate(Question question) {
        String language = question.detectedLanguage();
        Optional<Wordbook> wordbook = Wordbook.forLanguage(language);
        if (wordbook.isEmpty()
                || english(library.articles(question.articleId())).isEmpty()) {
            return question;
        }
        ArticleVocabulary words = question.articleId().map(byArticle::get).orElse(wholeVocabulary);
        var reader = new WordByWordTranslator(wordbook.get(), language, words);
        return toEnglish(QuestionPatterns.classify(question.text(), language), question.text(), reader)
                .filter(text -> isReliable(reader))
                .map(text -> question.withWordByWordTranslations(Map.of(ENGLISH, text), reader.senses()))
                .orElse(question);
    }

    private static List<Article> english(List<Article> articles) {
        return articles.stream()
                .filter(article -> article.frontMatter().language().equals(ENGLISH))
                .toList();
    }

    private static boolean isReliable(WordByWordTranslator reader) {
        return reader.unknownCount() == 0
                || reader.unknownCount() == 1 && reader.knownCount() >= MIN_KNOWN_FOR_ONE_UNKNOWN;
    }

    /** The question with its words in the order that English wants, as far as it matters to {@link QuestionClassifier}. */
    private static Optional<String> toEnglish(QuestionClassifier form, String question, WordByWordTranslator reader) {
        if (form.answerType() == AnswerType.SUMMARY) {
            return Optional.of("Summarise the article");
        }
        if (form.answerType() == AnswerType.VIEWS) {
            String speaker = String.join(" ", reader.translate(form.focus()).words());
            String topic = String.join(" ", reader.translate(form.topic()).words());
            return speaker.isEmpty() || topic.isEmpty()
                    ? Optional.empty()
                    : Optional.of("What did " + speaker + " say about " + topic + "?");
        }
        WordByWordTranslator.Translation parts = reader.translate(question);
        var words = new ArrayList<>(
                parts.words().subList(parts.questionWordIndex(), parts.words().size()));
        var before = new ArrayList<>(parts.words().subList(0, parts.questionWordIndex()));
        if (words.isEmpty()) {
            // "Союз басшысы кім", the union's leader who: what is asked stands last, and in English first.
            Collections.reverse(before);
        }
        words.addAll(before);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(questionOpening(form.answerType(), parts) + " " + String.join(" ", words) + "?");
    }

    private static String questionOpening(AnswerType kind, WordByWordTranslator.Translation parts) {
        return switch (kind) {
            case PERSON -> parts.isWhichQuestion() ? "Which" : "Who";
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
            case THING, VIEWS, SUMMARY -> parts.isWhichQuestion() ? "Which" : "What";
        };
    }
}
