package pullquote.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pullquote.text.EnglishMonths;
import pullquote.text.EnglishNumberWords;
import pullquote.text.ReportedSpeech;
import pullquote.text.Word;

/**
 * The numbers, amounts and dates of an English text in a normal form: "two" is 2, "Jan. 7" is January 7, "most" is an
 * amount.
 */
public final class NumericFacts {
    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20|21)\\d\\d");
    private static final Set<String> LINKING_WORDS =
            Set.of("of", "the", "a", "an", "its", "their", "his", "her", "our", "these", "those");
    /** How many words on either side of a number can name what it counts. */
    private static final int MAX_ADJACENT_WORDS = 2;

    /**
     * A number or date.
     *
     * @param countedStems stems of the words after it that can name what it counts
     * @param adjacentStems stems of the words next to it
     */
    private record NumericFact(String value, Set<String> countedStems, Set<String> adjacentStems) {}

    private final List<NumericFact> facts = new ArrayList<>();

    private NumericFacts() {}

    static NumericFacts find(String text, List<Word> words) {
        var figures = new NumericFacts();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (isMonth(word)) {
                figures.facts.add(new NumericFact(monthName(word), Set.of(), Set.of()));
            } else if (isNumber(word)) {
                figures.facts.add(createFact(words, i, text));
            }
        }
        return figures;
    }

    /** Returns true if the word is a number or a month. */
    static boolean isNumberOrMonth(Word word) {
        return isNumber(word) || isMonth(word);
    }

    /** Returns true if the others contain each of these facts, counting the same. */
    boolean isSubsetOf(NumericFacts others) {
        return facts.stream().allMatch(one -> others.facts.stream().anyMatch(other -> isSameFact(one, other)));
    }

    private static boolean isSameFact(NumericFact one, NumericFact other) {
        return one.value.equals(other.value)
                && (one.countedStems.isEmpty() || one.countedStems.stream().anyMatch(other.adjacentStems::contains));
    }

    private static NumericFact createFact(List<Word> words, int at, String text) {
        Word word = words.get(at);
        String denied = at > 0 && NegationScope.isNegator(words.get(at - 1)) ? "not " : "";
        String value = denied
                + EnglishNumberWords.value(word.lower())
                        .orElseGet(() -> word.lower().replace(",", ""));
        if (at > 0 && isMonth(words.get(at - 1))) {
            return new NumericFact(monthName(words.get(at - 1)) + " " + value, Set.of(), Set.of());
        }
        if (at + 1 < words.size() && isMonth(words.get(at + 1))) {
            return new NumericFact(monthName(words.get(at + 1)) + " " + value, Set.of(), Set.of());
        }
        Set<String> behind = adjacentStems(words, IntStream.range(at, words.size()), text);
        Set<String> before = adjacentStems(words, IntStream.rangeClosed(0, at).map(i -> at - i), text);
        Set<String> counted = YEAR.matcher(word.text()).matches() ? Set.of() : behind;
        return new NumericFact(
                value, counted, Stream.concat(behind.stream(), before.stream()).collect(Collectors.toSet()));
    }

    /** Returns the stems up to the next number or mark. "90 million" is one number. */
    private static Set<String> adjacentStems(List<Word> words, IntStream way, String text) {
        var near = new LinkedHashSet<String>();
        int last = -1;
        for (int i : way.toArray()) {
            Word word = words.get(i);
            boolean linked = LINKING_WORDS.contains(word.lower());
            if (isNumberOrMonth(word) && !near.isEmpty()
                    || near.size() == MAX_ADJACENT_WORDS
                    || last >= 0 && word.stem().isEmpty() && !linked
                    || last >= 0
                            && ReportedSpeech.isSeparated(
                                    text, words.get(Math.min(i, last)), words.get(Math.max(i, last)))) {
                break;
            }
            last = i;
            if (!isNumberOrMonth(word) && !word.stem().isEmpty()) {
                near.add(word.stem());
            }
        }
        return near;
    }

    /** Matches digits and number words, amounts such as "most" included. */
    private static boolean isNumber(Word word) {
        return word.isNumber() || EnglishNumberWords.isNumberWord(word.lower());
    }

    private static String monthName(Word word) {
        return EnglishMonths.fullName(word.text()).orElse("");
    }

    /** Requires a capital letter, because "march" and "may" are also verbs. */
    private static boolean isMonth(Word word) {
        return Character.isUpperCase(word.text().charAt(0))
                && EnglishMonths.fullName(word.text()).isPresent();
    }
}
