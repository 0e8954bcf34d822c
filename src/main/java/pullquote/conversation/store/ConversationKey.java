package pullquote.conversation.store;

import java.util.regex.Pattern;
import pullquote.text.RandomIds;

/**
 * Names what one reader asks one after the other through one channel. Whoever knows the name may go on with it, but
 * only where it began.
 *
 * @param channel the door, such as {@code api}: 1 to 20 small letters
 * @param id 128 random bits as 32 hexadecimal digits
 */
public record ConversationKey(String channel, String id) {
    private static final Pattern CHANNEL_PATTERN = Pattern.compile("[a-z]{1,20}");
    private static final Pattern ID_PATTERN = Pattern.compile("[0-9a-f]{32}");

    public ConversationKey {
        if (!CHANNEL_PATTERN.matcher(channel).matches() || !isValidId(id)) {
            throw new IllegalArgumentException("no conversation: " + channel + ", " + id);
        }
    }

    /** A new one. */
    public static ConversationKey create(String channel) {
        return new ConversationKey(channel, RandomIds.next());
    }

    /** Whether it can be an id at all, of a conversation or of anything else that {@link RandomIds} names: what readers send is not looked up before. */
    public static boolean isValidId(String given) {
        return ID_PATTERN.matcher(given).matches();
    }
}
