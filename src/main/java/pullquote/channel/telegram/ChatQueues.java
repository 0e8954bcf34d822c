package pullquote.channel.telegram;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thing after the other in each chat, in the order in which they came; the chats beside each other. */
final class ChatQueues {
    private static final Logger log = LoggerFactory.getLogger(ChatQueues.class);

    private final ExecutorService workers;
    private final int maxQueuedPerChat;
    private final int maxQueued;
    private final Map<Long, ChatQueue> queues = new HashMap<>();
    private int queued;

    /**
     * @param longest as many wait in one line, with the one that is worked on
     * @param most as many in all lines
     */
    ChatQueues(ExecutorService workers, int longest, int most) {
        this.workers = workers;
        this.maxQueuedPerChat = longest;
        this.maxQueued = most;
    }

    /** Of one chat. The first in it is being worked on. */
    private record ChatQueue(long chat, Queue<Runnable> tasks) {}

    /** Whether there was room for it: else nothing will be done. */
    synchronized boolean submit(long chat, Runnable work) {
        if (queued >= maxQueued) {
            return false;
        }
        ChatQueue line = queues.computeIfAbsent(chat, c -> new ChatQueue(c, new ArrayDeque<>()));
        if (line.tasks.size() >= maxQueuedPerChat) {
            return false;
        }
        line.tasks.add(work);
        queued++;
        if (line.tasks.size() == 1) {
            begin(line);
        }
        return true;
    }

    /** Whether nothing of this chat waits or is worked on. */
    synchronized boolean isEmpty(long chat) {
        return !queues.containsKey(chat);
    }

    private void begin(ChatQueue line) {
        try {
            workers.execute(() -> finish(line));
        } catch (RejectedExecutionException e) {
            log.debug("closed: what waits is kept for the next start", e);
        }
    }

    private void finish(ChatQueue line) {
        try {
            peek(line).run();
        } catch (RuntimeException | Error e) {
            // One that gets out would end the line.
            log.error("failed for chat {}", line.chat, e);
        } finally {
            remove(line);
        }
    }

    private synchronized Runnable peek(ChatQueue line) {
        return line.tasks.element();
    }

    /** Takes a worker anew for the next in line, so that a long line does not keep one from the others. */
    private synchronized void remove(ChatQueue line) {
        line.tasks.remove();
        queued--;
        if (line.tasks.isEmpty()) {
            queues.remove(line.chat);
        } else {
            begin(line);
        }
    }
}
