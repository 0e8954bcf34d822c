package pullquote.channel.telegram;

import java.time.Duration;

/**
 * How much at once, and how long.
 *
 * @param perChat between two messages to one chat
 * @param perGroup between two messages to one group, to which Telegram lets a bot write 20 a minute
 * @param overall between any two messages
 * @param waiting as many updates of one chat wait; the next ones are sent away
 * @param waitingInAll the same of all chats together
 * @param patience how long a message that cannot be delivered is tried again
 * @param lifetime an update that comes to its turn later than this is not worked on any more
 */
record Limits(
        Duration perChat,
        Duration perGroup,
        Duration overall,
        int maxQueuedPerChat,
        int maxQueued,
        Duration deliveryTimeout,
        Duration updateLifetime) {
    /** What Telegram asks for: one a second in a chat, thirty a second overall. */
    static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofMillis(34),
            20,
            5_000,
            Duration.ofMinutes(10),
            Duration.ofHours(1));
}
