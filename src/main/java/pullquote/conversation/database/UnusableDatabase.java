package pullquote.conversation.database;

/** A database that cannot be used. The message says why and what to do, and shows no address. */
public final class UnusableDatabase extends RuntimeException {
    UnusableDatabase(Fault fault, Throwable cause) {
        super(fault.words(), cause);
    }
}
