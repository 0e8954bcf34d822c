package pullquote.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.text.Quantity.Kind;

/** Whether a translation has made up a name or a number. */
public final class TranslationGuard {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern NAME = Pattern.compile("(?<=\\S )[\"“(«]?(\\p{Lu}[\\p{L}\\p{M}]*)");

    private TranslationGuard() {}

    /**
     * Whether each name and number of a translation stands in the original, in one of its spellings. A word of the
     * translation that begins with a capital by the custom of its language, as English "President", is none.
     */
    public static boolean hasNoNewNamesOrNumbers(String original, String from, String translation, String to) {
        List<Quantity> numbers = QuantityParser.parse(original, from);
        Set<String> known = Gazetteer.find(original).stream()
                .map(Gazetteer.NameMention::canonicalName)
                .collect(Collectors.toSet());
        List<String> words =
                WORD.matcher(original).results().map(MatchResult::group).toList();
        Set<String> english = words.stream()
                .flatMap(word -> BilingualLexicon.translate(word, from).stream())
                .collect(Collectors.toSet());
        List<Gazetteer.NameMention> named = Gazetteer.find(translation);
        return QuantityParser.parse(translation, to).stream()
                        .filter(one -> one.kind() != Kind.QUANTIFIER)
                        .allMatch(one -> numbers.stream().anyMatch(one::hasCommonValue))
                && named.stream().allMatch(one -> known.contains(one.canonicalName()))
                && NAME.matcher(translation)
                        .results()
                        .filter(name -> named.stream()
                                .noneMatch(one -> one.start() <= name.start(1) && name.start(1) < one.end()))
                        .map(name -> name.group(1))
                        .allMatch(name -> english.contains(name.toLowerCase(Locale.ROOT))
                                || isQuantity(name, to)
                                || words.stream().anyMatch(word -> Transliterator.isSameName(word, name)));
    }

    /** Months and days have capitals in English. */
    private static boolean isQuantity(String word, String language) {
        return !QuantityParser.parse(word, language).isEmpty();
    }
}
