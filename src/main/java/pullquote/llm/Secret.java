package pullquote.llm;

/** A word that never shows itself: whoever prints it, or a record that holds it, prints three stars. */
public record Secret(String value) {
    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret has letters");
        }
    }

    /** The same text with the secret blotted out, for words that come from elsewhere and may repeat it. */
    String redact(String text) {
        return text.replace(value, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
