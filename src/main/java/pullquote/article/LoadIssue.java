package pullquote.article;

/**
 * Describes a problem in the knowledge folder for operators. Safe to print although it quotes untrusted file names and
 * texts: line breaks, control and format characters, and angle brackets are escaped.
 *
 * @param file the file as shown to operators, for example {@code knowledge/tea.md}
 * @param line the line number, from 1; 0 if the issue concerns the whole file
 * @param message the problem and its remedy
 * @param skipped true if the file was skipped because of this issue
 */
public record LoadIssue(String file, int line, String message, boolean skipped) {
    /** Code points; longer quotations in messages are cut. */
    private static final int MAX_QUOTED_LENGTH = 60;

    public LoadIssue {
        file = printable(file);
        message = printable(message);
    }

    /**
     * Returns, for example, {@code knowledge/tea.md, line 2: date "2022-02-30" is not a valid date. Write it as
     * YYYY-MM-DD.}
     */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ", line " + line) + ": " + message;
    }

    /** Returns the words in quotation marks, shortened to 60 characters. */
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
