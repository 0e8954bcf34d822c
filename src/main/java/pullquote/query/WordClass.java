package pullquote.query;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Words and their stems, by language. A list cannot contain all forms of a word, so stems match too. */
    private static final Map<String, Map<WordClass, Set<String>>> BY_LANGUAGE = load();

    /**
     * Returns true if the word belongs to this class.
     *
     * @param language the language of the word; without a list for it no word belongs to any class
     */
    public boolean contains(Word word, String language) {
        Set<String> words = BY_LANGUAGE.getOrDefault(language, Map.of()).getOrDefault(this, Set.of());
        return words.contains(word.lower()) || words.contains("=" + word.stem());
    }

    /**
     * Returns true if there is a list for this class and language. Kazakh and Turkish, for example, have no
     * prepositions.
     */
    public boolean isDefinedFor(String language) {
        return BY_LANGUAGE.getOrDefault(language, Map.of()).containsKey(this);
    }

    private static Map<String, Map<WordClass, Set<String>>> load() {
        var all = new HashMap<String, Map<WordClass, Set<String>>>();
        for (String line : WordLists.readLines("word-classes.txt")) {
            String[] parts = line.split(" ", 3);
            all.computeIfAbsent(parts[0], language -> new EnumMap<>(WordClass.class))
                    .put(WordClass.valueOf(parts[1]), forms(Stream.of(parts[2].split(" ", -1)), parts[0]));
        }
        all.forEach((language, classes) -> classes.put(COUNTRIES, forms(countryWords(language), language)));
        return all;
    }

    /** English words match as they are. In other languages their stems, marked with "=", match too. */
    private static Set<String> forms(Stream<String> words, String language) {
        if (language.equals("en")) {
            return words.map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        }
        var forms = new HashSet<String>();
        for (Word word : Word.tokenize(words.collect(Collectors.joining(" ")), language)) {
            forms.add(word.lower());
            if (!word.stem().isEmpty()) {
                forms.add("=" + word.stem());
            }
        }
        return forms;
    }

    /** Returns the words of all country names, as the JDK spells them in the language. */
    private static Stream<String> countryWords(String language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale("", code).getDisplayCountry(Locale.forLanguageTag(language)))
                .flatMap(name -> Arrays.stream(name.split("[ &().,]+")))
                .filter(word -> word.length() > 3);
    }
}
