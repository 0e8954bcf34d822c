package pullquote.conversation.database;

/** A database that cannot be used. The message says why and what to do, and shows no address. */
public final class UnusableDatabase extends RuntimeException {
    UnusableDatabase(Trouble trouble, Throwable cause) {
        super(trouble.words(), cause);
    }
}
