package pullquote.llm;

import java.util.regex.Pattern;

/** The signs that models dress their prose with, and readers are not to see. */
final class MarkdownStripper {
    private static final Pattern LINE_START = Pattern.compile("^(?:[*_]*(?:#{1,6}|[-+*•–—>]|\\d{1,3}[.)])[*_]*\\s+)+");
    /** Not within a word, as in NOT_ANSWERED. */
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\p{L}\\p{N}*_])[*_]++(?=\\S)|(?<=\\S)[*_]++(?![\\p{L}\\p{N}])");

    private MarkdownStripper() {}

    /** One sentence without emphasis, and without the sign of the list or heading it stands in. */
    static String strip(String sentence) {
        String text = LINE_START.matcher(sentence.strip()).replaceFirst("");
        return EMPHASIS.matcher(text).replaceAll("").strip();
    }
}
