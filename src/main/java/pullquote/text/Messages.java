package pullquote.text;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the product itself says to readers, from the message files, in their language or else in English. */
public final class Messages {
    /** Those that have a message file. */
    public static final List<String> LANGUAGES = List.of("en", "ru", "kk");

    /** A reader of no language we speak gets English, and not the language of the machine that we run on. */
    private static final Control ENGLISH_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** @param values take the places {0}, {1} … */
    public static String get(String language, String key, Object... values) {
        Locale locale = locale(language);
        return new MessageFormat(bundle(locale).getString(key), locale).format(values);
    }

    /**
     * All words of one part of the product, as they stand in the files, for those who fill in the places themselves.
     *
     * @param part the beginning of their keys, such as {@code widget}, which is left off
     */
    public static Map<String, String> section(String language, String part) {
        ResourceBundle words = bundle(locale(language));
        return words.keySet().stream()
                .filter(key -> key.startsWith(part + "."))
                .collect(Collectors.toMap(
                        key -> key.substring(part.length() + 1), words::getString, (one, other) -> one, TreeMap::new));
    }

    /** A day as readers of this language write it. */
    public static String date(LocalDate date, String language) {
        Locale locale = locale(language);
        var format = locale.equals(Locale.ENGLISH)
                ? DateTimeFormatter.ofPattern("d MMMM uuuu", locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        return format.format(date);
    }

    /** What we speak to readers of this language: dates in it go with the words. */
    public static Locale locale(String language) {
        Locale wanted = Locale.forLanguageTag(language);
        boolean spoken = bundle(wanted).getLocale().getLanguage().equals(wanted.getLanguage());
        return spoken && !wanted.getLanguage().isEmpty() ? wanted : Locale.ENGLISH;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("pullquote.messages", locale, ENGLISH_FALLBACK);
    }
}
