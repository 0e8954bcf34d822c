package pullquote.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** English names of months and their abbreviations. */
public final class EnglishMonths {
    private static final List<String> NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Map<String, String> BY_FORM = NAMES.stream()
            .flatMap(name -> Stream.of(name, name.substring(0, 3), name.equals("september") ? "sept" : name)
                    .distinct()
                    .map(form -> Map.entry(form, name)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private EnglishMonths() {}

    /** Returns the full name, in lower case, of a month or its abbreviation without the full stop: "january" for "Jan". */
    public static Optional<String> fullName(String word) {
        return Optional.ofNullable(BY_FORM.get(word.toLowerCase(Locale.ROOT)));
    }
}
