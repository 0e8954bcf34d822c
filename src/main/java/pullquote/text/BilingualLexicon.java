package pullquote.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Translates Russian and Kazakh news vocabulary to English, from {@code bilingual-lexicon.txt}. Matches word prefixes
 * and ignores grammar.
 */
public final class BilingualLexicon {
    private static final List<String> LANGUAGES = List.of("en", "ru", "kk");
    private static final Map<String, Map<String, Set<String>>> ENGLISH_BY_PREFIX = new HashMap<>();
    private static final Map<String, Set<String>> FUNCTION_WORDS = new HashMap<>();
    /** Letters; shorter prefixes match too many unrelated words. */
    private static final int MIN_PREFIX_LENGTH = 2;
    /** Letters. Prefixes at most this much shorter than the longest match are also returned. */
    private static final int PREFIX_LENGTH_TOLERANCE = 2;
    /**
     * Letters of ending allowed per prefix letter after the first: ат does not match атқарушы. Kazakh allows more
     * because a word can have several endings.
     */
    private static final Map<String, Integer> MAX_ENDING_PER_STEM_LETTER = Map.of("ru", 2, "kk", 6);
    /** Precedes entries that match only whole words. */
    private static final String WHOLE_WORD_MARKER = "=";

    static {
        for (String line : WordLists.readLines("bilingual-lexicon.txt")) {
            String[] columns = line.split("\\|", -1);
            List<String> english = List.of(columns[0].strip().split(" ", -1));
            for (int i = 1; i < LANGUAGES.size(); i++) {
                for (String prefix : columns[i].strip().split(" ", -1)) {
                    ENGLISH_BY_PREFIX
                            .computeIfAbsent(LANGUAGES.get(i), language -> new HashMap<>())
                            .computeIfAbsent(prefix, b -> new LinkedHashSet<>())
                            .addAll(english);
                }
            }
        }
        for (String line : WordLists.readLines("function-words.txt")) {
            var words = new ArrayList<>(List.of(line.split(" ")));
            FUNCTION_WORDS
                    .computeIfAbsent(words.remove(0), language -> new HashSet<>())
                    .addAll(words);
        }
    }

    private BilingualLexicon() {}

    /**
     * Returns the possible English translations of a word in lower case; empty if it is unknown.
     *
     * @param word a word, or a two-word expression joined by "_"
     * @param language {@code ru} or {@code kk}; other languages have no translations
     */
    public static Set<String> translate(String word, String language) {
        Map<String, Set<String>> prefixes = ENGLISH_BY_PREFIX.getOrDefault(language, Map.of());
        String lower = word.toLowerCase(Locale.ROOT);
        Set<String> whole = prefixes.getOrDefault(WHOLE_WORD_MARKER + lower, Set.of());
        var english = new HashSet<>(whole);
        int longest = whole.isEmpty() ? 0 : lower.length();
        int ending = MAX_ENDING_PER_STEM_LETTER.getOrDefault(language, 0);
        for (int length = lower.length();
                length >= Math.max(MIN_PREFIX_LENGTH, longest - PREFIX_LENGTH_TOLERANCE);
                length--) {
            Set<String> found = prefixes.getOrDefault(lower.substring(0, length), Set.of());
            if (!found.isEmpty() && isAllowedEnding(lower, length, ending * (length - 1))) {
                english.addAll(found);
                longest = Math.max(longest, length);
            }
        }
        return Set.copyOf(english);
    }

    /** Returns true if the ending is short enough and is not in the first of two words. */
    private static boolean isAllowedEnding(String word, int from, int longest) {
        return word.length() - from <= longest && word.indexOf('_', from) < 0;
    }

    /** Returns true if a word is a function word, for example "and" or "it". */
    public static boolean isFunctionWord(String word, String language) {
        return FUNCTION_WORDS.getOrDefault(language, Set.of()).contains(word.toLowerCase(Locale.ROOT));
    }
}
