package pullquote.conversation.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.answer.HealthStatus;
import pullquote.query.Turn;

/**
 * Falls back to in-memory storage while the database is unavailable, and writes to the database what was missed when it
 * is available again. After a failure the database is not called for a while, so that requests do not wait for it.
 */
public final class FallbackConversationStore implements ConversationStore {
    private static final Logger log = LoggerFactory.getLogger(FallbackConversationStore.class);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(10);
    private static final Duration LOG_INTERVAL = Duration.ofMinutes(10);
    /** The oldest pending writes are dropped above this number. */
    private static final int MAX_PENDING_WRITES = 1_000;

    private final ConversationStore primary;
    private final ConversationStore fallback = new InMemoryConversationStore();
    private final Queue<Consumer<ConversationStore>> pendingWrites = new ArrayDeque<>();
    private final Clock clock;
    private final Duration retryDelay;
    private final CleanupTask cleanupTask;

    private HealthStatus health;
    private long lastFailureNanos;
    private long lastLoggedNanos;

    /** Wraps a store and starts the cleanup. Closing the result closes the wrapped store too. */
    public static FallbackConversationStore wrap(ConversationStore primary, Clock clock) {
        var store = new FallbackConversationStore(primary, clock, RETRY_DELAY);
        store.cleanupTask.start();
        return store;
    }

    /** @param retryDelay how long the primary store is not called after a failure */
    FallbackConversationStore(ConversationStore primary, Clock clock, Duration retryDelay) {
        this.primary = primary;
        this.clock = clock;
        this.retryDelay = retryDelay;
        this.cleanupTask = new CleanupTask(this, clock);
        this.health = new HealthStatus(HealthStatus.State.OK, Optional.of(clock.instant()), Optional.empty(), false);
    }

    @Override
    public List<Turn> loadTurns(ConversationKey conversation, Instant since) {
        return tryPrimary(() -> primary.loadTurns(conversation, since))
                .orElseGet(() -> fallback.loadTurns(conversation, since));
    }

    @Override
    public void append(ConversationKey conversation, Turn turn) {
        fallback.append(conversation, turn);
        boolean isStored = tryPrimary(() -> {
                    primary.append(conversation, turn);
                    return true;
                })
                .orElse(false);
        if (!isStored) {
            queueWrite(store -> store.append(conversation, turn));
        }
    }

    @Override
    public boolean saveFeedback(Feedback feedback) {
        return tryPrimary(() -> primary.saveFeedback(feedback)).orElseGet(() -> saveFeedbackLater(feedback));
    }

    private boolean saveFeedbackLater(Feedback feedback) {
        boolean isKnown = fallback.saveFeedback(feedback);
        if (isKnown) {
            queueWrite(store -> store.saveFeedback(feedback));
        }
        return isKnown;
    }

    @Override
    public void deleteExpired(Instant before) {
        fallback.deleteExpired(before);
        tryPrimary(() -> {
            primary.deleteExpired(before);
            return true;
        });
    }

    @Override
    public synchronized Optional<HealthStatus> health() {
        return Optional.of(
                new HealthStatus(health.state(), health.since(), health.problem(), isFailing() && isCircuitOpen()));
    }

    @Override
    public void close() {
        cleanupTask.close();
        primary.close();
    }

    private <T> Optional<T> tryPrimary(Supplier<T> work) {
        if (isCircuitOpen()) {
            return Optional.empty();
        }
        try {
            flushPendingWrites();
            T result = work.get();
            recordSuccess();
            return Optional.of(result);
        } catch (StoreException e) {
            recordFailure(e);
            return Optional.empty();
        }
    }

    /** Writes pending changes in order; those that fail stay in the queue. */
    private void flushPendingWrites() {
        synchronized (pendingWrites) {
            for (Consumer<ConversationStore> next = pendingWrites.peek(); next != null; next = pendingWrites.peek()) {
                next.accept(primary);
                pendingWrites.remove();
            }
        }
    }

    private void queueWrite(Consumer<ConversationStore> write) {
        synchronized (pendingWrites) {
            pendingWrites.add(write);
            if (pendingWrites.size() > MAX_PENDING_WRITES) {
                pendingWrites.remove();
            }
        }
    }

    private synchronized boolean isFailing() {
        return health.isFailing();
    }

    private synchronized boolean isCircuitOpen() {
        return isFailing() && System.nanoTime() - lastFailureNanos < retryDelay.toNanos();
    }

    private synchronized void recordSuccess() {
        if (isFailing()) {
            health = new HealthStatus(HealthStatus.State.OK, Optional.of(clock.instant()), Optional.empty(), false);
            log.info("Conversations are saved to the database again");
        }
    }

    private synchronized void recordFailure(StoreException e) {
        long now = System.nanoTime();
        if (!isFailing() || now - lastLoggedNanos >= LOG_INTERVAL.toNanos()) {
            log.warn(
                    "Conversations are kept in memory only: {}. Retrying every {} s.",
                    e.getMessage(),
                    retryDelay.toSeconds());
            lastLoggedNanos = now;
        }
        log.debug("Conversation store failed", e);
        lastFailureNanos = now;
        Optional<Instant> since = isFailing() ? health.since() : Optional.of(clock.instant());
        health = new HealthStatus(HealthStatus.State.FAILING, since, Optional.of(String.valueOf(e.getMessage())), true);
    }
}
