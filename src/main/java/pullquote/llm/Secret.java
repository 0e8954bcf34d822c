package pullquote.llm;

/** A value that is never printed: its string form, alone or in a record, is three asterisks. */
public record Secret(String value) {
    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret has letters");
        }
    }

    /** Returns a text with this secret replaced by asterisks, for messages of other systems that may repeat it. */
    String redact(String text) {
        return text.replace(value, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
