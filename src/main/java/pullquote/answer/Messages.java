package pullquote.answer;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What the product itself says to readers, from the message files, in their language or else in English. */
public final class Messages {
    /** A reader of no language we speak gets English, and not the language of the machine that we run on. */
    private static final Control ELSE_ENGLISH = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** @param values take the places {0}, {1} … */
    static String in(String language, String key, Object... values) {
        Locale locale = locale(language);
        return new MessageFormat(words(locale).getString(key), locale).format(values);
    }

    /** What we speak to readers of this language: dates in it go with the words. */
    public static Locale locale(String language) {
        Locale wanted = Locale.forLanguageTag(language);
        boolean spoken = words(wanted).getLocale().getLanguage().equals(wanted.getLanguage());
        return spoken && !wanted.getLanguage().isEmpty() ? wanted : Locale.ENGLISH;
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle("pullquote.messages", locale, ELSE_ENGLISH);
    }
}
