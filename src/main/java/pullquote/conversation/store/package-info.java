/** Stores conversations and feedback: in memory, in SQLite or in PostgreSQL. */
@NullMarked
package pullquote.conversation.store;

import org.jspecify.annotations.NullMarked;
