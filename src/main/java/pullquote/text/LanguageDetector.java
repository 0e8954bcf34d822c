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
 * Finds the language of a text, also of a short one: by its script, by letters that only one language has, and by its
 * small words. A name alone ("Токаев?") has none, and nobody is told that it had.
 */
public final class LanguageDetector {
    private static final Map<String, Set<String>> COMMON_WORDS = loadCommonWords();

    /** Letters that settle it within a script: Tatar or Mongolian readers are not ours, so that ө and ү are Kazakh. */
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

    private static final Pattern NON_WORD = Pattern.compile("[^\\p{L}\\p{M}ʻ']+");
    /** A letter of its own is worth as much as so many small words. */
    private static final int DISTINCTIVE_LETTER_VOTES = 2;
    /** One small word is enough if it is none of two or three letters, which stand in names too. */
    private static final int MIN_DECISIVE_WORD_LENGTH = 4;

    private LanguageDetector() {}

    /** Returns what a text shows of its language. */
    public static DetectedLanguage analyze(String text) {
        return new DetectedLanguage(detectIfCertain(text), isCyrillic(text));
    }

    /** Returns the most likely language as an ISO 639 code: if unclear, Russian for Cyrillic letters, otherwise English. */
    public static String detect(String text) {
        return analyze(text).code();
    }

    /** Returns the most likely language; if unclear, {@code likely}, provided that it uses the same script. */
    public static String detect(String text, String likely) {
        return analyze(text).code(likely);
    }

    static boolean isWrittenIn(String language, boolean cyrillic) {
        return cyrillic == CYRILLIC_LANGUAGES.contains(language) && COMMON_WORDS.containsKey(language);
    }

    /** The most common words of a language, which tell little of what a text is about; none of a language that we do not know. */
    public static Set<String> commonWords(String language) {
        return COMMON_WORDS.getOrDefault(language, Set.of());
    }

    /** The language, if the text tells it. */
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
        // Both languages have the letter і. Kazakh readers are expected here, Ukrainian ones are not.
        if (first.contains("kk") && first.contains("uk")) {
            return Optional.of("kk");
        }
        // One small word of another tongue may be a name in an English question: "Die Zeit", "La Niña".
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
        return NON_WORD.splitAsStream(toLowerCase(text));
    }

    /** The Turkish İ has no small letter of its own outside Turkey. */
    private static String toLowerCase(String text) {
        return text.replace('İ', 'i').toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> countVotes(String text, boolean cyrillic) {
        var votes = new LinkedHashMap<String, Integer>();
        List<String> words = words(text).toList();
        COMMON_WORDS.forEach((language, small) -> {
            if (CYRILLIC_LANGUAGES.contains(language) == cyrillic) {
                int vote = (int) words.stream().filter(small::contains).count();
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

    /** That of most letters; of a tie, and of no letters, Latin. A word of kana makes Chinese signs Japanese. */
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
