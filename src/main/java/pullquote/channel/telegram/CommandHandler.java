package pullquote.channel.telegram;

import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.channel.Links;
import pullquote.channel.telegram.ChatPreferences.Choice;
import pullquote.channel.telegram.ChatPreferences.LastAnswer;
import pullquote.conversation.ChatService;
import pullquote.conversation.Reply;
import pullquote.conversation.store.Rating;
import pullquote.query.InvalidQuestion;
import pullquote.query.Question;
import pullquote.text.Messages;

/** Handles requests to the bot: answers questions, runs commands and reacts to buttons. */
final class CommandHandler {
    private static final Logger log = LoggerFactory.getLogger(CommandHandler.class);

    private final ChatService conversations;
    private final Supplier<Library> library;
    private final Links links;
    private final ChatPreferences preferences;
    private final Menu menu;
    private final TelegramClient client;
    private final MessageSender messages;
    private final ScheduledExecutorService clock;
    private final Semaphore permits;
    private final AtomicBoolean hasDrafts = new AtomicBoolean(true);

    CommandHandler(
            ChatService conversations,
            Supplier<Library> library,
            Links links,
            ChatPreferences preferences,
            TelegramClient client,
            ScheduledExecutorService clock,
            int maxConcurrentAnswers) {
        this.conversations = conversations;
        this.library = library;
        this.links = links;
        this.preferences = preferences;
        this.menu = new Menu(library, conversations);
        this.client = client;
        this.messages = new MessageSender(client);
        this.clock = clock;
        this.permits = new Semaphore(maxConcurrentAnswers, true);
    }

    /**
     * Handles one request. The caller runs the requests of a chat one at a time.
     *
     * @throws DeliveryException if the response could not be delivered
     */
    void handle(BotRequest request, ChatRef chatRef) throws DeliveryException, InterruptedException {
        if (request instanceof BotRequest.Ask ask) {
            answer(ask, chatRef);
        } else if (request instanceof BotRequest.Command command) {
            messages.send(chatRef, command(command, chatRef));
        } else if (request instanceof BotRequest.Callback callback) {
            handleCallback(callback, chatRef);
        } else if (request instanceof BotRequest.Unsupported) {
            sendMessage(chatRef, "telegram.text_only");
        }
    }

    /** Sends one of the bot's own messages, in the language of the user. */
    void sendMessage(ChatRef chatRef, String key) throws DeliveryException, InterruptedException {
        messages.send(chatRef, AnswerMessage.of(Messages.get(language(chatRef), key)));
    }

    private void answer(BotRequest.Ask ask, ChatRef chatRef) throws DeliveryException, InterruptedException {
        Optional<LastAnswer> previous = preferences.lastAnswer(chatRef);
        boolean isChanged =
                previous.isEmpty() || previous.get().question() != ask.text().hashCode();
        // Answer a new message once, and an edited one only if the original was answered and its text has changed.
        if (ask.isEdited() != previous.isPresent() || !isChanged) {
            return;
        }
        AnswerMessage answer = answer(ask.text(), chatRef, Optional.empty());
        List<Integer> messageIds = messages.send(
                chatRef, answer, previous.map(LastAnswer::messages).orElse(List.of()));
        preferences.lastAnswer(chatRef, new LastAnswer(ask.text().hashCode(), messageIds));
    }

    private AnswerMessage answer(String text, ChatRef chatRef, Optional<String> pressed) throws InterruptedException {
        Choice choice = preferences.choice(chatRef);
        Optional<String> article = Optional.ofNullable(choice.article())
                .filter(id -> library.get().article(id).isPresent());
        try (var typing = new TypingIndicator(chatRef, client, hasDrafts, clock)) {
            Question question = Question.of(text, Optional.ofNullable(choice.language()), article);
            Reply reply = answer(chatRef, question, typing);
            preferences.conversation(chatRef, reply.conversationId());
            return AnswerMessage.of(reply, pressed, links);
        } catch (InvalidQuestion e) {
            boolean isTooLong = e.code().equals("question_too_long");
            String key = isTooLong ? "telegram.too_long" : "telegram.text_only";
            return AnswerMessage.of(Messages.get(language(chatRef), key, Question.MAX_LENGTH));
        } catch (RuntimeException e) {
            log.error("Failed to answer Telegram question", e);
            return AnswerMessage.of(Messages.get(language(chatRef), "telegram.failed"));
        }
    }

    private Reply answer(ChatRef chatRef, Question question, TypingIndicator typing) throws InterruptedException {
        permits.acquire();
        try {
            return conversations.ask(Telegram.CHANNEL, preferences.conversation(chatRef), question, typing);
        } finally {
            permits.release();
        }
    }

    private AnswerMessage command(BotRequest.Command command, ChatRef chatRef) {
        String language = language(chatRef);
        return switch (command.name()) {
            case "start" ->
                menu.article(command.argument())
                        .map(article -> selectArticle(article, chatRef))
                        .orElseGet(() -> {
                            preferences.saveChoice(
                                    chatRef,
                                    new Choice(null, preferences.choice(chatRef).language()));
                            return menu.welcome(language);
                        });
            case "articles" -> menu.articles(language);
            case "new" -> {
                preferences.conversation(chatRef, "");
                preferences.saveChoice(
                        chatRef, new Choice(null, preferences.choice(chatRef).language()));
                yield AnswerMessage.of(Messages.get(language, "telegram.new"));
            }
            case "help" -> AnswerMessage.of(Messages.get(language, "telegram.help"));
            case "language" -> menu.languages(language);
            default -> AnswerMessage.of(Messages.get(language, "telegram.unknown_command"));
        };
    }

    private AnswerMessage selectArticle(Article article, ChatRef chatRef) {
        preferences.saveChoice(
                chatRef, new Choice(article.id(), preferences.choice(chatRef).language()));
        return menu.articleSelected(article, language(chatRef));
    }

    private void handleCallback(BotRequest.Callback callback, ChatRef chatRef)
            throws DeliveryException, InterruptedException {
        String action = callback.data().replaceFirst(":.*", "");
        String argument = callback.data().replaceFirst("[^:]*:?", "");
        switch (action) {
            case Keyboard.UP -> setPreference(callback, chatRef, rate(argument, Rating.UP));
            case Keyboard.DOWN -> setPreference(callback, chatRef, rate(argument, Rating.DOWN));
            case Keyboard.ASK_AGAIN -> {
                setPreference(callback, chatRef, callback.label().isPresent() ? "" : "telegram.too_old");
                if (callback.label().isPresent()) {
                    messages.send(chatRef, answer(callback.label().get(), chatRef, callback.label()));
                }
            }
            case Keyboard.ARTICLE -> chooseArticle(callback, argument, chatRef);
            case Keyboard.LANGUAGE -> {
                preferences.saveChoice(
                        chatRef,
                        new Choice(
                                preferences.choice(chatRef).article(),
                                Messages.SUPPORTED_LANGUAGES.contains(argument) ? argument : null));
                setPreference(callback, chatRef, "");
                sendMessage(chatRef, "telegram.language_set");
            }
            default -> setPreference(callback, chatRef, "telegram.too_old");
        }
    }

    private void chooseArticle(BotRequest.Callback callback, String version, ChatRef chatRef)
            throws DeliveryException, InterruptedException {
        if (version.equals(Menu.ALL_ARTICLES)) {
            preferences.saveChoice(
                    chatRef, new Choice(null, preferences.choice(chatRef).language()));
            setPreference(callback, chatRef, "");
            sendMessage(chatRef, "telegram.about_all");
            return;
        }
        Optional<Article> article = menu.ofVersion(version);
        setPreference(callback, chatRef, article.isPresent() ? "" : "telegram.too_old");
        if (article.isPresent()) {
            messages.send(chatRef, selectArticle(article.get(), chatRef));
        }
    }

    private String rate(String answer, Rating rating) {
        return conversations.rate(Telegram.CHANNEL, answer, rating, Optional.empty())
                ? "telegram.rated"
                : "telegram.too_old";
    }

    /**
     * Acknowledges a button press to Telegram, which shows the text for a moment.
     *
     * @param key message key of the text; empty for no text
     */
    private void setPreference(BotRequest.Callback callback, ChatRef chatRef, String key) {
        var acknowledgement = new AnswerCallbackQuery(callback.query());
        client.sendOptional(
                key.isEmpty() ? acknowledgement : acknowledgement.text(Messages.get(language(chatRef), key)));
    }

    private String language(ChatRef chatRef) {
        return Optional.ofNullable(preferences.choice(chatRef).language())
                .or(chatRef::language)
                .filter(Messages.SUPPORTED_LANGUAGES::contains)
                .orElse("en");
    }
}
