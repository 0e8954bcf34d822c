/** Stores Telegram updates until they are processed, and notes about chats. */
@NullMarked
package pullquote.channel.telegram.inbox;

import org.jspecify.annotations.NullMarked;
