package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.BotCommand;
import com.pengrad.telegrambot.model.MessageEntity.Type;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.conversation.ChatService;
import pullquote.text.Messages;

/** What the bot shows when it is not asked about an article's text. */
final class Menu {
    static final List<String> COMMANDS = List.of("start", "articles", "new", "help", "language");

    /** On a button of the article list, in place of an article's name: all of them. */
    static final String ALL_ARTICLES = "all";

    /** On a button of the language list: that of the question. */
    static final String ANY_LANGUAGE = "any";

    /** A payload of {@code ?start=} has at most so many characters. */
    private static final int MAX_PAYLOAD_LENGTH = 64;

    private static final int MAX_ARTICLES = 10;

    private final Supplier<Library> library;
    private final ChatService conversations;

    Menu(Supplier<Library> library, ChatService conversations) {
        this.library = library;
        this.conversations = conversations;
    }

    static BotCommand[] commands(String language) {
        return COMMANDS.stream()
                .map(name -> new BotCommand(name, Messages.get(language, "telegram.command." + name)))
                .toArray(BotCommand[]::new);
    }

    /** What stands behind {@code ?start=} in a link to the bot, to speak about this article. */
    static String payload(Article article) {
        return article.id()
                .substring(0, Math.min(MAX_PAYLOAD_LENGTH, article.id().length()));
    }

    Optional<Article> article(String payload) {
        return library.get().articles().stream()
                .filter(article -> payload(article).equals(payload))
                .findFirst();
    }

    AnswerMessage welcome(String language) {
        List<Article> articles = library.get().articles();
        var suggestions = articles.stream()
                .flatMap(article -> conversations.suggestedQuestions(article).stream())
                .limit(3)
                .toList();
        return AnswerMessage.of(
                FormattedText.plain(Messages.get(language, "telegram.welcome")), new Keyboard().questions(suggestions));
    }

    AnswerMessage articleSelected(Article article, String language) {
        FormattedText words = FormattedText.styled(article.frontMatter().title(), Type.bold)
                .append("\n\n" + Messages.get(language, "telegram.about_article"));
        return AnswerMessage.of(words, new Keyboard().questions(conversations.suggestedQuestions(article)));
    }

    AnswerMessage articles(String language) {
        List<Article> newest = newest();
        if (newest.isEmpty()) {
            return AnswerMessage.of(Messages.get(language, "telegram.no_articles"));
        }
        FormattedText words = FormattedText.plain(Messages.get(language, "telegram.articles"));
        var keyboard = new Keyboard();
        for (Article article : newest) {
            String date = article.frontMatter()
                    .date()
                    .map(day -> " · " + Messages.formatDate(day, language))
                    .orElse("");
            words = words.append("\n\n")
                    .append(FormattedText.styled(article.frontMatter().title(), Type.bold))
                    .append(date);
            keyboard.row(Keyboard.button(article.frontMatter().title(), Keyboard.ARTICLE, article.version()));
        }
        return AnswerMessage.of(
                words,
                keyboard.row(Keyboard.button(
                        Messages.get(language, "telegram.all_articles"), Keyboard.ARTICLE, ALL_ARTICLES)));
    }

    /** The one whose version stands on a button. */
    Optional<Article> ofVersion(String version) {
        return library.get().articles().stream()
                .filter(article -> article.version().equals(version))
                .findFirst();
    }

    AnswerMessage languages(String language) {
        var keyboard = new Keyboard()
                .row(Messages.SUPPORTED_LANGUAGES.stream()
                        .map(code ->
                                Keyboard.button(Messages.get(code, "telegram.language_name"), Keyboard.LANGUAGE, code))
                        .toArray(InlineKeyboardButton[]::new))
                .row(Keyboard.button(Messages.get(language, "telegram.language_any"), Keyboard.LANGUAGE, ANY_LANGUAGE));
        return AnswerMessage.of(FormattedText.plain(Messages.get(language, "telegram.language")), keyboard);
    }

    private List<Article> newest() {
        return library.get().articles().stream()
                .sorted(Comparator.comparing((Article article) ->
                                article.frontMatter().date().orElse(LocalDate.MIN))
                        .reversed())
                .limit(MAX_ARTICLES)
                .toList();
    }
}
