package pullquote.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognizes English words for numbers, ordinals and amounts, for example "seven", "third" or "dozens". */
public final class EnglishNumberWords {
    private static final Map<String, String> VALUES = values();

    private EnglishNumberWords() {}

    /** Returns true if the word, in lower case, stands for a number or an amount. */
    public static boolean isNumberWord(String word) {
        return VALUES.containsKey(word);
    }

    /** Returns the value of a word in lower case: "7" for "seven", "3rd" for "third", the word itself for "dozens". */
    public static Optional<String> value(String word) {
        return Optional.ofNullable(VALUES.get(word));
    }

    private static Map<String, String> values() {
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
                                + " quarter once twice double triple most least more less fewer all"
                                + " several many few majority minority")
                        .split(" "))
                .forEach(word -> numbers.put(word, word));
        numbers.put("every", "all");
        numbers.put("each", "all");
        numbers.put("maximum", "most");
        numbers.put("minimum", "least");
        return numbers;
    }
}
