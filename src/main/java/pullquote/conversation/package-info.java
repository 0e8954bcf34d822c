/**
 * The memory: one reader's exchanges in one channel, and the one way in for every channel. What is to outlast the process
 * is kept in a room of its own, {@code database}.
 */
@NullMarked
package pullquote.conversation;

import org.jspecify.annotations.NullMarked;
