package pullquote.llm;

import java.util.regex.Pattern;

/** Removes Markdown from generated sentences. */
final class MarkdownStripper {
    /** Matches heading, list and quotation markers. */
    private static final Pattern LINE_START = Pattern.compile("^(?:[*_]*(?:#{1,6}|[-+*•–—>]|\\d{1,3}[.)])[*_]*\\s+)+");
    /** Matches emphasis marks, except within a word, for example NOT_ANSWERED. */
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\p{L}\\p{N}*_])[*_]++(?=\\S)|(?<=\\S)[*_]++(?![\\p{L}\\p{N}])");

    private MarkdownStripper() {}

    /** Returns the sentence without emphasis marks and without heading, list and quotation markers. */
    static String strip(String sentence) {
        String text = LINE_START.matcher(sentence.strip()).replaceFirst("");
        return EMPHASIS.matcher(text).replaceAll("").strip();
    }
}
