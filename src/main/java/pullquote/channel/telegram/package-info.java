/** Runs the Telegram bot: updates, commands, message formatting, delivery and rate limits. */
@NullMarked
package pullquote.channel.telegram;

import org.jspecify.annotations.NullMarked;
