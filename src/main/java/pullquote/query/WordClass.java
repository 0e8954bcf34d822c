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

/**
 * Classifies words of any language by what they say about a question or an answer: a month, a reason, a verb of saying.
 */
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
    /** Words that only phrase the request and do not name its subject. */
    ASKING,
    /** Words that ask for a summary and do not name its subject. */
    SUMMARISING;

    private static final Map<WordClass, Set<String>> ENGLISH = english();
    /** Words and their stems, by language. A list cannot contain all forms of a word, so stems match too. */
    private static final Map<String, Map<WordClass, Set<String>>> OTHERS = others();

    /**
     * Returns true if the word belongs to this class.
     *
     * @param language the language of the word; without a list for it no word belongs to any class
     */
    public boolean contains(Word word, String language) {
        if (language.equals("en")) {
            return ENGLISH.getOrDefault(this, Set.of()).contains(word.lower());
        }
        Set<String> words = OTHERS.getOrDefault(language, Map.of()).getOrDefault(this, Set.of());
        return words.contains(word.lower()) || words.contains("=" + word.stem());
    }

    /**
     * Returns true if there is a list for this class and language. Kazakh and Turkish, for example, have no
     * prepositions.
     */
    public boolean isKnownIn(String language) {
        return language.equals("en")
                ? ENGLISH.containsKey(this)
                : OTHERS.getOrDefault(language, Map.of()).containsKey(this);
    }

    private static Map<WordClass, Set<String>> english() {
        var classes = new EnumMap<WordClass, Set<String>>(WordClass.class);
        classes.put(MONTHS, WordList.MONTHS);
        classes.put(DATES, WordList.DATES);
        classes.put(TIMES, WordList.TIMES);
        classes.put(NUMBERS, WordList.NUMBERS);
        classes.put(LOOSE_NUMBERS, WordList.LOOSE_NUMBERS);
        classes.put(REASONS, WordList.REASONS);
        classes.put(DURATIONS, WordList.DURATIONS);
        classes.put(FREQUENCIES, WordList.FREQUENCIES);
        classes.put(AGES, WordList.AGES);
        classes.put(PREPOSITIONS, WordList.PREPOSITIONS);
        classes.put(PLACES, WordList.PLACES);
        classes.put(COUNTRIES, WordList.COUNTRIES);
        classes.put(PRONOUNS, WordList.PRONOUNS);
        classes.put(ASKING, WordList.ASKING);
        classes.put(SUMMARISING, WordList.SUMMARISING);
        return Collections.unmodifiableMap(classes);
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
        all.forEach((language, classes) -> classes.put(COUNTRIES, withStems(countries(language), language)));
        return all;
    }

    private static Set<String> withStems(String words, String language) {
        var forms = new HashSet<String>();
        for (Word word : Word.tokenize(words, language)) {
            forms.add(word.lower());
            if (!word.stem().isEmpty()) {
                forms.add("=" + word.stem());
            }
        }
        return forms;
    }

    /** Returns the words of all country names, as the JDK spells them in the language. */
    private static String countries(String language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale("", code).getDisplayCountry(Locale.forLanguageTag(language)))
                .flatMap(name -> Arrays.stream(name.split("[ &().,]+")))
                .filter(word -> word.length() > 3)
                .collect(Collectors.joining(" "));
    }
}
