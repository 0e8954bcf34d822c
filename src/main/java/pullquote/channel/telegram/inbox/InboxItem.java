package pullquote.channel.telegram.inbox;

import java.time.Instant;

/**
 * Represents an update as received from a channel.
 *
 * @param channel name of the channel, for example {@code telegram}
 * @param id id assigned by the sender; a repeated delivery has the same id
 * @param body update as sent
 * @param receivedAt time of receipt
 */
public record InboxItem(String channel, long id, String body, Instant receivedAt) {}
