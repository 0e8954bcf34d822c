package pullquote.answer;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.retrieval.Word;

/**
 * What a sentence claims, taken apart into what can be checked: its numbers and names, the words it quotes, whether it
 * denies, whether it tells who said so, and its other words.
 */
record Claim(
        Set<String> stems,
        Set<String> numbers,
        Set<String> names,
        List<String> quotations,
        boolean denies,
        boolean isSpeech) {
    /** How many of its words must stand in the evidence; the others may be the writer's own. */
    private static final double ENOUGH = 0.7;

    private static final Pattern NEGATION = Pattern.compile(
            "\\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\\b|n['’]t\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> NUMBER_WORDS = Set.of(("two three four five six seven eight nine ten eleven twelve"
                    + " twenty thirty forty fifty hundred thousand million billion half third dozen first second")
            .split(" "));

    static Claim of(String text, String language) {
        List<Word> words = Word.of(text, language);
        Set<String> stems = Word.stems(words);
        return new Claim(
                stems,
                words.stream().filter(Claim::isNumber).map(Word::lower).collect(Collectors.toSet()),
                words.stream()
                        .filter(Word::isName)
                        .map(Word::stem)
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.toSet()),
                Speech.quotations(text),
                NEGATION.matcher(text).find(),
                Speech.isIn(text, stems));
    }

    private static boolean isNumber(Word word) {
        return word.isNumber() || NUMBER_WORDS.contains(word.lower());
    }

    /** The part of its words that stand in the evidence, from 0 to 1. */
    double coveredBy(List<Evidence> evidence) {
        Set<String> there = of(evidence).stems;
        long covered = stems.stream().filter(there::contains).count();
        return stems.isEmpty() ? 0 : (double) covered / stems.size();
    }

    /**
     * Whether the evidence says so: it has all its numbers, names and quoted words, most of its others, denies if it
     * denies, and is nobody's words unless the claim tells that it is somebody's.
     */
    boolean isCarriedBy(List<Evidence> evidence) {
        Claim there = of(evidence);
        return coveredBy(evidence) >= ENOUGH
                && there.numbers.containsAll(numbers)
                && there.stems.containsAll(names)
                && quotations.stream().allMatch(quotation -> isQuotedFrom(evidence, quotation))
                && denies == there.denies
                && (isSpeech || !there.isSpeech);
    }

    private static Claim of(List<Evidence> evidence) {
        String language = evidence.get(0).article().about().language();
        return of(evidence.stream().map(Evidence::quote).collect(Collectors.joining("\n")), language);
    }

    /** Compared without the comma or full stop that typography puts inside the marks. */
    private static boolean isQuotedFrom(List<Evidence> evidence, String quotation) {
        String words = quotation.strip().replaceAll("[.,]$", "");
        return evidence.stream().anyMatch(one -> one.quote().contains(words));
    }
}
