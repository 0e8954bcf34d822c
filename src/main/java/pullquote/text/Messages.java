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

/** Returns localized messages from the message files, in English if a language is not supported. */
public final class Messages {
    /** The languages with a message file, as ISO 639 codes. */
    public static final List<String> SUPPORTED_LANGUAGES = List.of("en", "ru", "kk");

    public static final String DEFAULT_LANGUAGE = "en";

    /** Falls back to English for unsupported languages, not to the default locale of the server. */
    private static final Control ENGLISH_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Messages() {}

    /**
     * Returns a message.
     *
     * @param language a language tag, for example {@code ru-KZ}
     * @param values the values for the placeholders {0}, {1} …
     */
    public static String get(String language, String key, Object... values) {
        Locale locale = resolveLocale(language);
        return new MessageFormat(bundle(locale).getString(key), locale).format(values);
    }

    /**
     * Returns all messages of one section with their placeholders, for clients that fill them in.
     *
     * @param language a language tag, for example {@code ru-KZ}
     * @param part the key prefix, for example {@code widget}; it is removed from the returned keys
     */
    public static Map<String, String> section(String language, String part) {
        ResourceBundle messages = bundle(resolveLocale(language));
        return messages.keySet().stream()
                .filter(key -> key.startsWith(part + "."))
                .collect(Collectors.toMap(
                        key -> key.substring(part.length() + 1),
                        messages::getString,
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** Returns a date in the long format of a language, for example "31 January 2022". */
    public static String formatDate(LocalDate date, String language) {
        Locale locale = resolveLocale(language);
        var format = locale.equals(Locale.ENGLISH)
                ? DateTimeFormatter.ofPattern("d MMMM uuuu", locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        return format.format(date);
    }

    /** Returns the supported language for a language tag: "ru" for "ru-KZ"; empty if there is none. */
    public static Optional<String> languageFor(String language) {
        return Optional.of(Locale.forLanguageTag(language).getLanguage()).filter(SUPPORTED_LANGUAGES::contains);
    }

    /** Returns the locale for messages and dates in a language. */
    public static Locale resolveLocale(String language) {
        return languageFor(language).isPresent() ? Locale.forLanguageTag(language) : Locale.ENGLISH;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("pullquote.messages", locale, ENGLISH_FALLBACK);
    }
}
