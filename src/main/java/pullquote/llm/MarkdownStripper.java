package pullquote.llm;

import java.util.regex.Pattern;

/** Removes Markdown from sentences of a model. */
final class MarkdownStripper {
    private static final Pattern LINE_START = Pattern.compile("^(?:[*_]*(?:#{1,6}|[-+*•–—>]|\\d{1,3}[.)])[*_]*\\s+)+");
    /** Matches emphasis, but not within a word such as NOT_ANSWERED. */
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\p{L}\\p{N}*_])[*_]++(?=\\S)|(?<=\\S)[*_]++(?![\\p{L}\\p{N}])");

    private MarkdownStripper() {}

    /** Returns a sentence without emphasis and without a list or heading marker. */
    static String strip(String sentence) {
        String text = LINE_START.matcher(sentence.strip()).replaceFirst("");
        return EMPHASIS.matcher(text).replaceAll("").strip();
    }
}
