package pullquote.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pullquote.retrieval.Word;

/** The numbers, amounts and dates of a text, in one form: "two" is 2, "Jan. 7" is January 7, "most" is an amount. English so far. */
final class Figures {
    private static final Map<String, String> NUMBER_WORDS = numberWords();
    private static final Map<String, String> MONTHS = Stream.of(
                    "january february march april may june july august september october november december".split(" "))
            .flatMap(month -> Stream.of(month, month.substring(0, 3), month.equals("september") ? "sept" : month)
                    .distinct()
                    .map(form -> Map.entry(form, month)))
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20|21)\\d\\d");
    /** How many words on either side of a number may tell what it counts. */
    private static final int NEAR = 2;

    /**
     * A number or date.
     *
     * @param counted stem of the word behind it, if that tells what it counts; else empty
     * @param near stems of the words next to it
     */
    private record Figure(String value, String counted, Set<String> near) {}

    private final List<Figure> all = new ArrayList<>();

    private Figures() {}

    static Figures in(List<Word> words) {
        var figures = new Figures();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (isMonth(word)) {
                figures.all.add(new Figure(month(word), "", Set.of()));
            } else if (isNumber(word)) {
                figures.all.add(figure(words, i));
            }
        }
        return figures;
    }

    /** Whether a word is a number or a month. */
    static boolean isOne(Word word) {
        return isNumber(word) || isMonth(word);
    }

    /** Whether each of these is among the others, and counts the same there. */
    boolean areAmong(Figures others) {
        return all.stream().allMatch(one -> others.all.stream().anyMatch(other -> isSame(one, other)));
    }

    private static boolean isSame(Figure one, Figure other) {
        return one.value.equals(other.value) && (one.counted.isEmpty() || other.near.contains(one.counted));
    }

    private static Figure figure(List<Word> words, int at) {
        Word word = words.get(at);
        String value = NUMBER_WORDS.getOrDefault(word.lower(), word.lower().replace(",", ""));
        if (at > 0 && isMonth(words.get(at - 1))) {
            return new Figure(month(words.get(at - 1)) + " " + value, "", Set.of());
        }
        if (at + 1 < words.size() && isMonth(words.get(at + 1))) {
            return new Figure(month(words.get(at + 1)) + " " + value, "", Set.of());
        }
        List<String> behind = near(words, IntStream.range(at + 1, words.size()));
        List<String> before = near(words, IntStream.range(0, at).map(i -> at - 1 - i));
        String counted = behind.isEmpty() || YEAR.matcher(word.text()).matches() ? "" : behind.get(0);
        return new Figure(
                value, counted, Stream.concat(behind.stream(), before.stream()).collect(Collectors.toSet()));
    }

    /** Words from here on, up to the next number; but "90 million" is one. */
    private static List<String> near(List<Word> words, IntStream way) {
        var near = new ArrayList<String>();
        for (int i : way.toArray()) {
            Word word = words.get(i);
            if (isOne(word) && !near.isEmpty() || near.size() == NEAR) {
                break;
            }
            if (!isOne(word) && !word.stem().isEmpty()) {
                near.add(word.stem());
            }
        }
        return near;
    }

    private static boolean isNumber(Word word) {
        return word.isNumber() || NUMBER_WORDS.containsKey(word.lower());
    }

    private static String month(Word word) {
        return MONTHS.getOrDefault(word.lower(), "");
    }

    /** With a capital, for they march and they may. */
    private static boolean isMonth(Word word) {
        return Character.isUpperCase(word.text().charAt(0)) && MONTHS.containsKey(word.lower());
    }

    private static Map<String, String> numberWords() {
        var numbers = new LinkedHashMap<String, String>();
        List<String> units = List.of(("zero one two three four five six seven eight nine ten eleven twelve thirteen"
                        + " fourteen fifteen sixteen seventeen eighteen nineteen")
                .split(" "));
        units.forEach(word -> numbers.put(word, String.valueOf(units.indexOf(word))));
        List<String> tens = List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
        tens.forEach(word -> numbers.put(word, String.valueOf(20 + 10 * tens.indexOf(word))));
        List<String> places =
                List.of("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" "));
        List<String> endings = List.of("st", "nd", "rd");
        for (int i = 0; i < places.size(); i++) {
            numbers.put(places.get(i), (i + 1) + (i < endings.size() ? endings.get(i) : "th"));
        }
        Stream.of(("hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half"
                                + " quarter once twice double triple both maximum minimum most least more less fewer all every"
                                + " several many few majority minority")
                        .split(" "))
                .forEach(word -> numbers.put(word, word));
        return numbers;
    }
}
