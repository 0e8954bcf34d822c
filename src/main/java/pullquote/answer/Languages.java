package pullquote.answer;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/** Tells the languages of our readers apart by their letters alone. */
public final class Languages {
    private static final Pattern KAZAKH_ONLY =
            Pattern.compile("[әғқңөұүһі]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Languages() {}

    /** {@code kk} or {@code ru} for text mostly in Cyrillic, {@code en} for all other. */
    public static String guess(String text) {
        long cyrillic = letters(text, UnicodeScript.CYRILLIC);
        if (cyrillic == 0 || cyrillic <= letters(text, UnicodeScript.LATIN)) {
            return "en";
        }
        return KAZAKH_ONLY.matcher(text).find() ? "kk" : "ru";
    }

    private static long letters(String text, UnicodeScript script) {
        return text.codePoints()
                .filter(letter -> UnicodeScript.of(letter) == script)
                .count();
    }
}
