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
 * What the Russian and Kazakh words of questions about news mean in English, from {@code wordbook.txt}. It is small: of
 * most words it knows nothing, and says so.
 */
public final class Wordbook {
    private static final Map<String, Wordbook> BY_LANGUAGE = load();
    /** As long as endings get: of Kazakh words several follow each other. */
    private static final Map<String, Integer> MAX_ENDING_LENGTH = Map.of("ru", 7, "kk", 11);
    /** Of so few letters, what goes on longer is soon another word: гор- is a mountain, горевать is to grieve. */
    private static final int MAX_SHORT_PREFIX_LENGTH = 3;
    /** The most words that one entry of it stands for, as in "құқық қорғау". */
    private static final int MAX_WORDS = 3;

    private final String language;
    private final Map<String, Set<String>> englishByWord = new HashMap<>();
    private final Map<String, Set<String>> englishByPrefix = new HashMap<>();

    private Wordbook(String language) {
        this.language = language;
    }

    /**
     * What one or more words of a text mean.
     *
     * @param english words or phrases, the likeliest first
     * @param count how many words of the text they stand for
     */
    public record Meaning(List<String> english, int wordCount) {}

    /** Of other languages than Russian and Kazakh there is none. */
    public static Optional<Wordbook> forLanguage(String language) {
        return Optional.ofNullable(BY_LANGUAGE.get(language));
    }

    /** The meaning of the most words that begin the list, if there is one. */
    public Optional<Meaning> longestMeaning(List<String> text) {
        for (int count = Math.min(MAX_WORDS, text.size()); count > 0; count--) {
            Set<String> found = meanings(text.subList(0, count));
            if (!found.isEmpty()) {
                return Optional.of(new Meaning(List.copyOf(found), count));
            }
        }
        return Optional.empty();
    }

    /** All but the last of several words must stand as they are, or nearly: endings come at the end. */
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
        for (String line : WordLists.readLines("wordbook.txt")) {
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
