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
    private final Map<Long, Long> nextSendNanosByChat = new HashMap<>();

    private long nextSendNanos = System.nanoTime();

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
        sleepNanos(wait);
        // Reserve the overall slot only now: one reserved earlier would stay unused during the wait for the chat.
        sleepNanos(reserveOverall());
        return true;
    }

    /** Reserves a slot and returns true if a message may be sent to the chat now. Does not wait. */
    synchronized boolean tryAcquire(long chat) {
        long now = System.nanoTime();
        if (nextSendNanosByChat.getOrDefault(chat, now) - now > 0 || nextSendNanos - now > 0) {
            return false;
        }
        nextSendNanosByChat.put(chat, now + minIntervalNanos(chat));
        nextSendNanos = now + limits.overallInterval().toNanos();
        return true;
    }

    /** Blocks messages to the chat for the pause that Telegram requested. */
    synchronized void pauseChat(long chat, Duration pause) {
        nextSendNanosByChat.put(chat, System.nanoTime() + pause.toNanos());
    }

    private synchronized long reserveChat(long chat, long maxWait) {
        long now = System.nanoTime();
        long wait = Math.max(0, nextSendNanosByChat.getOrDefault(chat, now) - now);
        if (wait > maxWait) {
            return -1;
        }
        if (nextSendNanosByChat.size() > CLEANUP_THRESHOLD) {
            nextSendNanosByChat.values().removeIf(nextAllowed -> nextAllowed - now <= 0);
        }
        nextSendNanosByChat.put(chat, now + wait + minIntervalNanos(chat));
        return wait;
    }

    private synchronized long reserveOverall() {
        long now = System.nanoTime();
        long wait = Math.max(0, nextSendNanos - now);
        nextSendNanos = now + wait + limits.overallInterval().toNanos();
        return wait;
    }

    /** Returns the minimum interval between messages to this chat, in nanoseconds. Group ids are negative. */
    private long minIntervalNanos(long chat) {
        return (chat < 0 ? limits.groupInterval() : limits.chatInterval()).toNanos();
    }

    private static void sleepNanos(long nanos) throws InterruptedException {
        if (nanos > 0) {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
    }
}
