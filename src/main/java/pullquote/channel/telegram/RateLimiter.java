package pullquote.channel.telegram;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Limits how often the bot sends messages, per chat and overall. */
final class RateLimiter {
    /** Number of chats above which those that are no longer waiting are removed from memory. */
    private static final int CLEANUP_THRESHOLD = 10_000;

    private final Limits limits;
    /** Next allowed send time of each chat, in {@link System#nanoTime} nanoseconds. */
    private final Map<Long, Long> chats = new HashMap<>();

    private long overall = System.nanoTime();

    RateLimiter(Limits limits) {
        this.limits = limits;
    }

    /**
     * Waits until a message may be sent to the chat.
     *
     * @return true after the wait; false immediately if the chat has to wait longer than {@code maxWait}
     */
    boolean acquire(long chat, Duration maxWait) throws InterruptedException {
        long wait = reserveChat(chat, maxWait.toNanos());
        if (wait < 0) {
            return false;
        }
        sleep(wait);
        // Reserve the overall slot only now: one reserved earlier would stay unused during the wait for the chat.
        sleep(reserveOverall());
        return true;
    }

    /** Reserves a slot and returns true if a message may be sent to the chat now. Does not wait. */
    synchronized boolean tryAcquire(long chat) {
        long now = System.nanoTime();
        if (chats.getOrDefault(chat, now) - now > 0 || overall - now > 0) {
            return false;
        }
        chats.put(chat, now + interval(chat));
        overall = now + limits.overall().toNanos();
        return true;
    }

    /** Blocks messages to the chat for the pause that Telegram requested. */
    synchronized void pauseChat(long chat, Duration pause) {
        chats.put(chat, System.nanoTime() + pause.toNanos());
    }

    private synchronized long reserveChat(long chat, long maxWait) {
        long now = System.nanoTime();
        long wait = Math.max(0, chats.getOrDefault(chat, now) - now);
        if (wait > maxWait) {
            return -1;
        }
        if (chats.size() > CLEANUP_THRESHOLD) {
            chats.values().removeIf(nextAllowed -> nextAllowed - now <= 0);
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

    /** Returns the minimum interval between messages to this chat, in nanoseconds. Group ids are negative. */
    private long interval(long chat) {
        return (chat < 0 ? limits.perGroup() : limits.perChat()).toNanos();
    }

    private static void sleep(long nanos) throws InterruptedException {
        if (nanos > 0) {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
    }
}
