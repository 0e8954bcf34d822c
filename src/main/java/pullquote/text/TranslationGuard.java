package pullquote.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.text.Quantity.Kind;

/** Checks translations for names and numbers that are not in the original. */
public final class TranslationGuard {
    private static final Pattern NAME = Pattern.compile("(?<=\\S )[\"“(«]?(\\p{Lu}[\\p{L}\\p{M}]*)");

    private TranslationGuard() {}

    /**
     * Returns true if the original contains every name and number of the translation, in any spelling. Capitalized
     * words that are known translations of a word in the original ("President") do not count as names.
     *
     * @param from the language of the original as an ISO 639 code
     * @param to the language of the translation as an ISO 639 code
     */
    public static boolean hasNoNewNamesOrNumbers(String original, String from, String translation, String to) {
        List<Quantity> numbers = QuantityParser.parse(original, from);
        Set<String> known = Gazetteer.find(original).stream()
                .map(Gazetteer.NameMention::canonicalName)
                .collect(Collectors.toSet());
        List<String> words = Tokenizer.LETTERS.words(original).toList();
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

    /** Returns true for capitalized English month and day names, which are not personal names. */
    private static boolean isQuantity(String word, String language) {
        return !QuantityParser.parse(word, language).isEmpty();
    }
}
