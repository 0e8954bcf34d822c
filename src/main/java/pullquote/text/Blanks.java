package pullquote.text;

/** Steps over blanks of all kinds: spaces, tabs, no-break spaces. */
final class Blanks {
    private Blanks() {}

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    /** The offset of the first character from {@code offset} on that is not blank, or the length of the text. */
    static int skipForward(String text, int offset) {
        int at = offset;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The offset behind the last character before {@code offset} that is not blank, or 0. */
    static int skipBackward(String text, int offset) {
        int at = offset;
        while (at > 0 && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
