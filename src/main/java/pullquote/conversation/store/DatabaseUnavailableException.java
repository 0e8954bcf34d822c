package pullquote.conversation.store;

/** A database that cannot be used. The message says why and what to do, and shows no address. */
public final class DatabaseUnavailableException extends RuntimeException {
    DatabaseUnavailableException(DatabaseError trouble, Throwable cause) {
        super(trouble.message(), cause);
    }
}
