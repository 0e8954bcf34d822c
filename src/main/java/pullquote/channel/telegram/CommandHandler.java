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

/** Does what is wanted of the bot, one errand at a time in each chat. */
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
            ChatPreferences notes,
            TelegramClient sender,
            ScheduledExecutorService clock,
            int atOnce) {
        this.conversations = conversations;
        this.library = library;
        this.links = links;
        this.preferences = notes;
        this.menu = new Menu(library, conversations);
        this.client = sender;
        this.messages = new MessageSender(sender);
        this.clock = clock;
        this.permits = new Semaphore(atOnce, true);
    }

    /** @throws DeliveryException if what it comes to did not get there */
    void handle(BotRequest errand, ChatRef place) throws DeliveryException, InterruptedException {
        if (errand instanceof BotRequest.Ask ask) {
            answer(ask, place);
        } else if (errand instanceof BotRequest.Command command) {
            messages.send(place, command(command, place));
        } else if (errand instanceof BotRequest.Callback press) {
            handleCallback(press, place);
        } else if (errand instanceof BotRequest.Unsupported) {
            sendMessage(place, "telegram.text_only");
        }
    }

    /** Says one of our own sentences, in the language of whoever is there. */
    void sendMessage(ChatRef place, String key) throws DeliveryException, InterruptedException {
        messages.send(place, AnswerMessage.of(Messages.get(language(place), key)));
    }

    private void answer(BotRequest.Ask ask, ChatRef place) throws DeliveryException, InterruptedException {
        Optional<LastAnswer> before = preferences.lastAnswer(place);
        boolean isNews =
                before.isEmpty() || before.get().question() != ask.text().hashCode();
        // Of what was never answered, an edit is none; and what was answered is not answered again unless it was
        // edited.
        if (ask.isEdited() != before.isPresent() || !isNews) {
            return;
        }
        AnswerMessage card = answer(ask.text(), place, Optional.empty());
        List<Integer> messages =
                this.messages.send(place, card, before.map(LastAnswer::messages).orElse(List.of()));
        preferences.lastAnswer(place, new LastAnswer(ask.text().hashCode(), messages));
    }

    private AnswerMessage answer(String text, ChatRef place, Optional<String> pressed) throws InterruptedException {
        Choice choice = preferences.choice(place);
        Optional<String> article = Optional.ofNullable(choice.article())
                .filter(id -> library.get().article(id).isPresent());
        try (var company = new TypingIndicator(place, client, hasDrafts, clock)) {
            Question question = Question.of(text, Optional.ofNullable(choice.language()), article);
            Reply reply = answer(place, question, company);
            preferences.conversation(place, reply.conversationId());
            return AnswerMessage.of(reply, pressed, links);
        } catch (InvalidQuestion e) {
            boolean isTooLong = e.code().equals("question_too_long");
            String key = isTooLong ? "telegram.too_long" : "telegram.text_only";
            return AnswerMessage.of(Messages.get(language(place), key, Question.MAX_LENGTH));
        } catch (RuntimeException e) {
            log.error("A question from Telegram is not answered", e);
            return AnswerMessage.of(Messages.get(language(place), "telegram.failed"));
        }
    }

    private Reply answer(ChatRef place, Question question, TypingIndicator company) throws InterruptedException {
        permits.acquire();
        try {
            return conversations.ask(Telegram.CHANNEL, preferences.conversation(place), question, company);
        } finally {
            permits.release();
        }
    }

    private AnswerMessage command(BotRequest.Command command, ChatRef place) {
        String language = language(place);
        return switch (command.name()) {
            case "start" ->
                menu.article(command.argument())
                        .map(article -> selectArticle(article, place))
                        .orElseGet(() -> {
                            preferences.saveChoice(
                                    place,
                                    new Choice(null, preferences.choice(place).language()));
                            return menu.welcome(language);
                        });
            case "articles" -> menu.articles(language);
            case "new" -> {
                preferences.conversation(place, "");
                preferences.saveChoice(
                        place, new Choice(null, preferences.choice(place).language()));
                yield AnswerMessage.of(Messages.get(language, "telegram.new"));
            }
            case "help" -> AnswerMessage.of(Messages.get(language, "telegram.help"));
            case "language" -> menu.languages(language);
            default -> AnswerMessage.of(Messages.get(language, "telegram.unknown_command"));
        };
    }

    private AnswerMessage selectArticle(Article article, ChatRef place) {
        preferences.saveChoice(
                place, new Choice(article.id(), preferences.choice(place).language()));
        return menu.articleSelected(article, language(place));
    }

    private void handleCallback(BotRequest.Callback press, ChatRef place)
            throws DeliveryException, InterruptedException {
        String word = press.data().replaceFirst(":.*", "");
        String about = press.data().replaceFirst("[^:]*:?", "");
        switch (word) {
            case Keyboard.UP -> setPreference(press, place, rate(about, Rating.UP));
            case Keyboard.DOWN -> setPreference(press, place, rate(about, Rating.DOWN));
            case Keyboard.ASK_AGAIN -> {
                setPreference(press, place, press.label().isPresent() ? "" : "telegram.too_old");
                if (press.label().isPresent()) {
                    messages.send(place, answer(press.label().get(), place, press.label()));
                }
            }
            case Keyboard.ARTICLE -> chooseArticle(press, about, place);
            case Keyboard.LANGUAGE -> {
                preferences.saveChoice(
                        place,
                        new Choice(
                                preferences.choice(place).article(),
                                Messages.SUPPORTED_LANGUAGES.contains(about) ? about : null));
                setPreference(press, place, "");
                sendMessage(place, "telegram.language_set");
            }
            default -> setPreference(press, place, "telegram.too_old");
        }
    }

    private void chooseArticle(BotRequest.Callback press, String version, ChatRef place)
            throws DeliveryException, InterruptedException {
        if (version.equals(Menu.ALL_ARTICLES)) {
            preferences.saveChoice(
                    place, new Choice(null, preferences.choice(place).language()));
            setPreference(press, place, "");
            sendMessage(place, "telegram.about_all");
            return;
        }
        Optional<Article> article = menu.ofVersion(version);
        setPreference(press, place, article.isPresent() ? "" : "telegram.too_old");
        if (article.isPresent()) {
            messages.send(place, selectArticle(article.get(), place));
        }
    }

    private String rate(String answer, Rating rating) {
        return conversations.rate(Telegram.CHANNEL, answer, rating, Optional.empty())
                ? "telegram.rated"
                : "telegram.too_old";
    }

    /** Lets Telegram know that a press was heard; what is said is shown for a moment. @param key nothing if empty */
    private void setPreference(BotRequest.Callback press, ChatRef place, String key) {
        var heard = new AnswerCallbackQuery(press.query());
        client.sendOptional(key.isEmpty() ? heard : heard.text(Messages.get(language(place), key)));
    }

    private String language(ChatRef place) {
        return Optional.ofNullable(preferences.choice(place).language())
                .or(place::language)
                .filter(Messages.SUPPORTED_LANGUAGES::contains)
                .orElse("en");
    }
}
