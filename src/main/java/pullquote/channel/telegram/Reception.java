package pullquote.channel.telegram;

import com.google.gson.JsonParseException;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.utility.BotUtils;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.conversation.Letter;
import pullquote.conversation.Mailbox;
import pullquote.conversation.MemoryFailure;

/**
 * Takes updates in: keeps each, once, and lets it stand in the line of its chat. Whoever brought it may go as soon as it
 * is kept. What is not done when the process ends is done after the next start.
 */
final class Reception {
    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final Mailbox mailbox;
    private final Desk desk;
    private final Limits limits;
    private final Clock clock;
    private final ExecutorService workers;
    private final Lines lines;
    private final CompletableFuture<Me> me = new CompletableFuture<>();
    /** Chats that have been told that they write too much. */
    private final Set<Long> told = ConcurrentHashMap.newKeySet();
    /** Chats that nobody can be written to in any more: until they write themselves. */
    private final Set<Long> gone = ConcurrentHashMap.newKeySet();

    Reception(Mailbox mailbox, Desk desk, Limits limits, Clock clock, ExecutorService workers) {
        this.mailbox = mailbox;
        this.desk = desk;
        this.limits = limits;
        this.clock = clock;
        this.workers = workers;
        this.lines = new Lines(workers, limits.waiting(), limits.waitingInAll());
    }

    /** From now on it is known who is meant by a name; until then, everything waits. */
    void open(Me known) {
        me.complete(known);
    }

    /** Takes up what was not done before the last stop. */
    void resume() {
        try {
            for (Letter letter : mailbox.waiting(Telegram.CHANNEL)) {
                Update update = BotUtils.parseUpdate(letter.body());
                Place.of(update).ifPresent(place -> queue(letter, update, place));
            }
        } catch (MemoryFailure e) {
            log.warn("What Telegram brought before the stop is not known: {}", e.getMessage());
        }
    }

    /**
     * Takes an update, if it can be read, is of a kind that is taken, and is new.
     *
     * @param body as Telegram wrote it
     * @throws MemoryFailure if it could not be kept: then it must be brought again
     */
    void take(String body) {
        Optional<Update> update = update(body);
        if (update.isEmpty()) {
            log.warn("Telegram brought an update that cannot be read, of {} characters", body.length());
        }
        update.ifPresent(one -> take(one, body));
    }

    private static Optional<Update> update(String body) {
        try {
            return Optional.ofNullable(BotUtils.parseUpdate(body)).filter(update -> update.updateId() != null);
        } catch (JsonParseException | ArithmeticException | IllegalArgumentException | StackOverflowError e) {
            log.debug("unreadable", e);
            return Optional.empty();
        }
    }

    private void take(Update update, String body) {
        Optional<Place> place = Place.of(update);
        Me known = me.getNow(null);
        if (place.isEmpty() || known != null && Errand.of(update, known).isEmpty()) {
            return;
        }
        var letter = new Letter(Telegram.CHANNEL, update.updateId(), body, clock.instant());
        if (mailbox.keep(letter)) {
            if (update.myChatMember() == null) {
                gone.remove(place.get().chat());
            }
            queue(letter, update, place.get());
        }
    }

    private void queue(Letter letter, Update update, Place place) {
        if (isRating(update)) {
            // Nothing is written for it, so that it need not wait until something else is.
            execute(() -> work(letter, update, place));
            return;
        }
        if (lines.isEmpty(place.chat())) {
            told.remove(place.chat());
        }
        if (lines.join(place.chat(), () -> work(letter, update, place))) {
            return;
        }
        log.info("Chat {} writes faster than it can be answered", place.chat());
        done(letter);
        if (told.add(place.chat())) {
            execute(() -> run(place, () -> desk.say(place, "telegram.busy")));
        }
    }

    private void execute(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException e) {
            log.debug("closed", e);
        }
    }

    private static boolean isRating(Update update) {
        String data =
                update.callbackQuery() == null ? null : update.callbackQuery().data();
        return data != null && (data.startsWith(Keyboard.UP + ":") || data.startsWith(Keyboard.DOWN + ":"));
    }

    private void work(Letter letter, Update update, Place place) {
        if (gone.contains(place.chat())) {
            done(letter);
        } else if (letter.at().plus(limits.lifetime()).isBefore(clock.instant())) {
            log.warn("Update {} has waited for too long, and is not answered", letter.id());
            done(letter);
        } else if (run(place, () -> {
            Optional<Errand> errand = Errand.of(update, me.get());
            if (errand.isPresent() && errand.get() instanceof Errand.Left) {
                gone.add(place.chat());
            } else if (errand.isPresent()) {
                desk.does(errand.get(), place);
            }
        })) {
            done(letter);
        }
    }

    /** Something to be done that may fail as writing to Telegram does. */
    private interface Work {
        void run() throws Undelivered, InterruptedException, ExecutionException;
    }

    /** Whether it is done with, for better or worse, and not only broken off by the end of the process. */
    private boolean run(Place place, Work work) {
        try {
            work.run();
        } catch (Undelivered e) {
            log.warn("Chat {} is not written to: {}", place.chat(), e.getMessage());
            if (e.kind() == Undelivered.Kind.NOBODY_THERE) {
                gone.add(place.chat());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes it with a failure", e);
        } catch (RuntimeException e) {
            log.error("An update of chat {} came to nothing", place.chat(), e);
        }
        return true;
    }

    private void done(Letter letter) {
        try {
            mailbox.done(letter.channel(), letter.id());
        } catch (MemoryFailure e) {
            log.warn("Update {} is done, but that is not kept: {}", letter.id(), e.getMessage());
        }
    }
}
