package pullquote;

/** A word that never shows itself: whoever prints it, or a record that holds it, prints three stars. */
record Secret(String reveal) {
    Secret {
        if (reveal.isBlank()) {
            throw new IllegalArgumentException("a secret has letters");
        }
    }

    /** The same text with the secret blotted out, for words that come from elsewhere and may repeat it. */
    String blotOut(String text) {
        return text.replace(reveal, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
