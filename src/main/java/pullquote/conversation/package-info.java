/** The memory: one reader's exchanges in one channel, and the one way in for every channel. */
@NullMarked
package pullquote.conversation;

import org.jspecify.annotations.NullMarked;
