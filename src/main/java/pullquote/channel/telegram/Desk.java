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
import pullquote.answer.InvalidQuestion;
import pullquote.answer.Messages;
import pullquote.answer.Question;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.channel.Links;
import pullquote.channel.telegram.Notes.Choice;
import pullquote.channel.telegram.Notes.Said;
import pullquote.conversation.Conversations;
import pullquote.conversation.Rating;
import pullquote.conversation.Reply;

/** Does what is wanted of the bot, one errand at a time in each chat. */
final class Desk {
    private static final Logger log = LoggerFactory.getLogger(Desk.class);

    private final Conversations conversations;
    private final Supplier<Library> library;
    private final Links links;
    private final Notes notes;
    private final Menu menu;
    private final Sender sender;
    private final Delivery delivery;
    private final ScheduledExecutorService clock;
    private final Semaphore seats;
    private final AtomicBoolean hasDrafts = new AtomicBoolean(true);

    Desk(
            Conversations conversations,
            Supplier<Library> library,
            Links links,
            Notes notes,
            Sender sender,
            ScheduledExecutorService clock,
            int atOnce) {
        this.conversations = conversations;
        this.library = library;
        this.links = links;
        this.notes = notes;
        this.menu = new Menu(library, conversations);
        this.sender = sender;
        this.delivery = new Delivery(sender);
        this.clock = clock;
        this.seats = new Semaphore(atOnce, true);
    }

    /** @throws Undelivered if what it comes to did not get there */
    void does(Errand errand, Place place) throws Undelivered, InterruptedException {
        if (errand instanceof Errand.Ask ask) {
            answer(ask, place);
        } else if (errand instanceof Errand.Command command) {
            delivery.send(place, command(command, place));
        } else if (errand instanceof Errand.Press press) {
            pressed(press, place);
        } else if (errand instanceof Errand.Unreadable) {
            say(place, "telegram.text_only");
        }
    }

    /** Says one of our own sentences, in the language of whoever is there. */
    void say(Place place, String key) throws Undelivered, InterruptedException {
        delivery.send(place, Card.of(Messages.in(language(place), key)));
    }

    private void answer(Errand.Ask ask, Place place) throws Undelivered, InterruptedException {
        Optional<Said> before = notes.said(place);
        boolean isNews =
                before.isEmpty() || before.get().question() != ask.text().hashCode();
        // Of what was never answered, an edit is none; and what was answered is not answered again unless it was
        // edited.
        if (ask.isEdited() != before.isPresent() || !isNews) {
            return;
        }
        Card card = ask(ask.text(), place, Optional.empty());
        List<Integer> messages =
                delivery.send(place, card, before.map(Said::messages).orElse(List.of()));
        notes.said(place, new Said(ask.text().hashCode(), messages));
    }

    private Card ask(String text, Place place, Optional<String> pressed) throws InterruptedException {
        Choice choice = notes.choice(place);
        Optional<String> article = Optional.ofNullable(choice.article())
                .filter(id -> library.get().article(id).isPresent());
        try (var company = new Company(place, sender, hasDrafts, clock)) {
            Question question = Question.of(text, Optional.ofNullable(choice.language()), article);
            Reply reply = ask(place, question, company);
            notes.conversation(place, reply.conversationId());
            return Card.of(reply, pressed, links);
        } catch (InvalidQuestion e) {
            boolean isTooLong = e.code().equals("question_too_long");
            String key = isTooLong ? "telegram.too_long" : "telegram.text_only";
            return Card.of(Messages.in(language(place), key, Question.MAX_LENGTH));
        } catch (RuntimeException e) {
            log.error("A question from Telegram is not answered", e);
            return Card.of(Messages.in(language(place), "telegram.failed"));
        }
    }

    private Reply ask(Place place, Question question, Company company) throws InterruptedException {
        seats.acquire();
        try {
            return conversations.ask(Telegram.CHANNEL, notes.conversation(place), question, company);
        } finally {
            seats.release();
        }
    }

    private Card command(Errand.Command command, Place place) {
        String language = language(place);
        return switch (command.name()) {
            case "start" ->
                menu.article(command.argument())
                        .map(article -> about(article, place))
                        .orElseGet(() -> {
                            notes.choose(
                                    place, new Choice(null, notes.choice(place).language()));
                            return menu.welcome(language);
                        });
            case "articles" -> menu.articles(language);
            case "new" -> {
                notes.conversation(place, "");
                notes.choose(place, new Choice(null, notes.choice(place).language()));
                yield Card.of(Messages.in(language, "telegram.new"));
            }
            case "help" -> Card.of(Messages.in(language, "telegram.help"));
            case "language" -> menu.languages(language);
            default -> Card.of(Messages.in(language, "telegram.unknown_command"));
        };
    }

    private Card about(Article article, Place place) {
        notes.choose(place, new Choice(article.id(), notes.choice(place).language()));
        return menu.about(article, language(place));
    }

    private void pressed(Errand.Press press, Place place) throws Undelivered, InterruptedException {
        String word = press.data().replaceFirst(":.*", "");
        String about = press.data().replaceFirst("[^:]*:?", "");
        switch (word) {
            case Keyboard.UP -> hear(press, place, rate(about, Rating.UP));
            case Keyboard.DOWN -> hear(press, place, rate(about, Rating.DOWN));
            case Keyboard.ASK -> {
                hear(press, place, press.label().isPresent() ? "" : "telegram.too_old");
                if (press.label().isPresent()) {
                    delivery.send(place, ask(press.label().get(), place, press.label()));
                }
            }
            case Keyboard.ARTICLE -> chooseArticle(press, about, place);
            case Keyboard.LANGUAGE -> {
                notes.choose(
                        place,
                        new Choice(notes.choice(place).article(), Messages.LANGUAGES.contains(about) ? about : null));
                hear(press, place, "");
                say(place, "telegram.language_set");
            }
            default -> hear(press, place, "telegram.too_old");
        }
    }

    private void chooseArticle(Errand.Press press, String version, Place place)
            throws Undelivered, InterruptedException {
        if (version.equals(Menu.ALL)) {
            notes.choose(place, new Choice(null, notes.choice(place).language()));
            hear(press, place, "");
            say(place, "telegram.about_all");
            return;
        }
        Optional<Article> article = menu.ofVersion(version);
        hear(press, place, article.isPresent() ? "" : "telegram.too_old");
        if (article.isPresent()) {
            delivery.send(place, about(article.get(), place));
        }
    }

    private String rate(String answer, Rating rating) {
        return conversations.rate(Telegram.CHANNEL, answer, rating, Optional.empty())
                ? "telegram.rated"
                : "telegram.too_old";
    }

    /** Lets Telegram know that a press was heard; what is said is shown for a moment. @param key nothing if empty */
    private void hear(Errand.Press press, Place place, String key) {
        var heard = new AnswerCallbackQuery(press.query());
        sender.mention(key.isEmpty() ? heard : heard.text(Messages.in(language(place), key)));
    }

    private String language(Place place) {
        return Optional.ofNullable(notes.choice(place).language())
                .or(place::language)
                .filter(Messages.LANGUAGES::contains)
                .orElse("en");
    }
}
