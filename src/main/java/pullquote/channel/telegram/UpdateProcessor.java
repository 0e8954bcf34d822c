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
 * Stores each new update in the inbox and queues it for its chat. An update can be confirmed to Telegram as soon as it
 * is stored: updates that are unfinished when the process ends are processed after the next start.
 */
final class UpdateProcessor {
    private static final Logger log = LoggerFactory.getLogger(UpdateProcessor.class);

    private final UpdateInbox inbox;
    private final BotRequestHandler requestHandler;
    private final Limits limits;
    private final Clock clock;
    private final ExecutorService workers;
    private final ChatQueues queues;
    private final CompletableFuture<BotIdentity> identity = new CompletableFuture<>();
    /** Chats that were told that an update was dropped. A chat is removed once its queue is empty. */
    private final Set<Long> notifiedChats = ConcurrentHashMap.newKeySet();
    /** Chats that blocked the bot, until they write again. */
    private final Set<Long> blockedChats = ConcurrentHashMap.newKeySet();

    UpdateProcessor(
            UpdateInbox inbox, BotRequestHandler commandHandler, Limits limits, Clock clock, ExecutorService workers) {
        this.inbox = inbox;
        this.requestHandler = commandHandler;
        this.limits = limits;
        this.clock = clock;
        this.workers = workers;
        this.queues = new ChatQueues(workers, limits.maxQueuedPerChat(), limits.maxQueued());
    }

    /** Sets the bot's identity and starts processing. Updates accepted earlier wait for this. */
    void start(BotIdentity botIdentity) {
        identity.complete(botIdentity);
    }

    /** Queues the updates that were not finished before the last stop. */
    void resume() {
        try {
            for (InboxItem item : inbox.pending(Telegram.CHANNEL)) {
                Update update = BotUtils.parseUpdate(item.body());
                ChatRef.from(update).ifPresent(chatRef -> enqueue(item, update, chatRef));
            }
        } catch (StoreException e) {
            log.warn("Failed to load pending Telegram updates: {}. Check the database and restart.", e.getMessage());
        }
    }

    /**
     * Stores and queues an update. Ignores it if it is unreadable, not addressed to the bot, or a duplicate.
     *
     * @param body JSON as sent by Telegram
     * @throws StoreException if the update could not be stored and must be delivered again
     */
    void accept(String body) {
        Optional<Update> update = parseUpdate(body);
        if (update.isEmpty()) {
            log.warn("Ignored unreadable Telegram update of {} characters", body.length());
        }
        update.ifPresent(parsed -> accept(parsed, body));
    }

    private static Optional<Update> parseUpdate(String body) {
        try {
            return Optional.ofNullable(BotUtils.parseUpdate(body)).filter(update -> update.updateId() != null);
        } catch (JsonParseException | ArithmeticException | IllegalArgumentException | StackOverflowError e) {
            log.debug("Failed to parse Telegram update", e);
            return Optional.empty();
        }
    }

    private void accept(Update update, String body) {
        Optional<ChatRef> chatRef = ChatRef.from(update);
        BotIdentity botIdentity = identity.getNow(null);
        if (chatRef.isEmpty()
                || botIdentity != null && BotRequest.parse(update, botIdentity).isEmpty()) {
            return;
        }
        var item = new InboxItem(Telegram.CHANNEL, update.updateId(), body, clock.instant());
        if (inbox.add(item)) {
            if (update.myChatMember() == null) {
                blockedChats.remove(chatRef.get().chatId());
            }
            enqueue(item, update, chatRef.get());
        }
    }

    private void enqueue(InboxItem item, Update update, ChatRef chatRef) {
        if (isRating(update)) {
            // A rating sends no message, so it does not need to wait for its turn.
            execute(() -> process(item, update, chatRef));
            return;
        }
        if (queues.isIdle(chatRef.chatId())) {
            notifiedChats.remove(chatRef.chatId());
        }
        if (queues.submit(chatRef.chatId(), () -> process(item, update, chatRef))) {
            return;
        }
        log.info("Dropped update of chat {}: too many updates are queued", chatRef.chatId());
        markDone(item);
        if (notifiedChats.add(chatRef.chatId())) {
            execute(() -> runTask(chatRef, () -> requestHandler.sendMessage(chatRef, "telegram.busy")));
        }
    }

    private void execute(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException e) {
            log.debug("Task rejected: shutting down", e);
        }
    }

    private static boolean isRating(Update update) {
        String data =
                update.callbackQuery() == null ? null : update.callbackQuery().data();
        return data != null && (data.startsWith(Keyboard.RATE_UP + ":") || data.startsWith(Keyboard.RATE_DOWN + ":"));
    }

    private void process(InboxItem item, Update update, ChatRef chatRef) {
        if (blockedChats.contains(chatRef.chatId())) {
            markDone(item);
        } else if (item.receivedAt().plus(limits.updateLifetime()).isBefore(clock.instant())) {
            log.warn("Dropped update {}: it waited too long", item.id());
            markDone(item);
        } else if (runTask(chatRef, () -> {
            Optional<BotRequest> request = BotRequest.parse(update, identity.get());
            if (request.isPresent() && request.get() instanceof BotRequest.Blocked) {
                blockedChats.add(chatRef.chatId());
            } else if (request.isPresent()) {
                requestHandler.handle(request.get(), chatRef);
            }
        })) {
            markDone(item);
        }
    }

    /** Represents work that may fail to deliver a message. */
    private interface Task {
        void run() throws DeliveryException, InterruptedException, ExecutionException;
    }

    /** Runs the task. Returns true if it succeeded or failed for good, and false if shutdown interrupted it. */
    private boolean runTask(ChatRef chatRef, Task work) {
        try {
            work.run();
        } catch (DeliveryException e) {
            log.warn("Failed to send message to chat {}: {}", chatRef.chatId(), e.getMessage());
            if (e.reason() == DeliveryException.Reason.BLOCKED) {
                blockedChats.add(chatRef.chatId());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The bot identity is never completed with an exception", e);
        } catch (RuntimeException e) {
            log.error("Failed to process update of chat {}", chatRef.chatId(), e);
        }
        return true;
    }

    private void markDone(InboxItem item) {
        try {
            inbox.markDone(item.channel(), item.id());
        } catch (StoreException e) {
            log.warn(
                    "Failed to mark update {} as done: {}. It may be answered again after a restart.",
                    item.id(),
                    e.getMessage());
        }
    }
}
