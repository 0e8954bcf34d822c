package pullquote.llm;

/** Reports a prompt file that cannot be used. The message is one line with the file, the line and the remedy. */
public final class InvalidPrompt extends IllegalArgumentException {
    InvalidPrompt(String message) {
        super(message);
    }
}
