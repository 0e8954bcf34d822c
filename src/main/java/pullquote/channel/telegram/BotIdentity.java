package pullquote.channel.telegram;

import java.util.regex.Pattern;

/**
 * Identifies the bot.
 *
 * @param id Telegram user id
 * @param name username, without the {@code @}
 */
record BotIdentity(long id, String username) {
    boolean hasUsername(String username) {
        return this.username.equalsIgnoreCase(username);
    }

    boolean isMentionedIn(String text) {
        return mentionPattern().matcher(text).find();
    }

    String removeMentions(String text) {
        return mentionPattern().matcher(text).replaceAll(" ").strip();
    }

    private Pattern mentionPattern() {
        return Pattern.compile("(?<!\\w)@" + Pattern.quote(username) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
    }
}
