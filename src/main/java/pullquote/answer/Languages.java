package pullquote.answer;

import java.util.regex.Pattern;

/** Tells the languages of our readers apart by their letters alone. */
final class Languages {
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
    private static final Pattern KAZAKH_ONLY =
            Pattern.compile("[әғқңөұүһі]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Languages() {}

    /** {@code kk} or {@code ru} for text mostly in Cyrillic, {@code en} for all other. */
    static String guess(String text) {
        if (CYRILLIC.matcher(text).results().count()
                <= LATIN.matcher(text).results().count()) {
            return "en";
        }
        return KAZAKH_ONLY.matcher(text).find() ? "kk" : "ru";
    }
}
