package pullquote.conversation.store;

/** Thrown if a database cannot be opened. The message gives the reason and the remedy, but not the address. */
public final class DatabaseUnavailableException extends RuntimeException {
    DatabaseUnavailableException(DatabaseError error, Throwable cause) {
        super(error.message(), cause);
    }
}
