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

/** Builds the messages for commands and buttons: greeting, article list and language choice. */
final class Menu {
    static final List<String> COMMAND_NAMES = List.of("start", "articles", "new", "help", "language");

    /** Button argument in the article list that selects all articles, in place of an article version. */
    static final String ALL_ARTICLES = "all";

    /** Button argument in the language list that selects the language of the question. */
    static final String ANY_LANGUAGE = "any";

    /** Maximum length of a {@code ?start=} payload that Telegram accepts, in characters; longer article ids are cut. */
    private static final int MAX_PAYLOAD_LENGTH = 64;

    /** Number of articles in the list; older ones are left out. */
    private static final int MAX_ARTICLES = 10;

    private final Supplier<Library> library;
    private final ChatService chatService;

    Menu(Supplier<Library> library, ChatService conversations) {
        this.library = library;
        this.chatService = conversations;
    }

    static BotCommand[] botCommands(String language) {
        return COMMAND_NAMES.stream()
                .map(name -> new BotCommand(name, Messages.get(language, "telegram.command." + name)))
                .toArray(BotCommand[]::new);
    }

    /** Returns the {@code ?start=} payload of a link to the bot that selects this article. */
    static String startPayload(Article article) {
        return article.id()
                .substring(0, Math.min(MAX_PAYLOAD_LENGTH, article.id().length()));
    }

    /** Returns the article with this {@code ?start=} payload. */
    Optional<Article> findByPayload(String payload) {
        return library.get().articles().stream()
                .filter(article -> startPayload(article).equals(payload))
                .findFirst();
    }

    AnswerMessage welcome(String language) {
        List<Article> articles = library.get().articles();
        var suggestions = articles.stream()
                .flatMap(article -> chatService.suggestedQuestions(article).stream())
                .limit(3)
                .toList();
        return AnswerMessage.of(
                FormattedText.plain(Messages.get(language, "telegram.welcome")),
                new Keyboard().addQuestions(suggestions));
    }

    AnswerMessage articleSelected(Article article, String language) {
        FormattedText text = FormattedText.styled(article.frontMatter().title(), Type.bold)
                .append("\n\n" + Messages.get(language, "telegram.about_article"));
        return AnswerMessage.of(text, new Keyboard().addQuestions(chatService.suggestedQuestions(article)));
    }

    AnswerMessage articleList(String language) {
        List<Article> newest = newestArticles();
        if (newest.isEmpty()) {
            return AnswerMessage.of(Messages.get(language, "telegram.no_articles"));
        }
        FormattedText text = FormattedText.plain(Messages.get(language, "telegram.articles"));
        var keyboard = new Keyboard();
        for (Article article : newest) {
            String date = article.frontMatter()
                    .date()
                    .map(day -> " · " + Messages.formatDate(day, language))
                    .orElse("");
            text = text.append("\n\n")
                    .append(FormattedText.styled(article.frontMatter().title(), Type.bold))
                    .append(date);
            keyboard.addRow(
                    Keyboard.callbackButton(article.frontMatter().title(), Keyboard.SELECT_ARTICLE, article.version()));
        }
        return AnswerMessage.of(
                text,
                keyboard.addRow(Keyboard.callbackButton(
                        Messages.get(language, "telegram.all_articles"), Keyboard.SELECT_ARTICLE, ALL_ARTICLES)));
    }

    /** Returns the article with this version, which is the argument of its button. */
    Optional<Article> findByVersion(String version) {
        return library.get().articles().stream()
                .filter(article -> article.version().equals(version))
                .findFirst();
    }

    AnswerMessage languageList(String language) {
        var keyboard = new Keyboard()
                .addRow(Messages.SUPPORTED_LANGUAGES.stream()
                        .map(code -> Keyboard.callbackButton(
                                Messages.get(code, "telegram.language_name"), Keyboard.SELECT_LANGUAGE, code))
                        .toArray(InlineKeyboardButton[]::new))
                .addRow(Keyboard.callbackButton(
                        Messages.get(language, "telegram.language_any"), Keyboard.SELECT_LANGUAGE, ANY_LANGUAGE));
        return AnswerMessage.of(FormattedText.plain(Messages.get(language, "telegram.language")), keyboard);
    }

    private List<Article> newestArticles() {
        return library.get().articles().stream()
                .sorted(Comparator.comparing((Article article) ->
                                article.frontMatter().date().orElse(LocalDate.MIN))
                        .reversed())
                .limit(MAX_ARTICLES)
                .toList();
    }
}
