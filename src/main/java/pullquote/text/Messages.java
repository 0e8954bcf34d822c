package pullquote.text;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the product itself says to readers, from the message files, in their language or else in English. */
public final class Messages {
    /** Those that have a message file. */
    public static final List<String> SUPPORTED_LANGUAGES = List.of("en", "ru", "kk");

    public static final String DEFAULT_LANGUAGE = "en";

    /** A reader of no language we speak gets English, and not the language of the machine that we run on. */
    private static final Control ENGLISH_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** @param values take the places {0}, {1} … */
    public static String get(String language, String key, Object... values) {
        Locale locale = resolveLocale(language);
        return new MessageFormat(bundle(locale).getString(key), locale).format(values);
    }

    /**
     * All words of one part of the product, as they stand in the files, for those who fill in the places themselves.
     *
     * @param part the beginning of their keys, such as {@code widget}, which is left off
     */
    public static Map<String, String> section(String language, String part) {
        ResourceBundle words = bundle(resolveLocale(language));
        return words.keySet().stream()
                .filter(key -> key.startsWith(part + "."))
                .collect(Collectors.toMap(
                        key -> key.substring(part.length() + 1), words::getString, (one, other) -> one, TreeMap::new));
    }

    /** A day as readers of this language write it. */
    public static String formatDate(LocalDate date, String language) {
        Locale locale = resolveLocale(language);
        var format = locale.equals(Locale.ENGLISH)
                ? DateTimeFormatter.ofPattern("d MMMM uuuu", locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        return format.format(date);
    }

    /** Returns the language of the messages for readers of a language, if there are any: "ru" for "ru-KZ". */
    public static Optional<String> languageFor(String language) {
        return Optional.of(Locale.forLanguageTag(language).getLanguage()).filter(SUPPORTED_LANGUAGES::contains);
    }

    /** Returns the locale of the messages for readers of a language; dates are written in the same one. */
    public static Locale resolveLocale(String language) {
        return languageFor(language).isPresent() ? Locale.forLanguageTag(language) : Locale.ENGLISH;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("pullquote.messages", locale, ENGLISH_FALLBACK);
    }
}
