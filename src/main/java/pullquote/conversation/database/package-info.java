/**
 * The memory that lasts: SQLite in {@code DATA_DIR}, or PostgreSQL where {@code DATABASE_URL} says so, with the same words
 * for both. What else is to be kept gets a migration in {@code resources/pullquote/migrations} and a class here beside
 * {@link pullquote.conversation.database.LongMemory}, which does its work in a
 * {@link pullquote.conversation.database.Database} and lets nobody see that it is one.
 */
@NullMarked
package pullquote.conversation.database;

import org.jspecify.annotations.NullMarked;
