package pullquote.text;

import java.util.Optional;

/**
 * The language of a text as far as the text itself shows it. Create one with {@link LanguageDetector#analyze}.
 *
 * @param certain the ISO 639 code, or empty if the text fits several languages, as a name alone does
 * @param isCyrillic true if most letters of the text are Cyrillic
 */
public record DetectedLanguage(Optional<String> certain, boolean isCyrillic) {
    /**
     * Returns the most likely language. An uncertain text is Russian if it is in Cyrillic letters, otherwise English.
     */
    public String code() {
        return certain.orElse(isCyrillic ? "ru" : "en");
    }

    /** Returns the language; for an uncertain text, {@code likely}, provided that it uses the same script. */
    public String code(String likely) {
        return certain.orElseGet(() -> LanguageDetector.isWrittenIn(likely, isCyrillic) ? likely : code());
    }

    /** Returns true if the text can be read as text in this language. */
    public boolean matches(String language) {
        return code(language).equals(language);
    }
}
