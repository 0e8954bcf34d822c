package pullquote.channel.telegram;

import java.util.regex.Pattern;

/**
 * Identifies the bot.
 *
 * @param id Telegram user id
 * @param name username, without the {@code @}
 */
record BotIdentity(long id, String name) {
    boolean isNamed(String username) {
        return name.equalsIgnoreCase(username);
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
