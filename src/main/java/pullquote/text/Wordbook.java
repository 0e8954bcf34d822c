package pullquote.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Translates Russian and Kazakh words of questions about news to English, from {@code query-dictionary.txt}. The list
 * is small and returns no meaning for most words.
 */
public final class Wordbook {
    private static final Map<String, Wordbook> BY_LANGUAGE = load();
    /** Letters of the longest ending by language. Kazakh words can have several endings in a row. */
    private static final Map<String, Integer> MAX_ENDING_LENGTH = Map.of("ru", 7, "kk", 11);
    /**
     * Letters. After a prefix this short, half the ending length is allowed: гор- is a mountain, but горевать is to
     * grieve.
     */
    private static final int MAX_SHORT_PREFIX_LENGTH = 3;
    /** Words in the longest entry, for example "құқық қорғау". */
    private static final int MAX_WORDS = 3;

    private final String language;
    private final Map<String, Set<String>> englishByWord = new HashMap<>();
    private final Map<String, Set<String>> englishByPrefix = new HashMap<>();

    private Wordbook(String language) {
        this.language = language;
    }

    /**
     * Contains the meaning of one or more words of a text.
     *
     * @param english English words or phrases, most likely first
     * @param wordCount the number of words of the text that they translate
     */
    public record Meaning(List<String> english, int wordCount) {}

    /** Returns the wordbook for Russian ({@code ru}) or Kazakh ({@code kk}); empty for other languages. */
    public static Optional<Wordbook> forLanguage(String language) {
        return Optional.ofNullable(BY_LANGUAGE.get(language));
    }

    /** Returns the meaning of the longest known sequence of words at the start of the list; empty if there is none. */
    public Optional<Meaning> longestMeaning(List<String> text) {
        for (int count = Math.min(MAX_WORDS, text.size()); count > 0; count--) {
            Set<String> found = meanings(text.subList(0, count));
            if (!found.isEmpty()) {
                return Optional.of(new Meaning(List.copyOf(found), count));
            }
        }
        return Optional.empty();
    }

    /** Returns the meanings of a sequence of words. Only the last word may have an ending. */
    private Set<String> meanings(List<String> text) {
        String word = String.join("_", text).toLowerCase(Locale.ROOT);
        Set<String> exact = englishByWord.get(word);
        if (exact != null) {
            return exact;
        }
        int longest = MAX_ENDING_LENGTH.getOrDefault(language, 0);
        for (int length = word.length(); length >= 2; length--) {
            int ending = word.length() - length;
            if (ending > (length <= MAX_SHORT_PREFIX_LENGTH ? longest / 2 : longest)) {
                break;
            }
            Set<String> meanings = englishByPrefix.get(word.substring(0, length));
            if (meanings != null && word.indexOf('_', length) < 0) {
                return meanings;
            }
        }
        return Set.of();
    }

    private static Map<String, Wordbook> load() {
        var russian = new Wordbook("ru");
        var kazakh = new Wordbook("kk");
        for (String line : WordLists.readLines("query-dictionary.txt")) {
            String[] columns = line.split("\\|", -1);
            List<String> english = Arrays.stream(columns[0].strip().split(" "))
                    .map(word -> word.replace('_', ' '))
                    .collect(Collectors.toCollection(ArrayList::new));
            russian.add(columns[1], english);
            kazakh.add(columns[2], english);
        }
        return Map.of("ru", russian, "kk", kazakh);
    }

    private void add(String column, List<String> english) {
        for (String word : column.strip().split(" ", -1)) {
            var known = word.startsWith("=") ? englishByWord : englishByPrefix;
            known.computeIfAbsent(word.replace("=", ""), w -> new LinkedHashSet<>())
                    .addAll(english);
        }
    }
}
