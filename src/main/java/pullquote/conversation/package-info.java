/** Conversations: history, small talk, one question at a time, feedback. The entry point of every channel. */
@NullMarked
package pullquote.conversation;

import org.jspecify.annotations.NullMarked;
