package pullquote.query;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pullquote.text.Word;
import pullquote.text.WordLists;

/** What words tell about an answer or a question, whatever their language: that they are a month, or a reason, or a voice. */
public enum WordClass {
    MONTHS,
    DATES,
    TIMES,
    NUMBERS,
    LOOSE_NUMBERS,
    REASONS,
    DURATIONS,
    FREQUENCIES,
    AGES,
    PREPOSITIONS,
    PLACES,
    COUNTRIES,
    SAYING,
    PRONOUNS,
    /** Words that say how something is asked and not what. */
    ASKING,
    /** Words that ask for a summary, and say nothing of what it is to be of. */
    SUMMARISING;

    private static final Map<WordClass, Set<String>> ENGLISH = english();
    /** By language: words, and their stems, for a list cannot hold all the forms that a word has. */
    private static final Map<String, Map<WordClass, Set<String>>> OTHERS = others();

    /** @param language the one that the word is written in; of one without a list no word is of any sort */
    public boolean contains(Word word, String language) {
        if (language.equals("en")) {
            return ENGLISH.getOrDefault(this, Set.of()).contains(word.lower());
        }
        Set<String> words = OTHERS.getOrDefault(language, Map.of()).getOrDefault(this, Set.of());
        return words.contains(word.lower()) || words.contains("=" + word.stem());
    }

    /** Whether the language has such words that we know of; Kazakh and Turkish, for one, have no prepositions. */
    public boolean isKnownIn(String language) {
        return language.equals("en")
                ? ENGLISH.containsKey(this)
                : OTHERS.getOrDefault(language, Map.of()).containsKey(this);
    }

    private static Map<WordClass, Set<String>> english() {
        var sorts = new EnumMap<WordClass, Set<String>>(WordClass.class);
        sorts.put(MONTHS, WordList.MONTHS);
        sorts.put(DATES, WordList.DATES);
        sorts.put(TIMES, WordList.TIMES);
        sorts.put(NUMBERS, WordList.NUMBERS);
        sorts.put(LOOSE_NUMBERS, WordList.LOOSE_NUMBERS);
        sorts.put(REASONS, WordList.REASONS);
        sorts.put(DURATIONS, WordList.DURATIONS);
        sorts.put(FREQUENCIES, WordList.FREQUENCIES);
        sorts.put(AGES, WordList.AGES);
        sorts.put(PREPOSITIONS, WordList.PREPOSITIONS);
        sorts.put(PLACES, WordList.PLACES);
        sorts.put(COUNTRIES, WordList.COUNTRIES);
        sorts.put(PRONOUNS, WordList.PRONOUNS);
        sorts.put(ASKING, WordList.ASKING);
        sorts.put(SUMMARISING, WordList.SUMMARISING);
        return Collections.unmodifiableMap(sorts);
    }

    private static Map<String, Map<WordClass, Set<String>>> others() {
        var all = new HashMap<String, Map<WordClass, Set<String>>>();
        for (String line : WordLists.readLines("word-sorts.txt")) {
            List<String> parts = Arrays.asList(line.split(" "));
            all.computeIfAbsent(parts.get(0), language -> new EnumMap<>(WordClass.class))
                    .put(
                            WordClass.valueOf(parts.get(1)),
                            withStems(String.join(" ", parts.subList(2, parts.size())), parts.get(0)));
        }
        all.forEach((language, sorts) -> sorts.put(COUNTRIES, withStems(countries(language), language)));
        return all;
    }

    private static Set<String> withStems(String words, String language) {
        var both = new HashSet<String>();
        for (Word word : Word.tokenize(words, language)) {
            both.add(word.lower());
            if (!word.stem().isEmpty()) {
                both.add("=" + word.stem());
            }
        }
        return both;
    }

    /** As the JDK knows them: "Казахстан", "Королевство", and with each the words of its name. */
    private static String countries(String language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale("", code).getDisplayCountry(Locale.forLanguageTag(language)))
                .flatMap(name -> Arrays.stream(name.split("[ &().,]+")))
                .filter(word -> word.length() > 3)
                .collect(Collectors.joining(" "));
    }
}
