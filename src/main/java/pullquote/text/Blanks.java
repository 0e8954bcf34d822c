package pullquote.text;

/** Skips blanks of all kinds: spaces, tabs, no-break spaces. */
final class Blanks {
    private Blanks() {}

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    /** Returns the offset of the first non-blank character at or after {@code offset}, or the length of the text. */
    static int skipForward(String text, int offset) {
        int at = offset;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the offset after the last non-blank character before {@code offset}, or 0. */
    static int skipBackward(String text, int offset) {
        int at = offset;
        while (at > 0 && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
