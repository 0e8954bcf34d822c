package pullquote.channel.telegram;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the tasks of each chat one at a time, in the order they were submitted; different chats run in parallel. */
final class ChatQueues {
    private static final Logger log = LoggerFactory.getLogger(ChatQueues.class);

    private final ExecutorService workers;
    private final int maxQueuedPerChat;
    private final int maxQueued;
    private final Map<Long, ChatQueue> queues = new HashMap<>();
    private int queuedTotal;

    /**
     * Creates empty queues.
     *
     * @param maxQueuedPerChat maximum number of tasks in the queue of one chat, including the running one
     * @param maxQueued maximum number of tasks in all queues
     */
    ChatQueues(ExecutorService workers, int maxQueuedPerChat, int maxQueued) {
        this.workers = workers;
        this.maxQueuedPerChat = maxQueuedPerChat;
        this.maxQueued = maxQueued;
    }

    /** Holds the tasks of one chat; the first one is running or about to run. */
    private record ChatQueue(long chat, Queue<Runnable> tasks) {}

    /** Returns true if the task was queued; false if the chat's queue or the total limit is full. */
    synchronized boolean submit(long chat, Runnable task) {
        if (queuedTotal >= maxQueued) {
            return false;
        }
        ChatQueue queue = queues.computeIfAbsent(chat, c -> new ChatQueue(c, new ArrayDeque<>()));
        if (queue.tasks.size() >= maxQueuedPerChat) {
            return false;
        }
        queue.tasks.add(task);
        queuedTotal++;
        if (queue.tasks.size() == 1) {
            scheduleNext(queue);
        }
        return true;
    }

    /** Returns true if the chat has no waiting or running task. */
    synchronized boolean isIdle(long chat) {
        return !queues.containsKey(chat);
    }

    private void scheduleNext(ChatQueue queue) {
        try {
            workers.execute(() -> runNext(queue));
        } catch (RejectedExecutionException e) {
            log.debug("Shutting down: queued updates stay in the inbox until the next start", e);
        }
    }

    private void runNext(ChatQueue queue) {
        try {
            nextTask(queue).run();
        } catch (RuntimeException | Error e) {
            // An uncaught exception would block this queue.
            log.error("Failed to run a task of chat {}", queue.chat, e);
        } finally {
            removeFinished(queue);
        }
    }

    private synchronized Runnable nextTask(ChatQueue queue) {
        return queue.tasks.element();
    }

    /** Removes the finished task. The next one is submitted as new work, so a long queue does not occupy one worker. */
    private synchronized void removeFinished(ChatQueue queue) {
        queue.tasks.remove();
        queuedTotal--;
        if (queue.tasks.isEmpty()) {
            queues.remove(queue.chat);
        } else {
            scheduleNext(queue);
        }
    }
}
