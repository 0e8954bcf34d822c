package pullquote.conversation;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a memory forget what it is to forget, also if nobody asks anything. One that failed finds out so that it is well. */
final class Upkeep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final int SECONDS = 10;

    private final Memory memory;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "upkeep");
        daemon.setDaemon(true);
        return daemon;
    });

    Upkeep(Memory memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it goes on until it is closed
    void start() {
        thread.scheduleWithFixedDelay(this::once, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void once() {
        try {
            memory.forget(clock.instant().minus(Conversations.IDLE));
        } catch (RuntimeException e) {
            // One that gets out would be the last one.
            log.error("upkeep failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
