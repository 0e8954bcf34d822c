package pullquote.conversation;

import java.util.regex.Pattern;
import pullquote.answer.Ids;

/**
 * Names what one reader asks one after the other through one channel. Whoever knows the name may go on with it, but
 * only where it began.
 *
 * @param channel the door, such as {@code api}: 1 to 20 small letters
 * @param id 128 random bits as 32 hexadecimal digits
 */
public record Conversation(String channel, String id) {
    private static final Pattern CHANNEL = Pattern.compile("[a-z]{1,20}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    public Conversation {
        if (!CHANNEL.matcher(channel).matches() || !isId(id)) {
            throw new IllegalArgumentException("no conversation: " + channel + ", " + id);
        }
    }

    /** A new one. */
    public static Conversation begin(String channel) {
        return new Conversation(channel, Ids.next());
    }

    /** Whether it can be an id at all, of a conversation or of anything else that {@link Ids} names: what readers send is not looked up before. */
    static boolean isId(String given) {
        return ID.matcher(given).matches();
    }
}
