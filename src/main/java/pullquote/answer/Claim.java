package pullquote.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.retrieval.Word;

/**
 * A sentence taken apart into what can be checked: its numbers and dates, its names, the words it quotes, what it
 * denies, who it says has said so, and its other words. English so far.
 */
record Claim(String text, List<Word> words) {
    /** How many of its plain words must stand in the source; the others may be the writer's own. */
    private static final double ENOUGH = 0.7;

    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");
    private static final Pattern AMOUNT = Pattern.compile("([$€£₸])\\s?(\\d(?:[\\d.,]*\\d)?)");
    private static final Map<String, String> UNITS = Map.of("$", "dollars", "€", "euros", "£", "pounds", "₸", "tenge");

    static Claim of(String sentence) {
        String text = AMOUNT.matcher(sentence)
                .replaceAll(amount -> amount.group(2) + " " + UNITS.get(amount.group(1)))
                .replace("%", " percent");
        return new Claim(text, Word.of(text, "en"));
    }

    /** How many of its words are neither names nor numbers, and tell what happened. */
    int plainWords() {
        return plain().size();
    }

    /** The part of its plain words that stand in the source, from 0 to 1. */
    double coveredBy(Claim source) {
        Set<String> plain = plain();
        Set<String> there = source.stems();
        return plain.isEmpty()
                ? 0
                : (double) plain.stream().filter(there::contains).count() / plain.size();
    }

    /**
     * Whether one sentence of an article says so: it has all its numbers, names and quoted words and most of its others,
     * denies the same, and is somebody's words if and only if the claim tells that it is.
     *
     * @param meant names, in lower case, that open the claim where the source says "he"
     */
    boolean isCarriedBy(Claim source, Set<String> meant) {
        return coveredBy(source) >= ENOUGH
                && Figures.in(words).areAmong(Figures.in(source.words))
                && source.hasNames(this, meant)
                && Speech.areMarksPaired(text)
                && Speech.quotations(text).stream().allMatch(source::hasWords)
                && source.denials().areKeptBy(denials(), stems(), source.stems())
                && isTold() == source.isTold()
                && Speech.speakers(words).stream().allMatch(source.stems()::contains);
    }

    /** The names that a sentence opens with, in lower case: who "he" is in the next one. */
    Set<String> openingNames() {
        return words.stream()
                .takeWhile(word -> isCapital(word) && !word.stem().isEmpty())
                .takeWhile(word -> !POSSESSIVE.matcher(word.text()).find())
                .map(Claim::name)
                .collect(Collectors.toSet());
    }

    boolean opensWithPronoun() {
        return !words.isEmpty()
                && Set.of("he", "she", "they", "his", "her", "their")
                        .contains(words.get(0).lower());
    }

    /** Such as "Tokayev said that ", if it begins so: what is joined to it may be meant as said by the same. */
    String openingOfSpeech() {
        return words.stream()
                .filter(Speech::isSaying)
                .findFirst()
                .map(verb -> text.substring(0, verb.start() + verb.text().length()) + " that ")
                .orElse("");
    }

    private Set<String> stems() {
        return Word.stems(words);
    }

    private Denials denials() {
        return Denials.in(text, words);
    }

    private boolean isTold() {
        return Speech.isTold(words) || Speech.isQuotedIn(text);
    }

    private Set<String> plain() {
        return words.stream()
                .filter(word -> !isCapital(word) && !Figures.isOne(word) && !Denials.isDenying(word))
                .filter(word -> !Speech.isSaying(word))
                .map(Word::stem)
                .filter(stem -> !stem.isEmpty())
                .collect(Collectors.toSet());
    }

    /** A word with a capital is a name as it stands; where a sentence opens it may be any word, in any form. */
    private boolean hasNames(Claim claim, Set<String> meant) {
        Set<String> exact = words.stream().map(Claim::name).collect(Collectors.toSet());
        Set<String> stems = stems();
        Set<String> opening = claim.openingNames();
        return claim.words.stream()
                .filter(word -> isCapital(word) && !word.stem().isEmpty())
                .filter(word -> !Figures.isOne(word) && !Speech.isSaying(word))
                .allMatch(word -> exact.contains(name(word))
                        || opening.contains(name(word)) && meant.contains(name(word))
                        || !word.isName() && stems.contains(word.stem()));
    }

    /** Compared without the comma or full stop that typography puts inside the marks. */
    private boolean hasWords(String quotation) {
        return text.contains(quotation.strip().replaceAll("[.,]$", ""));
    }

    private static boolean isCapital(Word word) {
        return Character.isUpperCase(word.text().codePointAt(0));
    }

    private static String name(Word word) {
        String text = word.text().toLowerCase(Locale.ROOT);
        return POSSESSIVE.matcher(text).replaceFirst("").replace('’', '\'');
    }
}
