/** Keeps Telegram updates and settings of chats until they are no longer needed. */
@NullMarked
package pullquote.channel.telegram.inbox;

import org.jspecify.annotations.NullMarked;
