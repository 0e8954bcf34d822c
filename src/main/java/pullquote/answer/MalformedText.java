package pullquote.answer;

import java.util.regex.Pattern;

/** Recognizes drafted sentences that no reader should see, whatever they say. */
final class MalformedText {
    /** In characters. Longer drafts are not sentences that a reader can check; their sources stand in for them. */
    static final int MAX_SENTENCE_LENGTH = 600;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\u2028\\u2029\\uFFF9-\\uFFFC\\uFFFE\\uFFFF]");
    /** Four or more marks in a row, blanks between them included, as in ". . . ." or "[[[[". */
    private static final Pattern PUNCTUATION_RUN = Pattern.compile("(?:[.,;:!?(){}\\[\\]<>|=_~-]\\s?){4,}");
    /** The same four words or more three times in a row. */
    private static final Pattern REPETITION =
            Pattern.compile("(\\b\\w+(?:\\W{1,3}\\w+){3,11})(?:\\W{1,3}\\1){2,}", Pattern.UNICODE_CHARACTER_CLASS);

    private MalformedText() {}

    /** Returns true for text that is too long, repeats itself, or contains control characters or runs of punctuation. */
    static boolean isMalformed(String text) {
        return text.length() > MAX_SENTENCE_LENGTH
                || CONTROL.matcher(text).find()
                || PUNCTUATION_RUN.matcher(text).find()
                || REPETITION.matcher(text).find();
    }
}
