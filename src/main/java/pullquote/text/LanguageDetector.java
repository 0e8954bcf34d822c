package pullquote.text;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Detects the language of a text, even a short one, by its script, its distinctive letters and its common words. The
 * language of a name alone ("Токаев?") is uncertain.
 */
public final class LanguageDetector {
    private static final Map<String, Set<String>> COMMON_WORDS = loadCommonWords();

    /**
     * Letters that identify a language within its script. ө and ү count as Kazakh: Tatar and Mongolian are not
     * supported.
     */
    private static final Map<String, Pattern> DISTINCTIVE_LETTERS = distinctiveLetters();

    private static final Set<String> CYRILLIC_LANGUAGES = Set.of("ru", "kk", "uk", "ky", "be", "bg");
    private static final Map<UnicodeScript, String> LANGUAGES_BY_SCRIPT = Map.ofEntries(
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.ARABIC, "ar"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.THAI, "th"));

    /** Votes for a distinctive letter; each common word has one vote. */
    private static final int DISTINCTIVE_LETTER_VOTES = 2;
    /** Letters. A single common word decides only if it is this long; shorter ones also occur in names. */
    private static final int MIN_DECISIVE_WORD_LENGTH = 4;

    private LanguageDetector() {}

    /** Returns what a text shows of its language. */
    public static DetectedLanguage analyze(String text) {
        return new DetectedLanguage(detectIfCertain(text), isCyrillic(text));
    }

    /**
     * Returns the most likely language as an ISO 639 code: if unclear, Russian for Cyrillic letters, otherwise
     * English.
     */
    public static String detect(String text) {
        return analyze(text).code();
    }

    /** Returns the most likely language; if unclear, {@code likely}, provided that it uses the same script. */
    public static String detect(String text, String likely) {
        return analyze(text).code(likely);
    }

    /** Returns true if a known language is written in Cyrillic letters or not, as given. */
    static boolean isWrittenIn(String language, boolean cyrillic) {
        return cyrillic == CYRILLIC_LANGUAGES.contains(language) && COMMON_WORDS.containsKey(language);
    }

    /**
     * Returns the most common words of a language, which say little about the topic of a text; empty for unknown
     * languages.
     */
    public static Set<String> commonWords(String language) {
        return COMMON_WORDS.getOrDefault(language, Set.of());
    }

    /** Returns the language as an ISO 639 code; empty if the text is unclear. */
    public static Optional<String> detectIfCertain(String text) {
        UnicodeScript script = dominantScript(text);
        if (LANGUAGES_BY_SCRIPT.containsKey(script)) {
            return Optional.of(LANGUAGES_BY_SCRIPT.get(script));
        }
        Map<String, Integer> votes = countVotes(text, script == UnicodeScript.CYRILLIC);
        int most = votes.values().stream().max(Comparator.naturalOrder()).orElse(0);
        List<String> first = votes.entrySet().stream()
                .filter(one -> one.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        if (most == 0) {
            return Optional.empty();
        }
        if (first.contains("en") || first.contains("ru") && !first.contains("kk")) {
            return Optional.of(first.contains("en") ? "en" : "ru");
        }
        // Both languages have the letter і. Prefer Kazakh, which is supported; Ukrainian is not.
        if (first.contains("kk") && first.contains("uk")) {
            return Optional.of("kk");
        }
        // A single foreign word may be part of a name in an English question: "Die Zeit", "La Niña".
        boolean isSure =
                first.size() == 1 && (most > 1 || script != UnicodeScript.LATIN || hasDecisiveWord(first.get(0), text));
        return isSure ? Optional.of(first.get(0)) : Optional.empty();
    }

    private static boolean hasDecisiveWord(String language, String text) {
        return words(text)
                .anyMatch(word -> word.length() >= MIN_DECISIVE_WORD_LENGTH
                        && commonWords(language).contains(word));
    }

    private static Stream<String> words(String text) {
        return Tokenizer.LETTERS_WITH_APOSTROPHES.words(toLowerCase(text));
    }

    /** Returns the text in lower case. Replaces the Turkish İ first, which otherwise becomes two characters. */
    private static String toLowerCase(String text) {
        return text.replace('İ', 'i').toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> countVotes(String text, boolean cyrillic) {
        var votes = new LinkedHashMap<String, Integer>();
        List<String> words = words(text).toList();
        COMMON_WORDS.forEach((language, commonWords) -> {
            if (CYRILLIC_LANGUAGES.contains(language) == cyrillic) {
                int vote = (int) words.stream().filter(commonWords::contains).count();
                boolean hasLetter = DISTINCTIVE_LETTERS.containsKey(language)
                        && DISTINCTIVE_LETTERS
                                .get(language)
                                .matcher(toLowerCase(text))
                                .find();
                votes.put(language, vote + (hasLetter ? DISTINCTIVE_LETTER_VOTES : 0));
            }
        });
        return votes;
    }

    private static boolean isCyrillic(String text) {
        return dominantScript(text) == UnicodeScript.CYRILLIC;
    }

    /**
     * Returns the script of most letters; Latin if there is a tie or no letter. With kana, Han characters count as
     * Japanese.
     */
    private static UnicodeScript dominantScript(String text) {
        var count = new HashMap<UnicodeScript, Integer>();
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> count.merge(UnicodeScript.of(letter), 1, Integer::sum));
        if (count.containsKey(UnicodeScript.HIRAGANA)) {
            count.merge(UnicodeScript.HIRAGANA, count.getOrDefault(UnicodeScript.HAN, 0), Integer::sum);
        }
        return count.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<UnicodeScript, Integer> one) -> one.getValue())
                        .thenComparing(one -> one.getKey() == UnicodeScript.LATIN))
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.LATIN);
    }

    private static Map<String, Set<String>> loadCommonWords() {
        var words = new LinkedHashMap<String, Set<String>>();
        for (String line : WordLists.readLines("common-words.txt")) {
            List<String> parts = Arrays.asList(line.split(" "));
            words.put(parts.get(0), parts.stream().skip(1).collect(Collectors.toUnmodifiableSet()));
        }
        return words;
    }

    private static Map<String, Pattern> distinctiveLetters() {
        return Map.of(
                "kk", Pattern.compile("[әғқңұүөһ]|(?<=[а-яё])і|і(?=[а-яё])"),
                "uk", Pattern.compile("[їєґі]"),
                "be", Pattern.compile("ў"),
                "ru", Pattern.compile("[ё]|ый\\b|ого\\b|ует\\b"),
                "tr", Pattern.compile("[ğış]"),
                "az", Pattern.compile("ə"),
                "de", Pattern.compile("[äß]"),
                "es", Pattern.compile("[ñ¿¡]"),
                "pl", Pattern.compile("[łęąśż]"),
                "pt", Pattern.compile("ã|õ"));
    }
}
