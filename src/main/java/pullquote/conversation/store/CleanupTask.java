package pullquote.conversation.store;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.conversation.ChatService;

/** Deletes expired conversations at intervals. For a store that failed, each run is also a retry. */
final class CleanupTask implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CleanupTask.class);
    private static final int INTERVAL_SECONDS = 10;

    private final ConversationStore store;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "cleanup");
        daemon.setDaemon(true);
        return daemon;
    });

    CleanupTask(ConversationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // runs until close()
    void start() {
        executor.scheduleWithFixedDelay(this::runOnce, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    private void runOnce() {
        try {
            store.deleteExpired(clock.instant().minus(ChatService.IDLE_TIMEOUT));
        } catch (RuntimeException e) {
            // The executor cancels a task that throws.
            log.error("Failed to delete expired conversations", e);
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(INTERVAL_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
