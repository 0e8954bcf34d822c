package pullquote.answer.extractive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pullquote.answer.Question;
import pullquote.answer.Translator;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.language.Wordbook;

/**
 * Puts Russian and Kazakh questions into the words of English articles, without a model: names by how they are spelt,
 * numbers and dates, and what the {@link Wordbook} knows. The outcome is no sentence for people, but enough to search and
 * to weigh with. A question of which it does not understand nearly all is left alone.
 */
public final class Glossary implements Translator {
    private static final String ENGLISH = "en";
    /** With so many words that are understood, one that is not is borne. */
    private static final int BEARS_A_STRANGER = 3;

    private final Library library;
    private final Map<String, ArticleWords> byArticle = new HashMap<>();
    private final ArticleWords all;

    public Glossary(Library library) {
        this.library = library;
        List<Article> english = english(library.articles());
        english.forEach(article -> byArticle.put(article.id(), new ArticleWords(List.of(article))));
        all = new ArticleWords(english);
    }

    @Override
    public Question translated(Question question) {
        String language = question.writtenIn();
        Optional<Wordbook> wordbook = Wordbook.of(language);
        if (wordbook.isEmpty()
                || english(library.articles(question.articleId())).isEmpty()) {
            return question;
        }
        ArticleWords words = question.articleId().map(byArticle::get).orElse(all);
        var reader = new Gloss(wordbook.get(), language, words);
        return put(Forms.of(question.text(), language), question.text(), reader)
                .filter(text -> isUnderstood(reader))
                .map(text -> question.glossedAs(Map.of(ENGLISH, text), reader.senses()))
                .orElse(question);
    }

    private static List<Article> english(List<Article> articles) {
        return articles.stream()
                .filter(article -> article.about().language().equals(ENGLISH))
                .toList();
    }

    private static boolean isUnderstood(Gloss reader) {
        return reader.unknown() == 0 || reader.unknown() == 1 && reader.known() >= BEARS_A_STRANGER;
    }

    /** The question with its words in the order that English wants, as far as it matters to {@link Form}. */
    private static Optional<String> put(Form form, String question, Gloss reader) {
        if (form.kind() == Kind.SUMMARY) {
            return Optional.of("Summarise the article");
        }
        if (form.kind() == Kind.VIEWS) {
            String speaker = String.join(" ", reader.of(form.focus()).words());
            String topic = String.join(" ", reader.of(form.topic()).words());
            return speaker.isEmpty() || topic.isEmpty()
                    ? Optional.empty()
                    : Optional.of("What did " + speaker + " say about " + topic + "?");
        }
        Gloss.Parts parts = reader.of(question);
        var words = new ArrayList<>(
                parts.words().subList(parts.asking(), parts.words().size()));
        var before = new ArrayList<>(parts.words().subList(0, parts.asking()));
        if (words.isEmpty()) {
            // "Союз басшысы кім", the union's leader who: what is asked stands last, and in English first.
            Collections.reverse(before);
        }
        words.addAll(before);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(asking(form.kind(), parts) + " " + String.join(" ", words) + "?");
    }

    private static String asking(Kind kind, Gloss.Parts parts) {
        return switch (kind) {
            case PERSON -> parts.asksWhich() ? "Which" : "Who";
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
            case THING, VIEWS, SUMMARY -> parts.asksWhich() ? "Which" : "What";
        };
    }
}
