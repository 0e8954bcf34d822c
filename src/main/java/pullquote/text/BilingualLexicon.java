package pullquote.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What Russian and Kazakh words of the news are in English, from {@code lexicon.txt}. It knows beginnings of words, and no grammar. */
public final class BilingualLexicon {
    private static final List<String> LANGUAGES = List.of("en", "ru", "kk");
    private static final Map<String, Map<String, Set<String>>> ENGLISH_BY_PREFIX = new HashMap<>();
    private static final Map<String, Set<String>> FUNCTION_WORDS = new HashMap<>();
    private static final int MIN_PREFIX_LENGTH = 2;
    /** Beginnings that are shorter than the longest one by no more than this may be meant as well. */
    private static final int PREFIX_LENGTH_TOLERANCE = 2;
    /**
     * Behind a beginning of so many letters, no longer ending may follow than this for each but the first: ат is not
     * атқарушы. Of Kazakh endings several follow each other.
     */
    private static final Map<String, Integer> MAX_ENDING_PER_STEM_LETTER = Map.of("ru", 2, "kk", 6);
    /** Before a word that no ending may follow. */
    private static final String WHOLE_WORD_MARKER = "=";

    static {
        for (String line : WordLists.readLines("lexicon.txt")) {
            String[] columns = line.split("\\|", -1);
            List<String> english = List.of(columns[0].strip().split(" ", -1));
            for (int i = 1; i < LANGUAGES.size(); i++) {
                for (String beginning : columns[i].strip().split(" ", -1)) {
                    ENGLISH_BY_PREFIX
                            .computeIfAbsent(LANGUAGES.get(i), language -> new HashMap<>())
                            .computeIfAbsent(beginning, b -> new LinkedHashSet<>())
                            .addAll(english);
                }
            }
        }
        for (String line : WordLists.readLines("small-words.txt")) {
            var words = new ArrayList<>(List.of(line.split(" ")));
            FUNCTION_WORDS
                    .computeIfAbsent(words.remove(0), language -> new HashSet<>())
                    .addAll(words);
        }
    }

    private BilingualLexicon() {}

    /**
     * English words that may say what a word says, in small letters; none if it is not known.
     *
     * @param word one, or two with a "_" between that say something together
     */
    public static Set<String> translate(String word, String language) {
        Map<String, Set<String>> beginnings = ENGLISH_BY_PREFIX.getOrDefault(language, Map.of());
        String lower = word.toLowerCase(Locale.ROOT);
        Set<String> whole = beginnings.getOrDefault(WHOLE_WORD_MARKER + lower, Set.of());
        var english = new HashSet<>(whole);
        int longest = whole.isEmpty() ? 0 : lower.length();
        int ending = MAX_ENDING_PER_STEM_LETTER.getOrDefault(language, 0);
        for (int length = lower.length();
                length >= Math.max(MIN_PREFIX_LENGTH, longest - PREFIX_LENGTH_TOLERANCE);
                length--) {
            Set<String> found = beginnings.getOrDefault(lower.substring(0, length), Set.of());
            if (!found.isEmpty() && isAllowedEnding(lower, length, ending * (length - 1))) {
                english.addAll(found);
                longest = Math.max(longest, length);
            }
        }
        return Set.copyOf(english);
    }

    /** The first of two words has none. */
    private static boolean isAllowedEnding(String word, int from, int longest) {
        return word.length() - from <= longest && word.indexOf('_', from) < 0;
    }

    /** Whether a word says nothing by itself, as "and" and "it". */
    public static boolean isFunctionWord(String word, String language) {
        return FUNCTION_WORDS.getOrDefault(language, Set.of()).contains(word.toLowerCase(Locale.ROOT));
    }
}
