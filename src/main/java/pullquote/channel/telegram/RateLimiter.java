package pullquote.channel.telegram;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Sees to it that no chat is written to more often than it may, nor all of them together. */
final class RateLimiter {
    private static final int CLEANUP_THRESHOLD = 10_000;

    private final Limits limits;
    /** When each chat may be written to again, on the clock of {@link System#nanoTime}. */
    private final Map<Long, Long> chats = new HashMap<>();

    private long overall = System.nanoTime();

    RateLimiter(Limits limits) {
        this.limits = limits;
    }

    /**
     * Waits until the chat may be written to.
     *
     * @return false at once if that is longer than one cares to wait
     */
    boolean acquire(long chat, Duration longest) throws InterruptedException {
        long wait = reserveChat(chat, longest.toNanos());
        if (wait < 0) {
            return false;
        }
        sleep(wait);
        // Only now: a place in the common row that is taken early would stand empty meanwhile.
        sleep(reserveOverall());
        return true;
    }

    /** Whether the chat may be written to now; if so, its turn is taken. */
    synchronized boolean tryAcquire(long chat) {
        long now = System.nanoTime();
        if (chats.getOrDefault(chat, now) - now > 0 || overall - now > 0) {
            return false;
        }
        chats.put(chat, now + interval(chat));
        overall = now + limits.overall().toNanos();
        return true;
    }

    /** Telegram wants to hear nothing more for this chat for a while. */
    synchronized void pauseChat(long chat, Duration pause) {
        chats.put(chat, System.nanoTime() + pause.toNanos());
    }

    private synchronized long reserveChat(long chat, long longest) {
        long now = System.nanoTime();
        long wait = Math.max(0, chats.getOrDefault(chat, now) - now);
        if (wait > longest) {
            return -1;
        }
        if (chats.size() > CLEANUP_THRESHOLD) {
            chats.values().removeIf(free -> free - now <= 0);
        }
        chats.put(chat, now + wait + interval(chat));
        return wait;
    }

    private synchronized long reserveOverall() {
        long now = System.nanoTime();
        long wait = Math.max(0, overall - now);
        overall = now + wait + limits.overall().toNanos();
        return wait;
    }

    /** Groups have numbers below zero. */
    private long interval(long chat) {
        return (chat < 0 ? limits.perGroup() : limits.perChat()).toNanos();
    }

    private static void sleep(long nanos) throws InterruptedException {
        if (nanos > 0) {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
    }
}
