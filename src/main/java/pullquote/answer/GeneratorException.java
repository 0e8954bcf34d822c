package pullquote.answer;

/** Thrown if a generator fails. The message gives the reason for the log and contains no secrets. */
public class GeneratorException extends Exception {
    public GeneratorException(String message) {
        super(message);
    }

    public GeneratorException(String message, Throwable cause) {
        super(message, cause);
    }
}
