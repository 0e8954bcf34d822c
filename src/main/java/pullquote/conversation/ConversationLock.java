package pullquote.conversation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import pullquote.answer.AnswerListener;
import pullquote.conversation.store.ConversationKey;

/** Allows one question at a time per conversation. Others wait in order of arrival. */
final class ConversationLock {
    private static final int MAX_WAITING = 4;
    private static final long POLL_INTERVAL_MILLIS = 200;

    private final Map<ConversationKey, Deque<Permit>> queues = new HashMap<>();
    private final Duration timeout;

    /** @param timeout the maximum time to wait for a permit */
    ConversationLock(Duration timeout) {
        this.timeout = timeout;
    }

    /** A place in the queue of a conversation. It is granted when it becomes the first, and released by closing it. */
    final class Permit implements AutoCloseable {
        private final ConversationKey conversation;
        private final CountDownLatch granted = new CountDownLatch(1);

        private Permit(ConversationKey conversation) {
            this.conversation = conversation;
        }

        @Override
        public void close() {
            release(this);
        }
    }

    /**
     * Waits for a permit, which the caller must close.
     *
     * @param listener stops the wait when it is cancelled
     * @throws ConversationBusyException if {@value #MAX_WAITING} others are waiting, or on a timeout
     */
    Permit acquire(ConversationKey conversation, AnswerListener listener) {
        var permit = new Permit(conversation);
        enqueue(permit);
        if (!awaitGrant(permit, listener)) {
            permit.close();
            throw new ConversationBusyException();
        }
        return permit;
    }

    private boolean awaitGrant(Permit permit, AnswerListener listener) {
        long start = System.nanoTime();
        try {
            while (!permit.granted.await(Math.min(POLL_INTERVAL_MILLIS, timeout.toMillis()), TimeUnit.MILLISECONDS)) {
                if (listener.isCancelled() || System.nanoTime() - start >= timeout.toNanos()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void enqueue(Permit permit) {
        Deque<Permit> queue = queues.computeIfAbsent(permit.conversation, c -> new ArrayDeque<>());
        if (queue.size() > MAX_WAITING) {
            throw new ConversationBusyException();
        }
        queue.add(permit);
        queue.element().granted.countDown();
    }

    private synchronized void release(Permit permit) {
        queues.computeIfPresent(permit.conversation, (c, queue) -> {
            queue.remove(permit);
            return queue.isEmpty() ? null : queue;
        });
        Deque<Permit> queue = queues.get(permit.conversation);
        if (queue != null) {
            queue.element().granted.countDown();
        }
    }
}
