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
 * A memory that never fails: while the lasting one does, the short one stands in for it, and what is said meanwhile is
 * handed on when it is well again. It is then left alone for a while, so that not every reader waits for it in vain.
 */
public final class FallbackConversationStore implements ConversationStore {
    private static final Logger log = LoggerFactory.getLogger(FallbackConversationStore.class);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(10);
    private static final Duration LOG_INTERVAL = Duration.ofMinutes(10);
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

    /** Looks after it, until it is closed; which closes the lasting one too. */
    public static FallbackConversationStore wrap(ConversationStore lasting, Clock clock) {
        var memory = new FallbackConversationStore(lasting, clock, RETRY_DELAY);
        memory.cleanupTask.start();
        return memory;
    }

    /** @param rest how long the lasting memory is left alone after it has failed */
    FallbackConversationStore(ConversationStore lasting, Clock clock, Duration rest) {
        this.primary = lasting;
        this.clock = clock;
        this.retryDelay = rest;
        this.cleanupTask = new CleanupTask(this, clock);
        this.health = new HealthStatus(HealthStatus.State.OK, Optional.of(clock.instant()), Optional.empty(), false);
    }

    @Override
    public List<Turn> loadTurns(ConversationKey conversation, Instant since) {
        return tryPrimary(() -> primary.loadTurns(conversation, since))
                .orElseGet(() -> fallback.loadTurns(conversation, since));
    }

    @Override
    public void append(ConversationKey conversation, Turn exchange) {
        fallback.append(conversation, exchange);
        boolean isKept = tryPrimary(() -> {
                    primary.append(conversation, exchange);
                    return true;
                })
                .orElse(false);
        if (!isKept) {
            queueWrite(memory -> memory.append(conversation, exchange));
        }
    }

    @Override
    public boolean saveFeedback(Feedback feedback) {
        return tryPrimary(() -> primary.saveFeedback(feedback)).orElseGet(() -> saveFeedbackLater(feedback));
    }

    private boolean saveFeedbackLater(Feedback feedback) {
        boolean isKnown = fallback.saveFeedback(feedback);
        if (isKnown) {
            queueWrite(memory -> memory.saveFeedback(feedback));
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

    /** In the order in which it was said; what cannot be handed on now stays. */
    private void flushPendingWrites() {
        synchronized (pendingWrites) {
            for (Consumer<ConversationStore> next = pendingWrites.peek(); next != null; next = pendingWrites.peek()) {
                next.accept(primary);
                pendingWrites.remove();
            }
        }
    }

    private void queueWrite(Consumer<ConversationStore> said) {
        synchronized (pendingWrites) {
            pendingWrites.add(said);
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
            log.info("Conversations are kept again");
        }
    }

    private synchronized void recordFailure(StoreException e) {
        long now = System.nanoTime();
        if (!isFailing() || now - lastLoggedNanos >= LOG_INTERVAL.toNanos()) {
            log.warn("Conversations are not kept: {}. Answers go on; I try again every few seconds.", e.getMessage());
            lastLoggedNanos = now;
        }
        log.debug("not kept", e);
        lastFailureNanos = now;
        Optional<Instant> since = isFailing() ? health.since() : Optional.of(clock.instant());
        health = new HealthStatus(HealthStatus.State.FAILING, since, Optional.of(String.valueOf(e.getMessage())), true);
    }
}
