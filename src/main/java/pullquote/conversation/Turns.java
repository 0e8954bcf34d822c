package pullquote.conversation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import pullquote.answer.AnswerListener;

/** One question at a time in a conversation; the others stand in line, in the order in which they came. */
final class Turns {
    private static final int WAITING = 4;
    private static final long LOOK_MILLIS = 200;

    private final Map<Conversation, Deque<Turn>> lines = new HashMap<>();
    private final Duration patience;

    /** @param patience how long one waits for the turn at most */
    Turns(Duration patience) {
        this.patience = patience;
    }

    /** Has come when it is the first in its line, and is over when it leaves the line. */
    final class Turn implements AutoCloseable {
        private final Conversation conversation;
        private final CountDownLatch come = new CountDownLatch(1);

        private Turn(Conversation conversation) {
            this.conversation = conversation;
        }

        @Override
        public void close() {
            leave(this);
        }
    }

    /**
     * Waits for the turn, which is to be closed.
     *
     * @param listener who waits; once gone, no longer
     * @throws ConversationBusy if {@value #WAITING} others are waiting, or the turn does not come in time
     */
    Turn take(Conversation conversation, AnswerListener listener) {
        var turn = new Turn(conversation);
        join(turn);
        if (!comes(turn, listener)) {
            turn.close();
            throw new ConversationBusy();
        }
        return turn;
    }

    private boolean comes(Turn turn, AnswerListener listener) {
        long start = System.nanoTime();
        try {
            while (!turn.come.await(Math.min(LOOK_MILLIS, patience.toMillis()), TimeUnit.MILLISECONDS)) {
                if (listener.isGone() || System.nanoTime() - start >= patience.toNanos()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void join(Turn turn) {
        Deque<Turn> line = lines.computeIfAbsent(turn.conversation, c -> new ArrayDeque<>());
        if (line.size() > WAITING) {
            throw new ConversationBusy();
        }
        line.add(turn);
        line.element().come.countDown();
    }

    private synchronized void leave(Turn turn) {
        lines.computeIfPresent(turn.conversation, (c, line) -> {
            line.remove(turn);
            return line.isEmpty() ? null : line;
        });
        Deque<Turn> line = lines.get(turn.conversation);
        if (line != null) {
            line.element().come.countDown();
        }
    }
}
