package pullquote.query;

/** Signals a question that cannot be processed. The message is for the user. */
public final class InvalidQuestion extends IllegalArgumentException {
    private final String code;

    InvalidQuestion(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Returns a machine-readable code, for example {@code empty_question}. */
    public String code() {
        return code;
    }
}
