package pullquote.article;

/**
 * Something in the knowledge folder that a person should look at. It is made of file names and texts that anybody may
 * have written, and is safe to print: nothing in it breaks a line, turns its direction or opens a tag.
 *
 * @param file the file as its owner knows it, such as {@code knowledge/tea.md}
 * @param line counted from 1; 0 if it is about the file as a whole
 * @param message what is wrong, and what to do about it
 * @param skipped whether the file gave no article because of it
 */
public record LoadIssue(String file, int line, String message, boolean skipped) {
    private static final int MAX_QUOTED_LENGTH = 60;

    public LoadIssue {
        file = printable(file);
        message = printable(message);
    }

    /** As in {@code knowledge/tea.md, line 2: date "2022-02-30" is no date. Write it as YYYY-MM-DD.} */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ", line " + line) + ": " + message;
    }

    /** Somebody's words within a message, between quotation marks, not too many of them. */
    static String quoted(String words) {
        if (words.codePointCount(0, words.length()) <= MAX_QUOTED_LENGTH) {
            return '"' + words + '"';
        }
        return '"' + words.substring(0, words.offsetByCodePoints(0, MAX_QUOTED_LENGTH)) + "…\"";
    }

    private static String printable(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isPrintable(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append("\\u").append("%04X".formatted(c));
                    }
                }
            }
        });
        return out.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> c != '<' && c != '>';
        };
    }
}
