package pullquote.query;

/** A question that cannot be asked. The message is for the person who wrote it. */
public final class InvalidQuestion extends IllegalArgumentException {
    private final String code;

    InvalidQuestion(String code, String message) {
        super(message);
        this.code = code;
    }

    /** A name for programs, such as {@code empty_question}. */
    public String code() {
        return code;
    }
}
