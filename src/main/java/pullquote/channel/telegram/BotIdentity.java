package pullquote.channel.telegram;

import java.util.regex.Pattern;

/**
 * Who the bot is.
 *
 * @param name by which it is mentioned, without the {@code @}
 */
record BotIdentity(long id, String name) {
    boolean isNamed(String somebody) {
        return name.equalsIgnoreCase(somebody);
    }

    boolean isMentioned(String text) {
        return mention().matcher(text).find();
    }

    String withoutMention(String text) {
        return mention().matcher(text).replaceAll(" ").strip();
    }

    private Pattern mention() {
        return Pattern.compile("(?<!\\w)@" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
    }
}
