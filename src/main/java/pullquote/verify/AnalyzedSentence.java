package pullquote.verify;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pullquote.text.Chunk;
import pullquote.text.ReportedSpeech;
import pullquote.text.Word;

/**
 * A sentence taken apart into what can be checked: its numbers and dates, its names, the words it quotes, what it
 * denies, who it says has said so, who does what in it, and its other words. English so far.
 */
final class AnalyzedSentence {
    private static final Pattern CURRENCY_AMOUNT = Pattern.compile("([$€£₸])\\s?(\\d(?:[\\d.,]*\\d)?)");
    /** With fewer, it is no more than "They died." or "on Jan. 7". */
    private static final int MIN_CONTENT_WORDS = 2;

    private static final Pattern INCOMPLETE_SENTENCE = Pattern.compile("[:?,;…–-]\\s*$|\\?(?![^“]*”)(?![^\"]*\"$)");
    private static final Map<String, String> CURRENCY_NAMES =
            Map.of("$", "dollars", "€", "euros", "£", "pounds", "₸", "tenge");
    private static final Pattern NEGATIVE_PRONOUNS = Pattern.compile("\\b([Nn])o one\\b");
    /** Say little more than that something is so, or when. */
    private static final Set<String> LOW_CONTENT_WORDS =
            Set.of("also", "then", "again", "however", "there", "since", "among", "both");

    /** How far behind an office its holder may stand: "Commissioner for Human Rights Elvira Azimova". */
    private static final int MAX_OFFICE_DISTANCE = 5;

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

    private static final Set<String> PRONOUN_PREPOSITIONS =
            Set.of("", "of", "by", "according", Chunk.UNKNOWN_PREPOSITION);

    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it", "his", "her", "their", "its");

    private final String text;
    private final List<Word> words;
    private final EntityIndex entities;
    private final Set<String> stems;
    private final NumericFacts numericFacts;
    private final NegationScope negations;
    private final PredicateArguments predicateArguments;

    private AnalyzedSentence(String text, EntityIndex cast) {
        this.text = text;
        this.entities = cast;
        this.words = cast.resolve(Word.tokenize(text, "en"));
        this.stems = Word.stems(words);
        this.numericFacts = NumericFacts.find(text, words);
        this.predicateArguments = PredicateArguments.of(text, words);
        this.negations = NegationScope.find(text, words, predicateArguments);
    }

    /** @param cast of the article that is to carry it */
    static AnalyzedSentence of(String sentence, EntityIndex cast) {
        String text = CURRENCY_AMOUNT
                .matcher(sentence)
                .replaceAll(amount -> amount.group(2) + " " + CURRENCY_NAMES.get(amount.group(1)))
                .replace("%", " percent");
        return new AnalyzedSentence(NEGATIVE_PRONOUNS.matcher(text).replaceAll("$1obody"), cast);
    }

    /**
     * What keeps one sentence of an article from saying so; empty if it does.
     *
     * @param meant stems that the claim may have where the source says "he"
     */
    Set<ClaimRule> violations(AnalyzedSentence source, Set<String> meant) {
        return Arrays.stream(ClaimRule.values())
                .filter(doubt -> doubt.violates(this, source, meant))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClaimRule.class)));
    }

    boolean isSupportedBy(AnalyzedSentence source, Set<String> meant) {
        return Arrays.stream(ClaimRule.values()).noneMatch(doubt -> doubt.violates(this, source, meant));
    }

    /** Whether there is enough of it to be true or untrue. */
    boolean isStatement() {
        long figuresAndDenials = words.stream()
                .filter(word -> NumericFacts.isNumberOrMonth(word) || NegationScope.isNegator(word))
                .count();
        return contentStems().size() + figuresAndDenials >= MIN_CONTENT_WORDS
                && predicateArguments.hasVerb()
                && !INCOMPLETE_SENTENCE.matcher(text).find();
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

    EntityIndex entities() {
        return entities;
    }

    NumericFacts numericFacts() {
        return numericFacts;
    }

    NegationScope negations() {
        return negations;
    }

    PredicateArguments predicateArguments() {
        return predicateArguments;
    }

    /** Whether it tells what it says as somebody's words. */
    boolean isReported() {
        return ReportedSpeech.hasReportingClause(words) || ReportedSpeech.containsQuotation(text);
    }

    /** Whether a verb tells what a claim takes from it as somebody's words. */
    boolean hasReportedContentOf(AnalyzedSentence claim) {
        boolean reportedly =
                words.stream().anyMatch(word -> word.lower().endsWith("edly") && ReportedSpeech.isReportingVerb(word));
        return ReportedSpeech.hasReportingClause(words)
                && (reportedly || predicateArguments.hasReportedContentOf(claim.predicateArguments));
    }

    /** Whether both use the same verb of saying. */
    boolean hasReportingVerbOf(AnalyzedSentence claim) {
        return claim.words.stream()
                .filter(ReportedSpeech::isReportingVerb)
                .anyMatch(word -> stems.contains(word.stem()));
    }

    /** Whether what a claim takes from it is told as somebody's words. */
    boolean hasReportedOrQuotedContentOf(AnalyzedSentence claim) {
        return hasReportedContentOf(claim)
                || ReportedSpeech.containsQuotation(text)
                        && ReportedSpeech.quotations(text).stream()
                                .flatMap(quotation -> Word.tokenize(quotation, "en").stream())
                                .anyMatch(word -> claim.contentStems().contains(word.stem()));
    }

    /** Stems of the words that tell what happened: neither numbers nor of saying so. */
    Set<String> contentStems() {
        return words.stream()
                .filter(word -> !NumericFacts.isNumberOrMonth(word)
                        && !NegationScope.isNegator(word)
                        && !ReportedSpeech.isReportingVerb(word))
                .filter(word -> !LOW_CONTENT_WORDS.contains(word.lower()) && !isHonorificBeforeName(word))
                .map(Word::stem)
                .filter(stem -> !stem.isEmpty())
                .collect(Collectors.toSet());
    }

    Set<String> hedges() {
        return words.stream().map(Word::lower).filter(HEDGES::contains).collect(Collectors.toSet());
    }

    /** Hedges before words that a claim has too. */
    Set<String> hedgesBeforeWordsOf(AnalyzedSentence claim) {
        return IntStream.range(0, words.size() - 1)
                .filter(i -> HEDGES.contains(words.get(i).lower())
                        && claim.stems.contains(words.get(i + 1).stem()))
                .mapToObj(i -> words.get(i).lower())
                .collect(Collectors.toSet());
    }

    /** "Mrs." before a name; whose it is {@link EntityIndex} knows. */
    private boolean isHonorificBeforeName(Word word) {
        int next = words.indexOf(word) + 1;
        return EntityIndex.isHonorific(word)
                && next < words.size()
                && Word.isPersonStem(words.get(next).stem());
    }

    boolean hasPronoun() {
        return words.stream().anyMatch(word -> PRONOUNS.contains(word.lower()));
    }

    Set<String> people() {
        return stems.stream().filter(Word::isPersonStem).collect(Collectors.toSet());
    }

    /** Whether all names of a claim are its own, written so. */
    boolean containsNamesOf(AnalyzedSentence claim, Set<String> meant) {
        Set<String> exact = words.stream().map(EntityIndex::normalizedName).collect(Collectors.toSet());
        return claim.hasNamesAdjacentIn(this)
                && claim.words.stream()
                        .filter(word -> isCapitalized(word) && !word.stem().isEmpty())
                        .filter(word -> !NumericFacts.isNumberOrMonth(word)
                                && !ReportedSpeech.isReportingVerb(word)
                                && !isHonorificBeforeName(word))
                        .allMatch(word -> exact.contains(EntityIndex.normalizedName(word))
                                || meant.contains(word.stem())
                                || (Word.isPersonStem(word.stem()) || !word.isName()) && stems.contains(word.stem()));
    }

    /** Whether those who are meant by a pronoun stand where a pronoun may. */
    boolean hasReferentsInPronounPositions(Set<String> meant) {
        return predicateArguments.prepositionsOf(meant).stream().allMatch(PRONOUN_PREPOSITIONS::contains);
    }

    /** Whether names that stand side by side do so there, or are one person's. */
    private boolean hasNamesAdjacentIn(AnalyzedSentence source) {
        for (int i = 0; i + 1 < words.size(); i++) {
            Word one = words.get(i);
            Word next = words.get(i + 1);
            boolean side = isCapitalized(next)
                    && (isCapitalized(one) || EntityIndex.isOffice(one))
                    && !one.stem().isEmpty()
                    && !next.stem().isEmpty()
                    && text.substring(one.start() + one.text().length(), next.start())
                            .equals(" ")
                    && !one.text().matches(".*['’]s?");
            boolean open = one.start() == 0 && !one.isName()
                    || NumericFacts.isNumberOrMonth(one)
                    || NumericFacts.isNumberOrMonth(next);
            boolean known = Word.isPersonStem(next.stem())
                    && (Word.isPersonStem(one.stem()) || EntityIndex.isOffice(one) || EntityIndex.isHonorific(one));
            if (side
                    && !open
                    && !known
                    && !source.hasAdjacent(one, next, EntityIndex.isOffice(one) ? MAX_OFFICE_DISTANCE : 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasAdjacent(Word one, Word next, int reach) {
        for (int i = 0; i < words.size(); i++) {
            if (EntityIndex.normalizedName(words.get(i)).equals(EntityIndex.normalizedName(one))) {
                for (int j = i + 1; j < words.size() && j - i <= reach; j++) {
                    if (ReportedSpeech.isSeparated(text, words.get(j - 1), words.get(j))) {
                        break;
                    }
                    if (EntityIndex.normalizedName(words.get(j)).equals(EntityIndex.normalizedName(next))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Compared without the comma or full stop that typography puts inside the marks. */
    boolean containsQuotation(String quotation) {
        return text.contains(quotation.strip().replaceAll("[.,]$", ""));
    }

    /** Such as "Tokayev said that ", if it begins so: what is joined to it may be meant as said by the same. */
    String reportingClause() {
        return words.stream()
                .filter(ReportedSpeech::isReportingVerb)
                .findFirst()
                .map(verb -> text.substring(0, verb.start() + verb.text().length()) + " that ")
                .orElse("");
    }

    /** What stands before its first verb, as it is written. */
    String subjectText() {
        return text.substring(0, predicateArguments.firstVerbOffset());
    }

    private static boolean isCapitalized(Word word) {
        return Character.isUpperCase(word.text().codePointAt(0));
    }

    @Override
    public String toString() {
        return text;
    }
}
