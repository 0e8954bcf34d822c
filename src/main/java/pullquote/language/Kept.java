package pullquote.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.language.Quantity.Kind;

/** Whether a translation has made up a name or a number. */
public final class Kept {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern NAME = Pattern.compile("(?<=\\S )[\"“(«]?(\\p{Lu}[\\p{L}\\p{M}]*)");

    private Kept() {}

    /**
     * Whether each name and number of a translation stands in the original, in one of its spellings. A word of the
     * translation that begins with a capital by the custom of its language, as English "President", is none.
     */
    public static boolean allFrom(String original, String from, String translation, String to) {
        List<Quantity> numbers = Quantities.in(original, from);
        Set<String> known =
                KnownNames.in(original).stream().map(KnownNames.Known::name).collect(Collectors.toSet());
        List<String> words =
                WORD.matcher(original).results().map(MatchResult::group).toList();
        Set<String> english = words.stream()
                .flatMap(word -> Lexicon.english(word, from).stream())
                .collect(Collectors.toSet());
        List<KnownNames.Known> named = KnownNames.in(translation);
        return Quantities.in(translation, to).stream()
                        .filter(one -> one.kind() != Kind.AMOUNT)
                        .allMatch(one -> numbers.stream().anyMatch(one::isSame))
                && named.stream().allMatch(one -> known.contains(one.name()))
                && NAME.matcher(translation)
                        .results()
                        .filter(name -> named.stream()
                                .noneMatch(one -> one.start() <= name.start(1) && name.start(1) < one.end()))
                        .map(name -> name.group(1))
                        .allMatch(name -> english.contains(name.toLowerCase(Locale.ROOT))
                                || isNumber(name, to)
                                || words.stream().anyMatch(word -> Romanization.areSame(word, name)));
    }

    /** Months and days have capitals in English. */
    private static boolean isNumber(String word, String language) {
        return !Quantities.in(word, language).isEmpty();
    }
}
