package pullquote.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pullquote.answer.Answer;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;
import pullquote.query.Question;
import pullquote.query.Turn;
import pullquote.text.Messages;

/**
 * Answers messages that need no article text: greetings, thanks, questions about the bot, and questions about an
 * article's title, date and author. All texts come from the message files and the front matter; no LLM is used.
 */
public final class SmallTalk {
    /** The maximum number of titles in an answer; the rest is replaced by an ellipsis. */
    private static final int MAX_TITLES = 5;

    private final Supplier<Library> library;

    public SmallTalk(Supplier<Library> library) {
        this.library = library;
    }

    /** Returns an answer if the message is nothing but small talk. */
    Optional<Answer> answer(Question asked, List<Turn> history) {
        return SmallTalkIntents.detect(asked.text()).flatMap(intent -> answer(intent, asked, history));
    }

    /** Restricts "What is it about?" to the article of the conversation; returns other questions unchanged. */
    Question rewriteAboutQuestion(Question asked, List<Turn> history) {
        return SmallTalkIntents.detect(asked.text()).equals(Optional.of(Intent.ABOUT))
                ? resolveArticle(asked, history)
                        .map(article ->
                                asked.rephrased(stripGreeting(asked.text())).aboutArticle(article.id()))
                        .orElse(asked)
                : asked;
    }

    /** Drops a greeting ("Hi! What is it about?"), whose words would be searched for. */
    private static String stripGreeting(String text) {
        return text.matches("(?i)what(?: is|['’]s) .*") ? text : "What is this article about?";
    }

    private Optional<Answer> answer(Intent intent, Question asked, List<Turn> history) {
        return switch (intent) {
            case FILLER -> Optional.empty();
            case AGREED, GOODBYE, THANKS, GREETING, HOW_ARE_YOU, ABILITIES, IDENTITY ->
                Optional.of(Answer.smallTalk(asked, "chat." + intent.name().toLowerCase(Locale.ROOT)));
            case ARTICLES ->
                library.get().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Answer.smallTalk(asked, "chat.articles", joinTitles()));
            case TITLE, ABOUT, AUTHOR, PUBLISHED -> answerAboutArticle(intent, asked, history);
        };
    }

    private Optional<Answer> answerAboutArticle(Intent intent, Question asked, List<Turn> history) {
        if (library.get().isEmpty()) {
            return Optional.empty();
        }
        Optional<Article> article = resolveArticle(asked, history);
        if (article.isEmpty()) {
            return Optional.of(Answer.smallTalk(asked, "chat.which", joinTitles()));
        }
        return intent == Intent.ABOUT
                ? describeArticle(article.get(), asked)
                : Optional.of(answerFromFrontMatter(intent, article.get().frontMatter(), asked));
    }

    /** Returns the article that the question is restricted to, the last cited one, or the only one. */
    private Optional<Article> resolveArticle(Question asked, List<Turn> history) {
        if (asked.articleId().isPresent()) {
            return library.get().article(asked.articleId().get());
        }
        List<Article> all = library.get().articles();
        return Stream.iterate(history.size() - 1, i -> i >= 0, i -> i - 1)
                .map(history::get)
                .filter(turn -> !turn.citations().isEmpty())
                .findFirst()
                .flatMap(turn -> library.get().article(turn.citations().get(0).articleId()))
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
    }

    /**
     * Describes an article by its first sentence, or by its title in another language. In English, Answerer summarizes
     * it.
     */
    private static Optional<Answer> describeArticle(Article article, Question asked) {
        String language = asked.detectedLanguage();
        if (!language.equals(article.frontMatter().language())) {
            return Optional.of(
                    Answer.smallTalk(asked, "chat.title", article.frontMatter().title()));
        }
        if (language.equals("en")) {
            return Optional.empty();
        }
        var lead = article.paragraphs().get(0);
        return Optional.of(Answer.ofSentence(
                asked, new Evidence(article, lead, article.sentences(lead).get(0))));
    }

    private static Answer answerFromFrontMatter(Intent intent, FrontMatter frontMatter, Question asked) {
        return switch (intent) {
            case TITLE -> Answer.smallTalk(asked, "chat.title", frontMatter.title());
            case PUBLISHED ->
                frontMatter
                        .date()
                        .map(date -> Answer.smallTalk(
                                asked,
                                "chat.published",
                                frontMatter.title(),
                                Messages.formatDate(date, asked.messageLanguage())))
                        .orElseGet(() -> Answer.smallTalk(asked, "chat.undated", frontMatter.title()));
            default -> answerAboutAuthor(frontMatter, asked);
        };
    }

    private static Answer answerAboutAuthor(FrontMatter frontMatter, Question asked) {
        if (frontMatter.author().isEmpty()) {
            return frontMatter
                    .source()
                    .map(source -> Answer.smallTalk(asked, "chat.source", frontMatter.title(), source))
                    .orElseGet(() -> Answer.smallTalk(asked, "chat.no_author", frontMatter.title()));
        }
        String author = frontMatter.author().get();
        return frontMatter
                .source()
                .map(source -> Answer.smallTalk(asked, "chat.author_and_source", frontMatter.title(), author, source))
                .orElseGet(() -> Answer.smallTalk(asked, "chat.author", frontMatter.title(), author));
    }

    private String joinTitles() {
        List<Article> all = library.get().articles();
        return all.stream()
                        .limit(MAX_TITLES)
                        .map(article -> "“" + article.frontMatter().title() + "”")
                        .collect(Collectors.joining(", "))
                + (all.size() > MAX_TITLES ? " …" : "");
    }
}
