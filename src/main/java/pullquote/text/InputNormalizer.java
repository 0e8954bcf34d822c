package pullquote.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Cleans user input: joins lines and removes invisible characters. */
public final class InputNormalizer {
    /**
     * Format characters (bidi overrides, tags, zero-width spaces …), surrogates, and private or unassigned characters.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Cn}\\p{Co}&&[^\\u200C\\u200D]]");
    /**
     * Combining marks after the fourth on one letter; no writing system needs them, and they overlap adjacent lines.
     */
    private static final Pattern STACKED_MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");

    /** Includes the blank Braille and Hangul letters. */
    private static final Pattern WHITESPACE = Pattern.compile("[\\p{Cc}\\s\\p{Z}\\u2800\\u3164\\u115F\\u1160\\uFFA0]+");

    private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{Z}\\p{Cf}\\p{M}]");

    private InputNormalizer() {}

    /** Returns the cleaned text; empty if nothing in it is visible. Normalizing it again changes nothing. */
    public static String normalize(String input) {
        String text = INVISIBLE.matcher(input).replaceAll("");
        text = WHITESPACE.matcher(text).replaceAll(" ").strip();
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        text = STACKED_MARKS.matcher(text).replaceAll("$1");
        return VISIBLE.matcher(text).find() ? text : "";
    }

    /** Returns the number of code points. Input limits count code points, not UTF-16 code units. */
    public static int codePointLength(String text) {
        return text.codePointCount(0, text.length());
    }
}
