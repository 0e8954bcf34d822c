package pullquote.channel.telegram.inbox;

import java.time.Instant;

/**
 * Something that came in through a channel, as it came.
 *
 * @param channel the door, such as {@code telegram}
 * @param id the number that its sender gave it; the same comes again with the same one
 */
public record InboxItem(String channel, long id, String body, Instant receivedAt) {}
