package pullquote.answer.proof;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pullquote.answer.Speech;
import pullquote.retrieval.Word;

/**
 * A sentence taken apart into what can be checked: its numbers and dates, its names, the words it quotes, what it
 * denies, who it says has said so, who does what in it, and its other words. English so far.
 */
final class Claim {
    private static final Pattern AMOUNT = Pattern.compile("([$€£₸])\\s?(\\d(?:[\\d.,]*\\d)?)");
    /** With fewer, it is no more than "They died." or "on Jan. 7". */
    private static final int FEWEST_WORDS = 2;

    private static final Pattern UNFINISHED = Pattern.compile("[:?,;…–-]\\s*$|\\?(?![^“]*”)(?![^\"]*\"$)");
    private static final Map<String, String> UNITS = Map.of("$", "dollars", "€", "euros", "£", "pounds", "₸", "tenge");
    private static final Pattern NO_ONE = Pattern.compile("\\b([Nn])o one\\b");
    /** Say little more than that something is so, or when. */
    private static final Set<String> LIGHT =
            Set.of("also", "then", "again", "however", "there", "since", "among", "both");

    /** How far behind an office its holder may stand: "Commissioner for Human Rights Elvira Azimova". */
    private static final int REACH_OF_OFFICE = 5;

    /** "Alleged mistreatment" is not mistreatment. */
    private static final Set<String> HEDGES = Set.of(
            "alleged",
            "allegedly",
            "suspected",
            "possible",
            "possibly",
            "potential",
            "probable",
            "probably",
            "likely",
            "apparent",
            "apparently",
            "purported",
            "supposed",
            "so-called",
            "proposed",
            "attempted",
            "former",
            "nearly",
            "almost",
            "partly",
            "partially");

    private static final Set<String> PRONOUN_LINKS = Set.of("", "of", "by", "according", Phrase.UNSURE);

    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it", "his", "her", "their", "its");

    private final String text;
    private final List<Word> words;
    private final Cast cast;
    private final Set<String> stems;
    private final Figures figures;
    private final Denials denials;
    private final Arrangement arrangement;

    private Claim(String text, Cast cast) {
        this.text = text;
        this.cast = cast;
        this.words = cast.recognize(Word.of(text, "en"));
        this.stems = Word.stems(words);
        this.figures = Figures.in(text, words);
        this.arrangement = Arrangement.of(text, words);
        this.denials = Denials.in(text, words, arrangement);
    }

    /** @param cast of the article that is to carry it */
    static Claim of(String sentence, Cast cast) {
        String text = AMOUNT.matcher(sentence)
                .replaceAll(amount -> amount.group(2) + " " + UNITS.get(amount.group(1)))
                .replace("%", " percent");
        return new Claim(NO_ONE.matcher(text).replaceAll("$1obody"), cast);
    }

    /**
     * What keeps one sentence of an article from saying so; empty if it does.
     *
     * @param meant stems that the claim may have where the source says "he"
     */
    Set<Doubt> doubts(Claim source, Set<String> meant) {
        return Arrays.stream(Doubt.values())
                .filter(doubt -> doubt.arises(this, source, meant))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Doubt.class)));
    }

    boolean isCarriedBy(Claim source, Set<String> meant) {
        return Arrays.stream(Doubt.values()).noneMatch(doubt -> doubt.arises(this, source, meant));
    }

    /** Whether there is enough of it to be true or untrue. */
    boolean saysSomething() {
        long figuresAndDenials = words.stream()
                .filter(word -> Figures.isOne(word) || Denials.isDenying(word))
                .count();
        return contents().size() + figuresAndDenials >= FEWEST_WORDS
                && arrangement.hasVerb()
                && !UNFINISHED.matcher(text).find();
    }

    String text() {
        return text;
    }

    List<Word> words() {
        return words;
    }

    Set<String> stems() {
        return stems;
    }

    Cast cast() {
        return cast;
    }

    Figures figures() {
        return figures;
    }

    Denials denials() {
        return denials;
    }

    Arrangement arrangement() {
        return arrangement;
    }

    /** Whether it tells what it says as somebody's words. */
    boolean isTold() {
        return Speech.isTold(words) || Speech.isQuotedIn(text);
    }

    /** Whether a verb tells what a claim takes from it as somebody's words. */
    boolean isSaidOf(Claim claim) {
        boolean reportedly = words.stream().anyMatch(word -> word.lower().endsWith("edly") && Speech.isSaying(word));
        return Speech.isTold(words) && (reportedly || arrangement.tells(claim.arrangement));
    }

    /** Whether both use the same verb of saying. */
    boolean sharesSaying(Claim claim) {
        return claim.words.stream().filter(Speech::isSaying).anyMatch(word -> stems.contains(word.stem()));
    }

    /** Whether what a claim takes from it is told as somebody's words. */
    boolean isToldOf(Claim claim) {
        return isSaidOf(claim)
                || Speech.isQuotedIn(text)
                        && Speech.quotations(text).stream()
                                .flatMap(quotation -> Word.of(quotation, "en").stream())
                                .anyMatch(word -> claim.contents().contains(word.stem()));
    }

    /** Stems of the words that tell what happened: neither numbers nor of saying so. */
    Set<String> contents() {
        return words.stream()
                .filter(word -> !Figures.isOne(word) && !Denials.isDenying(word) && !Speech.isSaying(word))
                .filter(word -> !LIGHT.contains(word.lower()) && !isTitle(word))
                .map(Word::stem)
                .filter(stem -> !stem.isEmpty())
                .collect(Collectors.toSet());
    }

    Set<String> hedges() {
        return words.stream().map(Word::lower).filter(HEDGES::contains).collect(Collectors.toSet());
    }

    /** Hedges before words that a claim has too. */
    Set<String> hedgesOf(Claim claim) {
        return IntStream.range(0, words.size() - 1)
                .filter(i -> HEDGES.contains(words.get(i).lower())
                        && claim.stems.contains(words.get(i + 1).stem()))
                .mapToObj(i -> words.get(i).lower())
                .collect(Collectors.toSet());
    }

    /** "Mrs." before a name; whose it is {@link Cast} knows. */
    private boolean isTitle(Word word) {
        int next = words.indexOf(word) + 1;
        return Cast.isHonorific(word)
                && next < words.size()
                && Cast.isPerson(words.get(next).stem());
    }

    boolean hasPronoun() {
        return words.stream().anyMatch(word -> PRONOUNS.contains(word.lower()));
    }

    Set<String> people() {
        return stems.stream().filter(Cast::isPerson).collect(Collectors.toSet());
    }

    /** Whether all names of a claim are its own, written so. */
    boolean hasNames(Claim claim, Set<String> meant) {
        Set<String> exact = words.stream().map(Cast::name).collect(Collectors.toSet());
        return claim.areTogether(this)
                && claim.words.stream()
                        .filter(word -> isCapital(word) && !word.stem().isEmpty())
                        .filter(word -> !Figures.isOne(word) && !Speech.isSaying(word) && !isTitle(word))
                        .allMatch(word -> exact.contains(Cast.name(word))
                                || meant.contains(word.stem())
                                || (Cast.isPerson(word.stem()) || !word.isName()) && stems.contains(word.stem()));
    }

    /** Whether those who are meant by a pronoun stand where a pronoun may. */
    boolean usesAsPronouns(Set<String> meant) {
        return arrangement.linksOf(meant).stream().allMatch(PRONOUN_LINKS::contains);
    }

    /** Whether names that stand side by side do so there, or are one person's. */
    private boolean areTogether(Claim source) {
        for (int i = 0; i + 1 < words.size(); i++) {
            Word one = words.get(i);
            Word next = words.get(i + 1);
            boolean side = isCapital(next)
                    && (isCapital(one) || Cast.isOffice(one))
                    && !one.stem().isEmpty()
                    && !next.stem().isEmpty()
                    && text.substring(one.start() + one.text().length(), next.start())
                            .equals(" ")
                    && !one.text().matches(".*['’]s?");
            boolean open = one.start() == 0 && !one.isName() || Figures.isOne(one) || Figures.isOne(next);
            boolean known = Cast.isPerson(next.stem())
                    && (Cast.isPerson(one.stem()) || Cast.isOffice(one) || Cast.isHonorific(one));
            if (side && !open && !known && !source.hasSideBySide(one, next, Cast.isOffice(one) ? REACH_OF_OFFICE : 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasSideBySide(Word one, Word next, int reach) {
        for (int i = 0; i < words.size(); i++) {
            if (Cast.name(words.get(i)).equals(Cast.name(one))) {
                for (int j = i + 1; j < words.size() && j - i <= reach; j++) {
                    if (Speech.isParted(text, words.get(j - 1), words.get(j))) {
                        break;
                    }
                    if (Cast.name(words.get(j)).equals(Cast.name(next))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Compared without the comma or full stop that typography puts inside the marks. */
    boolean hasWords(String quotation) {
        return text.contains(quotation.strip().replaceAll("[.,]$", ""));
    }

    /** Such as "Tokayev said that ", if it begins so: what is joined to it may be meant as said by the same. */
    String openingOfSpeech() {
        return words.stream()
                .filter(Speech::isSaying)
                .findFirst()
                .map(verb -> text.substring(0, verb.start() + verb.text().length()) + " that ")
                .orElse("");
    }

    /** What stands before its first verb, as it is written. */
    String subject() {
        return text.substring(0, arrangement.startOfVerb());
    }

    private static boolean isCapital(Word word) {
        return Character.isUpperCase(word.text().codePointAt(0));
    }

    @Override
    public String toString() {
        return text;
    }
}
