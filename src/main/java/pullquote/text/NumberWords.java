package pullquote.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Maps the words of one language to numbers, months, weekdays and amounts, from {@code number-words.txt}. */
final class NumberWords {
    private static final List<String> LANGUAGES = List.of("en", "ru", "kk");
    /** Letters of the longest inflectional ending. */
    private static final int MAX_ENDING_LENGTH = 6;

    private static final Pattern ADJECTIVE_ENDING = Pattern.compile(
            "(?:ый|ой|ая|ое|ые|ого|ому|ым|ом|ую|ых|ыми|ий|его|ему|им|ем|ее|яя|юю|ие|их|ей|й|м|х|я|е|ю|го|му)?");
    /** Units that follow a number within one word: девятилетний, трёхэтажный. */
    private static final Pattern MEASURE_SUFFIX =
            Pattern.compile("(?:лет|год|месяч|дне|час|минут|недел|процент|этаж|кратн).*");

    private static final Map<String, NumberWords> BY_LANGUAGE = load();

    private final boolean isKazakh;
    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();

    private NumberWords(boolean isKazakh) {
        this.isKazakh = isKazakh;
    }

    /** Returns the number words of {@code en}, {@code ru} or {@code kk}; other languages have none. */
    static NumberWords forLanguage(String language) {
        return BY_LANGUAGE.getOrDefault(language, new NumberWords(false));
    }

    /**
     * Returns the meanings of a word in the notation of {@link Quantity#values()}, and multipliers as {@code *1000};
     * empty if it is unknown.
     *
     * @param word the word in lower case
     */
    Set<String> meanings(String word) {
        Set<String> exact = words.get(word);
        if (exact != null) {
            return exact;
        }
        for (int length = word.length(); length >= Math.max(2, word.length() - MAX_ENDING_LENGTH); length--) {
            String meaning = stems.get(word.substring(0, length));
            if (meaning != null
                    && (!meaning.startsWith("#") || isKazakh || isAdjectiveEnding(word.substring(length)))) {
                return Set.of(meaning);
            }
        }
        return isKazakh ? inflectedMeanings(word) : compoundMeanings(word);
    }

    private static boolean isAdjectiveEnding(String ending) {
        return ADJECTIVE_ENDING.matcher(ending).matches();
    }

    /**
     * Returns the meanings of an inflected Kazakh number: бестен is a form of бес. Forms of "one" are excluded: бірге
     * means "together".
     */
    private Set<String> inflectedMeanings(String word) {
        for (String stem : SuffixStripper.kazakhStems(word)) {
            Set<String> meanings = words.getOrDefault(stem, Set.of());
            if (meanings.stream().anyMatch(meaning -> meaning.matches("\\*?\\d+") && !meaning.equals("1"))) {
                return meanings;
            }
        }
        return Set.of();
    }

    private Set<String> compoundMeanings(String word) {
        for (int length = 3; length < word.length(); length++) {
            Set<String> meanings = words.getOrDefault(word.substring(0, length), Set.of());
            if (meanings.stream().anyMatch(meaning -> meaning.matches("\\d+"))
                    && MEASURE_SUFFIX.matcher(word.substring(length)).matches()) {
                return meanings;
            }
        }
        return Set.of();
    }

    private static Map<String, NumberWords> load() {
        var all = new HashMap<String, NumberWords>();
        LANGUAGES.forEach(language -> all.put(language, new NumberWords(language.equals("kk"))));
        for (String line : WordLists.readLines("number-words.txt")) {
            String[] columns = line.split("\\|", -1);
            for (int i = 0; i < LANGUAGES.size(); i++) {
                NumberWords words = Objects.requireNonNull(all.get(LANGUAGES.get(i)));
                words.add(columns[0].strip(), columns[i + 1].strip().split(" "));
            }
        }
        return all;
    }

    private void add(String meaning, String... forms) {
        for (String form : forms) {
            if (form.length() > 1 && form.endsWith("-")) {
                stems.put(form.substring(0, form.length() - 1), meaning);
            } else if (form.length() > 1) {
                words.computeIfAbsent(form, f -> new HashSet<>()).add(meaning);
            }
        }
    }
}
