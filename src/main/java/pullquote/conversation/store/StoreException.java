package pullquote.conversation.store;

/** Nothing can be remembered or looked up now. The message says why, to those who run the server; it holds no secret. */
public final class StoreException extends RuntimeException {
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
