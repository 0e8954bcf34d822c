package pullquote.channel.api;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import pullquote.channel.Rejection;

/** As many questions as are answered at once. Each holds a thread and maybe a paid model: there must be an end to it. */
final class Seats {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Semaphore free;

    Seats(int count) {
        this.free = new Semaphore(count);
    }

    /** @throws Rejection if all are taken */
    Seat take() {
        if (!free.tryAcquire()) {
            throw Rejection.busy(RETRY_AFTER_SECONDS);
        }
        var left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                free.release();
            }
        };
    }

    /** To be left when the answer is there, or given up. */
    interface Seat extends AutoCloseable {
        @Override
        void close();
    }
}
