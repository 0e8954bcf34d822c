package pullquote.conversation.store;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.conversation.ChatService;

/** Has a memory forget what it is to forget, also if nobody asks anything. One that failed finds out so that it is well. */
final class CleanupTask implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CleanupTask.class);
    private static final int INTERVAL_SECONDS = 10;

    private final ConversationStore store;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "upkeep");
        daemon.setDaemon(true);
        return daemon;
    });

    CleanupTask(ConversationStore memory, Clock clock) {
        this.store = memory;
        this.clock = clock;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it goes on until it is closed
    void start() {
        executor.scheduleWithFixedDelay(this::runOnce, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    private void runOnce() {
        try {
            store.deleteExpired(clock.instant().minus(ChatService.IDLE_TIMEOUT));
        } catch (RuntimeException e) {
            // One that gets out would be the last one.
            log.error("upkeep failed", e);
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
