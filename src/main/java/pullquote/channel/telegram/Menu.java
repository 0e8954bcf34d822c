package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.BotCommand;
import com.pengrad.telegrambot.model.MessageEntity.Type;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pullquote.answer.Messages;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.conversation.Conversations;

/** What the bot shows when it is not asked about an article's text. */
final class Menu {
    static final List<String> COMMANDS = List.of("start", "articles", "new", "help", "language");

    /** On a button of the article list, in place of an article's name: all of them. */
    static final String ALL = "all";

    /** On a button of the language list: that of the question. */
    static final String ANY = "any";

    /** A payload of {@code ?start=} has at most so many characters. */
    private static final int LONGEST_PAYLOAD = 64;

    private static final int ARTICLES = 10;

    private final Supplier<Library> library;
    private final Conversations conversations;

    Menu(Supplier<Library> library, Conversations conversations) {
        this.library = library;
        this.conversations = conversations;
    }

    static BotCommand[] commands(String language) {
        return COMMANDS.stream()
                .map(name -> new BotCommand(name, Messages.in(language, "telegram.command." + name)))
                .toArray(BotCommand[]::new);
    }

    /** What stands behind {@code ?start=} in a link to the bot, to speak about this article. */
    static String payload(Article article) {
        return article.id().substring(0, Math.min(LONGEST_PAYLOAD, article.id().length()));
    }

    Optional<Article> article(String payload) {
        return library.get().articles().stream()
                .filter(article -> payload(article).equals(payload))
                .findFirst();
    }

    Card welcome(String language) {
        List<Article> articles = library.get().articles();
        var suggestions = articles.stream()
                .flatMap(article -> conversations.suggestions(article).stream())
                .limit(3)
                .toList();
        return Card.of(Rich.plain(Messages.in(language, "telegram.welcome")), new Keyboard().questions(suggestions));
    }

    Card about(Article article, String language) {
        Rich words = Rich.of(article.about().title(), Type.bold)
                .plus("\n\n" + Messages.in(language, "telegram.about_article"));
        return Card.of(words, new Keyboard().questions(conversations.suggestions(article)));
    }

    Card articles(String language) {
        List<Article> newest = newest();
        if (newest.isEmpty()) {
            return Card.of(Messages.in(language, "telegram.no_articles"));
        }
        Rich words = Rich.plain(Messages.in(language, "telegram.articles"));
        var keyboard = new Keyboard();
        for (Article article : newest) {
            String date = article.about()
                    .date()
                    .map(day -> " · " + Messages.date(day, language))
                    .orElse("");
            words = words.plus("\n\n")
                    .plus(Rich.of(article.about().title(), Type.bold))
                    .plus(date);
            keyboard.row(Keyboard.press(article.about().title(), Keyboard.ARTICLE, article.version()));
        }
        return Card.of(
                words,
                keyboard.row(Keyboard.press(Messages.in(language, "telegram.all_articles"), Keyboard.ARTICLE, ALL)));
    }

    /** The one whose version stands on a button. */
    Optional<Article> ofVersion(String version) {
        return library.get().articles().stream()
                .filter(article -> article.version().equals(version))
                .findFirst();
    }

    Card languages(String language) {
        var keyboard = new Keyboard()
                .row(Messages.LANGUAGES.stream()
                        .map(code ->
                                Keyboard.press(Messages.in(code, "telegram.language_name"), Keyboard.LANGUAGE, code))
                        .toArray(InlineKeyboardButton[]::new))
                .row(Keyboard.press(Messages.in(language, "telegram.language_any"), Keyboard.LANGUAGE, ANY));
        return Card.of(Rich.plain(Messages.in(language, "telegram.language")), keyboard);
    }

    private List<Article> newest() {
        return library.get().articles().stream()
                .sorted(Comparator.comparing(
                                (Article article) -> article.about().date().orElse(LocalDate.MIN))
                        .reversed())
                .limit(ARTICLES)
                .toList();
    }
}
