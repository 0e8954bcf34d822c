package pullquote.llm;

/** A prompt file that we cannot work with. The message is one line with the file, the line and the remedy. */
public final class InvalidPrompt extends IllegalArgumentException {
    InvalidPrompt(String message) {
        super(message);
    }
}
