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
import pullquote.channel.telegram.ChatStateStore.LastAnswer;
import pullquote.channel.telegram.ChatStateStore.Preferences;
import pullquote.conversation.ChatService;
import pullquote.conversation.Reply;
import pullquote.conversation.store.Rating;
import pullquote.query.InvalidQuestion;
import pullquote.query.Question;
import pullquote.text.Messages;

/** Handles requests to the bot: answers questions, runs commands and reacts to buttons. */
final class BotRequestHandler {
    private static final Logger log = LoggerFactory.getLogger(BotRequestHandler.class);

    private final ChatService chatService;
    private final Supplier<Library> library;
    private final Links links;
    private final ChatStateStore chatState;
    private final Menu menu;
    private final TelegramClient client;
    private final MessageSender messageSender;
    private final ScheduledExecutorService scheduler;
    private final Semaphore answerPermits;
    private final AtomicBoolean draftsSupported = new AtomicBoolean(true);

    BotRequestHandler(
            ChatService conversations,
            Supplier<Library> library,
            Links links,
            ChatStateStore preferences,
            TelegramClient client,
            ScheduledExecutorService clock,
            int maxConcurrentAnswers) {
        this.chatService = conversations;
        this.library = library;
        this.links = links;
        this.chatState = preferences;
        this.menu = new Menu(library, conversations);
        this.client = client;
        this.messageSender = new MessageSender(client);
        this.scheduler = clock;
        this.answerPermits = new Semaphore(maxConcurrentAnswers, true);
    }

    /**
     * Handles one request. The caller runs the requests of a chat one at a time.
     *
     * @throws DeliveryException if the response could not be delivered
     */
    void handle(BotRequest request, ChatRef chatRef) throws DeliveryException, InterruptedException {
        if (request instanceof BotRequest.Ask ask) {
            answerQuestion(ask, chatRef);
        } else if (request instanceof BotRequest.Command command) {
            messageSender.send(chatRef, runCommand(command, chatRef));
        } else if (request instanceof BotRequest.Callback callback) {
            handleCallback(callback, chatRef);
        } else if (request instanceof BotRequest.Unsupported) {
            sendMessage(chatRef, "telegram.text_only");
        }
    }

    /** Sends one of the bot's own messages, in the language of the user. */
    void sendMessage(ChatRef chatRef, String key) throws DeliveryException, InterruptedException {
        messageSender.send(chatRef, AnswerMessage.of(Messages.get(resolveLanguage(chatRef), key)));
    }

    private void answerQuestion(BotRequest.Ask ask, ChatRef chatRef) throws DeliveryException, InterruptedException {
        Optional<LastAnswer> previous = chatState.lastAnswer(chatRef);
        boolean isChanged =
                previous.isEmpty() || previous.get().question() != ask.text().hashCode();
        // Answer a new message once, and an edited one only if the original was answered and its text has changed.
        if (ask.isEdited() != previous.isPresent() || !isChanged) {
            return;
        }
        AnswerMessage answer = answer(ask.text(), chatRef, Optional.empty());
        List<Integer> messageIds = messageSender.send(
                chatRef, answer, previous.map(LastAnswer::messages).orElse(List.of()));
        chatState.saveLastAnswer(chatRef, new LastAnswer(ask.text().hashCode(), messageIds));
    }

    private AnswerMessage answer(String text, ChatRef chatRef, Optional<String> pressed) throws InterruptedException {
        Preferences choice = chatState.preferences(chatRef);
        Optional<String> article = Optional.ofNullable(choice.article())
                .filter(id -> library.get().article(id).isPresent());
        try (var typing = new TypingIndicator(chatRef, client, draftsSupported, scheduler)) {
            Question question = Question.of(text, Optional.ofNullable(choice.language()), article);
            Reply reply = answer(chatRef, question, typing);
            chatState.saveConversationId(chatRef, reply.conversationId());
            return AnswerMessage.of(reply, pressed, links);
        } catch (InvalidQuestion e) {
            boolean isTooLong = e.code().equals("question_too_long");
            String key = isTooLong ? "telegram.too_long" : "telegram.text_only";
            return AnswerMessage.of(Messages.get(resolveLanguage(chatRef), key, Question.MAX_LENGTH));
        } catch (RuntimeException e) {
            log.error("Failed to answer Telegram question", e);
            return AnswerMessage.of(Messages.get(resolveLanguage(chatRef), "telegram.failed"));
        }
    }

    private Reply answer(ChatRef chatRef, Question question, TypingIndicator typing) throws InterruptedException {
        answerPermits.acquire();
        try {
            return chatService.ask(Telegram.CHANNEL, chatState.conversationId(chatRef), question, typing);
        } finally {
            answerPermits.release();
        }
    }

    private AnswerMessage runCommand(BotRequest.Command command, ChatRef chatRef) {
        String language = resolveLanguage(chatRef);
        return switch (command.name()) {
            case "start" ->
                menu.findByPayload(command.argument())
                        .map(article -> selectArticle(article, chatRef))
                        .orElseGet(() -> {
                            chatState.savePreferences(
                                    chatRef,
                                    new Preferences(
                                            null, chatState.preferences(chatRef).language()));
                            return menu.welcome(language);
                        });
            case "articles" -> menu.articleList(language);
            case "new" -> {
                chatState.saveConversationId(chatRef, "");
                chatState.savePreferences(
                        chatRef,
                        new Preferences(null, chatState.preferences(chatRef).language()));
                yield AnswerMessage.of(Messages.get(language, "telegram.new"));
            }
            case "help" -> AnswerMessage.of(Messages.get(language, "telegram.help"));
            case "language" -> menu.languageList(language);
            default -> AnswerMessage.of(Messages.get(language, "telegram.unknown_command"));
        };
    }

    private AnswerMessage selectArticle(Article article, ChatRef chatRef) {
        chatState.savePreferences(
                chatRef,
                new Preferences(article.id(), chatState.preferences(chatRef).language()));
        return menu.articleSelected(article, resolveLanguage(chatRef));
    }

    private void handleCallback(BotRequest.Callback callback, ChatRef chatRef)
            throws DeliveryException, InterruptedException {
        String action = callback.data().replaceFirst(":.*", "");
        String argument = callback.data().replaceFirst("[^:]*:?", "");
        switch (action) {
            case Keyboard.RATE_UP -> acknowledge(callback, chatRef, rate(argument, Rating.UP));
            case Keyboard.RATE_DOWN -> acknowledge(callback, chatRef, rate(argument, Rating.DOWN));
            case Keyboard.ASK_QUESTION -> {
                acknowledge(callback, chatRef, callback.buttonLabel().isPresent() ? "" : "telegram.too_old");
                if (callback.buttonLabel().isPresent()) {
                    messageSender.send(chatRef, answer(callback.buttonLabel().get(), chatRef, callback.buttonLabel()));
                }
            }
            case Keyboard.SELECT_ARTICLE -> handleArticleChoice(callback, argument, chatRef);
            case Keyboard.SELECT_LANGUAGE -> {
                chatState.savePreferences(
                        chatRef,
                        new Preferences(
                                chatState.preferences(chatRef).article(),
                                Messages.SUPPORTED_LANGUAGES.contains(argument) ? argument : null));
                acknowledge(callback, chatRef, "");
                sendMessage(chatRef, "telegram.language_set");
            }
            default -> acknowledge(callback, chatRef, "telegram.too_old");
        }
    }

    private void handleArticleChoice(BotRequest.Callback callback, String version, ChatRef chatRef)
            throws DeliveryException, InterruptedException {
        if (version.equals(Menu.ALL_ARTICLES)) {
            chatState.savePreferences(
                    chatRef,
                    new Preferences(null, chatState.preferences(chatRef).language()));
            acknowledge(callback, chatRef, "");
            sendMessage(chatRef, "telegram.about_all");
            return;
        }
        Optional<Article> article = menu.findByVersion(version);
        acknowledge(callback, chatRef, article.isPresent() ? "" : "telegram.too_old");
        if (article.isPresent()) {
            messageSender.send(chatRef, selectArticle(article.get(), chatRef));
        }
    }

    private String rate(String answer, Rating rating) {
        return chatService.rate(Telegram.CHANNEL, answer, rating, Optional.empty())
                ? "telegram.rated"
                : "telegram.too_old";
    }

    /**
     * Acknowledges a button press to Telegram, which shows the text for a moment.
     *
     * @param key message key of the text; empty for no text
     */
    private void acknowledge(BotRequest.Callback callback, ChatRef chatRef, String key) {
        var acknowledgement = new AnswerCallbackQuery(callback.queryId());
        client.sendAsync(
                key.isEmpty() ? acknowledgement : acknowledgement.text(Messages.get(resolveLanguage(chatRef), key)));
    }

    private String resolveLanguage(ChatRef chatRef) {
        return Optional.ofNullable(chatState.preferences(chatRef).language())
                .or(chatRef::languageCode)
                .filter(Messages.SUPPORTED_LANGUAGES::contains)
                .orElse("en");
    }
}
