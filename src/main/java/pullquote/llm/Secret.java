package pullquote.llm;

/** Holds a value that must not be printed. Its string form, alone or in a record, is three asterisks. */
public record Secret(String value) {
    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Secret is blank. Set a value.");
        }
    }

    /** Returns the text with this secret replaced by asterisks. Messages of other systems may repeat the secret. */
    String redact(String text) {
        return text.replace(value, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
