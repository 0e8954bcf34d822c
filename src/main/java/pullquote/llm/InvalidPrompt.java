package pullquote.llm;

/** Reports a prompt file that cannot be used. The message is one line that names the file, the line and the fix. */
public final class InvalidPrompt extends IllegalArgumentException {
    InvalidPrompt(String message) {
        super(message);
    }
}
