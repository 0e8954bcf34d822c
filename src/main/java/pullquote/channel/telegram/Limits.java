package pullquote.channel.telegram;

import java.time.Duration;

/**
 * Holds the rate limits, queue sizes and timeouts of the bot.
 *
 * @param perChat minimum interval between messages to one chat
 * @param perGroup minimum interval between messages to one group; Telegram allows 20 per minute
 * @param overall minimum interval between messages to any chats
 * @param maxQueuedPerChat maximum number of unfinished updates of one chat; further ones are dropped
 * @param maxQueued maximum number of unfinished updates of all chats; further ones are dropped
 * @param deliveryTimeout how long a message is retried before it is given up
 * @param updateLifetime maximum age of an update when its turn comes; older ones are dropped
 */
record Limits(
        Duration chatInterval,
        Duration groupInterval,
        Duration overallInterval,
        int maxQueuedPerChat,
        int maxQueued,
        Duration deliveryTimeout,
        Duration updateLifetime) {
    /** Follows the limits that Telegram documents: 1 message per second in a chat, 30 per second overall. */
    static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofMillis(34),
            20,
            5_000,
            Duration.ofMinutes(10),
            Duration.ofHours(1));
}
