package pullquote.conversation;

/** Nothing can be remembered or looked up now. The message says why, to those who run the server; it holds no secret. */
public final class MemoryFailure extends RuntimeException {
    public MemoryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
