package pullquote.conversation.store;

/** Thrown if a store is unavailable. The message gives operators the reason and contains no secrets. */
public final class StoreException extends RuntimeException {
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
