package pullquote.conversation.store;

import java.util.regex.Pattern;
import pullquote.text.RandomIds;

/**
 * Identifies a conversation. A client that knows the id can continue the conversation, but only in the same channel.
 *
 * @param channel the channel, such as {@code api}: 1 to 20 lower-case letters
 * @param id 128 random bits as 32 hexadecimal digits
 */
public record ConversationKey(String channel, String id) {
    private static final Pattern CHANNEL_PATTERN = Pattern.compile("[a-z]{1,20}");
    private static final Pattern ID_PATTERN = Pattern.compile("[0-9a-f]{32}");

    public ConversationKey {
        if (!CHANNEL_PATTERN.matcher(channel).matches() || !isValidId(id)) {
            throw new IllegalArgumentException("invalid conversation key: " + channel + ", " + id);
        }
    }

    /** Creates a key with a random id. */
    public static ConversationKey create(String channel) {
        return new ConversationKey(channel, RandomIds.next());
    }

    /** Returns true if the text has the format of {@link RandomIds}. Check ids from clients before looking them up. */
    public static boolean isValidId(String text) {
        return ID_PATTERN.matcher(text).matches();
    }
}
