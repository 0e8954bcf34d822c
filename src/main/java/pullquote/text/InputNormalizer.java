package pullquote.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people type, cleaned: on one line, with nothing invisible in it. */
public final class InputNormalizer {
    /** Format characters (bidi overrides, tags, zero-width spaces …), halves of characters, and unassigned ones. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Cn}\\p{Co}&&[^\\u200C\\u200D]]");
    /** No writing system stacks more than a few marks on a letter; more only spill over the lines around. */
    private static final Pattern STACKED_MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");

    /** Also letters that are blank: of Braille and of Hangul. */
    private static final Pattern WHITESPACE = Pattern.compile("[\\p{Cc}\\s\\p{Z}\\u2800\\u3164\\u115F\\u1160\\uFFA0]+");

    private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{Z}\\p{Cf}\\p{M}]");

    private InputNormalizer() {}

    /** Empty if there is nothing to be seen in it. To clean it once more changes nothing. */
    public static String normalize(String typed) {
        String text = INVISIBLE.matcher(typed).replaceAll("");
        text = WHITESPACE.matcher(text).replaceAll(" ").strip();
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        text = STACKED_MARKS.matcher(text).replaceAll("$1");
        return VISIBLE.matcher(text).find() ? text : "";
    }

    /** In characters as people count them: code points, not halves of them. */
    public static int codePointLength(String text) {
        return text.codePointCount(0, text.length());
    }
}
