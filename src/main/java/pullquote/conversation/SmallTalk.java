package pullquote.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pullquote.answer.Answer;
import pullquote.answer.Evidence;
import pullquote.answer.Messages;
import pullquote.answer.Question;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;

/**
 * Answers what is no question to the articles' text: greetings and thanks, what we are, and when an article was published
 * and by whom. It says nothing but what the message files and the front matter say, and asks no model.
 */
public final class SmallTalk {
    /** So many titles are told; of more there are too many to read. */
    private static final int TITLES = 5;

    private final Supplier<Library> library;

    public SmallTalk(Supplier<Library> library) {
        this.library = library;
    }

    /** The answer, if it is such talk and nothing else. */
    Optional<Answer> answer(Question asked, List<Exchange> before) {
        return Phrasebook.topic(asked.text()).flatMap(topic -> answer(topic, asked, before));
    }

    /** The same question about the article that was spoken of last, if it asks what "this article" is about. */
    Question aimed(Question asked, List<Exchange> before) {
        return Phrasebook.topic(asked.text()).equals(Optional.of(Topic.ABOUT))
                ? article(asked, before)
                        .map(article ->
                                new Question(plainly(asked.text()), asked.language(), Optional.of(article.id())))
                        .orElse(asked)
                : asked;
    }

    /** "Hi! What is it about?" without the greeting, which would be searched for. */
    private static String plainly(String text) {
        return text.matches("(?i)what(?: is|['’]s) .*") ? text : "What is this article about?";
    }

    private Optional<Answer> answer(Topic topic, Question asked, List<Exchange> before) {
        return switch (topic) {
            case FILLER -> Optional.empty();
            case AGREED, GOODBYE, THANKS, GREETING, HOW_ARE_YOU, ABILITIES, IDENTITY ->
                Optional.of(Answer.chat(asked, "chat." + topic.name().toLowerCase(Locale.ROOT)));
            case ARTICLES ->
                library.get().isEmpty() ? Optional.empty() : Optional.of(Answer.chat(asked, "chat.articles", titles()));
            case TITLE, ABOUT, AUTHOR, PUBLISHED -> ofArticle(topic, asked, before);
        };
    }

    private Optional<Answer> ofArticle(Topic topic, Question asked, List<Exchange> before) {
        if (library.get().isEmpty()) {
            return Optional.empty();
        }
        Optional<Article> article = article(asked, before);
        if (article.isEmpty()) {
            return Optional.of(Answer.chat(asked, "chat.which", titles()));
        }
        return topic == Topic.ABOUT
                ? about(article.get(), asked)
                : Optional.of(fromFrontMatter(topic, article.get().about(), asked));
    }

    /** The one that is asked about, or was spoken of last, or the only one. */
    private Optional<Article> article(Question asked, List<Exchange> before) {
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
    private static Optional<Answer> about(Article article, Question asked) {
        String language = asked.writtenIn();
        if (!language.equals(article.about().language())) {
            return Optional.of(Answer.chat(asked, "chat.title", article.about().title()));
        }
        if (language.equals("en")) {
            return Optional.empty();
        }
        var lead = article.paragraphs().get(0);
        return Optional.of(Answer.verbatim(
                asked, new Evidence(article, lead, article.sentences(lead).get(0))));
    }

    private static Answer fromFrontMatter(Topic topic, FrontMatter about, Question asked) {
        return switch (topic) {
            case TITLE -> Answer.chat(asked, "chat.title", about.title());
            case PUBLISHED ->
                about.date()
                        .map(date -> Answer.chat(
                                asked, "chat.published", about.title(), Messages.date(date, asked.language())))
                        .orElseGet(() -> Answer.chat(asked, "chat.undated", about.title()));
            default -> author(about, asked);
        };
    }

    private static Answer author(FrontMatter about, Question asked) {
        if (about.author().isEmpty()) {
            return about.source()
                    .map(source -> Answer.chat(asked, "chat.source", about.title(), source))
                    .orElseGet(() -> Answer.chat(asked, "chat.no_author", about.title()));
        }
        String author = about.author().get();
        return about.source()
                .map(source -> Answer.chat(asked, "chat.author_and_source", about.title(), author, source))
                .orElseGet(() -> Answer.chat(asked, "chat.author", about.title(), author));
    }

    private String titles() {
        List<Article> all = library.get().articles();
        return all.stream()
                        .limit(TITLES)
                        .map(article -> "“" + article.about().title() + "”")
                        .collect(Collectors.joining(", "))
                + (all.size() > TITLES ? " …" : "");
    }
}
