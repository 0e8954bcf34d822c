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

/** One question at a time in a conversation; the others stand in line, in the order in which they came. */
final class ConversationLock {
    private static final int MAX_WAITING = 4;
    private static final long POLL_INTERVAL_MILLIS = 200;

    private final Map<ConversationKey, Deque<Permit>> queues = new HashMap<>();
    private final Duration timeout;

    /** @param patience how long one waits for the turn at most */
    ConversationLock(Duration patience) {
        this.timeout = patience;
    }

    /** Has come when it is the first in its line, and is over when it leaves the line. */
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
     * Waits for the turn, which is to be closed.
     *
     * @param listener who waits; once gone, no longer
     * @throws ConversationBusyException if {@value #MAX_WAITING} others are waiting, or the turn does not come in time
     */
    Permit acquire(ConversationKey conversation, AnswerListener listener) {
        var turn = new Permit(conversation);
        enqueue(turn);
        if (!awaitGrant(turn, listener)) {
            turn.close();
            throw new ConversationBusyException();
        }
        return turn;
    }

    private boolean awaitGrant(Permit turn, AnswerListener listener) {
        long start = System.nanoTime();
        try {
            while (!turn.granted.await(Math.min(POLL_INTERVAL_MILLIS, timeout.toMillis()), TimeUnit.MILLISECONDS)) {
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

    private synchronized void enqueue(Permit turn) {
        Deque<Permit> line = queues.computeIfAbsent(turn.conversation, c -> new ArrayDeque<>());
        if (line.size() > MAX_WAITING) {
            throw new ConversationBusyException();
        }
        line.add(turn);
        line.element().granted.countDown();
    }

    private synchronized void release(Permit turn) {
        queues.computeIfPresent(turn.conversation, (c, line) -> {
            line.remove(turn);
            return line.isEmpty() ? null : line;
        });
        Deque<Permit> line = queues.get(turn.conversation);
        if (line != null) {
            line.element().granted.countDown();
        }
    }
}
