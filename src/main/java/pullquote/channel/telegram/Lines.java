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
final class Lines {
    private static final Logger log = LoggerFactory.getLogger(Lines.class);

    private final ExecutorService workers;
    private final int longest;
    private final int most;
    private final Map<Long, Line> lines = new HashMap<>();
    private int waiting;

    /**
     * @param longest as many wait in one line, with the one that is worked on
     * @param most as many in all lines
     */
    Lines(ExecutorService workers, int longest, int most) {
        this.workers = workers;
        this.longest = longest;
        this.most = most;
    }

    /** Of one chat. The first in it is being worked on. */
    private record Line(long chat, Queue<Runnable> works) {}

    /** Whether there was room for it: else nothing will be done. */
    synchronized boolean join(long chat, Runnable work) {
        if (waiting >= most) {
            return false;
        }
        Line line = lines.computeIfAbsent(chat, c -> new Line(c, new ArrayDeque<>()));
        if (line.works.size() >= longest) {
            return false;
        }
        line.works.add(work);
        waiting++;
        if (line.works.size() == 1) {
            start(line);
        }
        return true;
    }

    /** Whether nothing of this chat waits or is worked on. */
    synchronized boolean isEmpty(long chat) {
        return !lines.containsKey(chat);
    }

    private void start(Line line) {
        try {
            workers.execute(() -> next(line));
        } catch (RejectedExecutionException e) {
            log.debug("closed: what waits is kept for the next start", e);
        }
    }

    private void next(Line line) {
        try {
            first(line).run();
        } catch (RuntimeException | Error e) {
            // One that gets out would end the line.
            log.error("failed for chat {}", line.chat, e);
        } finally {
            leave(line);
        }
    }

    private synchronized Runnable first(Line line) {
        return line.works.element();
    }

    /** Takes a worker anew for the next in line, so that a long line does not keep one from the others. */
    private synchronized void leave(Line line) {
        line.works.remove();
        waiting--;
        if (line.works.isEmpty()) {
            lines.remove(line.chat);
        } else {
            start(line);
        }
    }
}
