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
import pullquote.channel.telegram.inbox.InboxItem;
import pullquote.channel.telegram.inbox.UpdateInbox;
import pullquote.conversation.store.StoreException;

/**
 * Takes updates in: keeps each, once, and lets it stand in the line of its chat. Whoever brought it may go as soon as it
 * is kept. What is not done when the process ends is done after the next start.
 */
final class UpdateProcessor {
    private static final Logger log = LoggerFactory.getLogger(UpdateProcessor.class);

    private final UpdateInbox inbox;
    private final CommandHandler commandHandler;
    private final Limits limits;
    private final Clock clock;
    private final ExecutorService workers;
    private final ChatQueues queues;
    private final CompletableFuture<BotIdentity> identity = new CompletableFuture<>();
    /** Chats that have been told that they write too much. */
    private final Set<Long> notifiedChats = ConcurrentHashMap.newKeySet();
    /** Chats that nobody can be written to in any more: until they write themselves. */
    private final Set<Long> blockedChats = ConcurrentHashMap.newKeySet();

    UpdateProcessor(UpdateInbox mailbox, CommandHandler desk, Limits limits, Clock clock, ExecutorService workers) {
        this.inbox = mailbox;
        this.commandHandler = desk;
        this.limits = limits;
        this.clock = clock;
        this.workers = workers;
        this.queues = new ChatQueues(workers, limits.maxQueuedPerChat(), limits.maxQueued());
    }

    /** From now on it is known who is meant by a name; until then, everything waits. */
    void start(BotIdentity known) {
        identity.complete(known);
    }

    /** Takes up what was not done before the last stop. */
    void resume() {
        try {
            for (InboxItem letter : inbox.pending(Telegram.CHANNEL)) {
                Update update = BotUtils.parseUpdate(letter.body());
                ChatRef.from(update).ifPresent(place -> queue(letter, update, place));
            }
        } catch (StoreException e) {
            log.warn("What Telegram brought before the stop is not known: {}", e.getMessage());
        }
    }

    /**
     * Takes an update, if it can be read, is of a kind that is taken, and is new.
     *
     * @param body as Telegram wrote it
     * @throws StoreException if it could not be kept: then it must be brought again
     */
    void accept(String body) {
        Optional<Update> update = update(body);
        if (update.isEmpty()) {
            log.warn("Telegram brought an update that cannot be read, of {} characters", body.length());
        }
        update.ifPresent(one -> accept(one, body));
    }

    private static Optional<Update> update(String body) {
        try {
            return Optional.ofNullable(BotUtils.parseUpdate(body)).filter(update -> update.updateId() != null);
        } catch (JsonParseException | ArithmeticException | IllegalArgumentException | StackOverflowError e) {
            log.debug("unreadable", e);
            return Optional.empty();
        }
    }

    private void accept(Update update, String body) {
        Optional<ChatRef> place = ChatRef.from(update);
        BotIdentity known = identity.getNow(null);
        if (place.isEmpty() || known != null && BotRequest.parse(update, known).isEmpty()) {
            return;
        }
        var letter = new InboxItem(Telegram.CHANNEL, update.updateId(), body, clock.instant());
        if (inbox.add(letter)) {
            if (update.myChatMember() == null) {
                blockedChats.remove(place.get().chat());
            }
            queue(letter, update, place.get());
        }
    }

    private void queue(InboxItem letter, Update update, ChatRef place) {
        if (isRating(update)) {
            // Nothing is written for it, so that it need not wait until something else is.
            execute(() -> process(letter, update, place));
            return;
        }
        if (queues.isEmpty(place.chat())) {
            notifiedChats.remove(place.chat());
        }
        if (queues.submit(place.chat(), () -> process(letter, update, place))) {
            return;
        }
        log.info("Chat {} writes faster than it can be answered", place.chat());
        markDone(letter);
        if (notifiedChats.add(place.chat())) {
            execute(() -> run(place, () -> commandHandler.sendMessage(place, "telegram.busy")));
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

    private void process(InboxItem letter, Update update, ChatRef place) {
        if (blockedChats.contains(place.chat())) {
            markDone(letter);
        } else if (letter.receivedAt().plus(limits.updateLifetime()).isBefore(clock.instant())) {
            log.warn("Update {} has waited for too long, and is not answered", letter.id());
            markDone(letter);
        } else if (run(place, () -> {
            Optional<BotRequest> errand = BotRequest.parse(update, identity.get());
            if (errand.isPresent() && errand.get() instanceof BotRequest.Blocked) {
                blockedChats.add(place.chat());
            } else if (errand.isPresent()) {
                commandHandler.handle(errand.get(), place);
            }
        })) {
            markDone(letter);
        }
    }

    /** Something to be done that may fail as writing to Telegram does. */
    private interface Task {
        void run() throws DeliveryException, InterruptedException, ExecutionException;
    }

    /** Whether it is done with, for better or worse, and not only broken off by the end of the process. */
    private boolean run(ChatRef place, Task work) {
        try {
            work.run();
        } catch (DeliveryException e) {
            log.warn("Chat {} is not written to: {}", place.chat(), e.getMessage());
            if (e.kind() == DeliveryException.Kind.BLOCKED) {
                blockedChats.add(place.chat());
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

    private void markDone(InboxItem letter) {
        try {
            inbox.markDone(letter.channel(), letter.id());
        } catch (StoreException e) {
            log.warn("Update {} is done, but that is not kept: {}", letter.id(), e.getMessage());
        }
    }
}
