package pullquote.answer;

/** A writer could not finish. The message says why, for the log; it holds no secret. */
public class WriterException extends Exception {
    public WriterException(String message) {
        super(message);
    }

    public WriterException(String message, Throwable cause) {
        super(message, cause);
    }
}
