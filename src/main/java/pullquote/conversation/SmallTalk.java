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
 * Answers what is no question to the articles' text: greetings and thanks, what we are, and when an article was published
 * and by whom. It says nothing but what the message files and the front matter say, and asks no model.
 */
public final class SmallTalk {
    /** So many titles are told; of more there are too many to read. */
    private static final int MAX_TITLES = 5;

    private final Supplier<Library> library;

    public SmallTalk(Supplier<Library> library) {
        this.library = library;
    }

    /** The answer, if it is such talk and nothing else. */
    Optional<Answer> answer(Question asked, List<Turn> before) {
        return SmallTalkIntents.detect(asked.text()).flatMap(topic -> answer(topic, asked, before));
    }

    /** The same question about the article that was spoken of last, if it asks what "this article" is about. */
    Question rewriteAboutQuestion(Question asked, List<Turn> before) {
        return SmallTalkIntents.detect(asked.text()).equals(Optional.of(Intent.ABOUT))
                ? resolveArticle(asked, before)
                        .map(article ->
                                asked.rephrased(stripGreeting(asked.text())).aboutArticle(article.id()))
                        .orElse(asked)
                : asked;
    }

    /** "Hi! What is it about?" without the greeting, which would be searched for. */
    private static String stripGreeting(String text) {
        return text.matches("(?i)what(?: is|['’]s) .*") ? text : "What is this article about?";
    }

    private Optional<Answer> answer(Intent topic, Question asked, List<Turn> before) {
        return switch (topic) {
            case FILLER -> Optional.empty();
            case AGREED, GOODBYE, THANKS, GREETING, HOW_ARE_YOU, ABILITIES, IDENTITY ->
                Optional.of(Answer.smallTalk(asked, "chat." + topic.name().toLowerCase(Locale.ROOT)));
            case ARTICLES ->
                library.get().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Answer.smallTalk(asked, "chat.articles", joinTitles()));
            case TITLE, ABOUT, AUTHOR, PUBLISHED -> answerAboutArticle(topic, asked, before);
        };
    }

    private Optional<Answer> answerAboutArticle(Intent topic, Question asked, List<Turn> before) {
        if (library.get().isEmpty()) {
            return Optional.empty();
        }
        Optional<Article> article = resolveArticle(asked, before);
        if (article.isEmpty()) {
            return Optional.of(Answer.smallTalk(asked, "chat.which", joinTitles()));
        }
        return topic == Intent.ABOUT
                ? describeArticle(article.get(), asked)
                : Optional.of(answerFromFrontMatter(topic, article.get().frontMatter(), asked));
    }

    /** The one that is asked about, or was spoken of last, or the only one. */
    private Optional<Article> resolveArticle(Question asked, List<Turn> before) {
        if (asked.articleId().isPresent()) {
            return library.get().article(asked.articleId().get());
        }
        List<Article> all = library.get().articles();
        return Stream.iterate(before.size() - 1, i -> i >= 0, i -> i - 1)
                .map(before::get)
                .filter(exchange -> !exchange.citations().isEmpty())
                .findFirst()
                .flatMap(exchange ->
                        library.get().article(exchange.citations().get(0).articleId()))
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
    }

    /** In English the answerer sums it up; a reader of its language gets its first sentence, and others its title. */
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

    private static Answer answerFromFrontMatter(Intent topic, FrontMatter about, Question asked) {
        return switch (topic) {
            case TITLE -> Answer.smallTalk(asked, "chat.title", about.title());
            case PUBLISHED ->
                about.date()
                        .map(date -> Answer.smallTalk(
                                asked,
                                "chat.published",
                                about.title(),
                                Messages.formatDate(date, asked.messageLanguage())))
                        .orElseGet(() -> Answer.smallTalk(asked, "chat.undated", about.title()));
            default -> answerAboutAuthor(about, asked);
        };
    }

    private static Answer answerAboutAuthor(FrontMatter about, Question asked) {
        if (about.author().isEmpty()) {
            return about.source()
                    .map(source -> Answer.smallTalk(asked, "chat.source", about.title(), source))
                    .orElseGet(() -> Answer.smallTalk(asked, "chat.no_author", about.title()));
        }
        String author = about.author().get();
        return about.source()
                .map(source -> Answer.smallTalk(asked, "chat.author_and_source", about.title(), author, source))
                .orElseGet(() -> Answer.smallTalk(asked, "chat.author", about.title(), author));
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
