package pullquote.answer;

/** A writer could not finish. The message says why, for the log; it holds no secret. */
public class GeneratorException extends Exception {
    public GeneratorException(String message) {
        super(message);
    }

    public GeneratorException(String message, Throwable cause) {
        super(message, cause);
    }
}
