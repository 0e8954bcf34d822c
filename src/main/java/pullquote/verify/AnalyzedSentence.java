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
 * An English sentence split into the parts that can be verified: numbers and dates, names, quotations, negation,
 * attribution, predicates with their arguments, and the remaining words.
 */
final class AnalyzedSentence {
    private static final Pattern CURRENCY_AMOUNT = Pattern.compile("([$€£₸])\\s?(\\d(?:[\\d.,]*\\d)?)");
    /** A sentence with fewer content words, such as "They died.", says too little to be verified. */
    private static final int MIN_CONTENT_WORDS = 2;

    private static final Pattern INCOMPLETE_SENTENCE = Pattern.compile("[:?,;…–-]\\s*$|\\?(?![^“]*”)(?![^\"]*\"$)");
    private static final Map<String, String> CURRENCY_NAMES =
            Map.of("$", "dollars", "€", "euros", "£", "pounds", "₸", "tenge");
    private static final Pattern NEGATIVE_PRONOUNS = Pattern.compile("\\b([Nn])o one\\b");
    /** Words that add little meaning: they say that something is so, or when. */
    private static final Set<String> LOW_CONTENT_WORDS =
            Set.of("also", "then", "again", "however", "there", "since", "among", "both");

    /** Words allowed between an office and its holder, as in "Commissioner for Human Rights Elvira Azimova". */
    private static final int MAX_OFFICE_DISTANCE = 5;

    /** Words that make the next one uncertain: "alleged mistreatment" is not mistreatment. */
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

    /**
     * Analyses a sentence.
     *
     * @param cast the entities of the article that may support it
     */
    static AnalyzedSentence of(String sentence, EntityIndex cast) {
        String text = CURRENCY_AMOUNT
                .matcher(sentence)
                .replaceAll(amount -> amount.group(2) + " " + CURRENCY_NAMES.get(amount.group(1)))
                .replace("%", " percent");
        return new AnalyzedSentence(NEGATIVE_PRONOUNS.matcher(text).replaceAll("$1obody"), cast);
    }

    /**
     * Returns the rules by which a source sentence does not support this claim; empty if it does.
     *
     * @param meant stems that the claim may use where the source has a pronoun
     */
    Set<ClaimRule> violations(AnalyzedSentence source, Set<String> meant) {
        return Arrays.stream(ClaimRule.values())
                .filter(doubt -> doubt.violates(this, source, meant))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClaimRule.class)));
    }

    boolean isSupportedBy(AnalyzedSentence source, Set<String> meant) {
        return Arrays.stream(ClaimRule.values()).noneMatch(doubt -> doubt.violates(this, source, meant));
    }

    /** Returns true if the sentence has enough content to be true or false. */
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

    /** Returns true if the sentence attributes what it says to someone. */
    boolean isReported() {
        return ReportedSpeech.hasReportingClause(words) || ReportedSpeech.containsQuotation(text);
    }

    /** Returns true if a reporting verb governs the content that the claim takes from this sentence. */
    boolean hasReportedContentOf(AnalyzedSentence claim) {
        boolean reportedly =
                words.stream().anyMatch(word -> word.lower().endsWith("edly") && ReportedSpeech.isReportingVerb(word));
        return ReportedSpeech.hasReportingClause(words)
                && (reportedly || predicateArguments.hasReportedContentOf(claim.predicateArguments));
    }

    /** Returns true if both sentences use the same reporting verb. */
    boolean hasReportingVerbOf(AnalyzedSentence claim) {
        return claim.words.stream()
                .filter(ReportedSpeech::isReportingVerb)
                .anyMatch(word -> stems.contains(word.stem()));
    }

    /** Returns true if the content that the claim takes from this sentence is reported or quoted here. */
    boolean hasReportedOrQuotedContentOf(AnalyzedSentence claim) {
        return hasReportedContentOf(claim)
                || ReportedSpeech.containsQuotation(text)
                        && ReportedSpeech.quotations(text).stream()
                                .flatMap(quotation -> Word.tokenize(quotation, "en").stream())
                                .anyMatch(word -> claim.contentStems().contains(word.stem()));
    }

    /** Returns the stems of the content words, without numbers and reporting verbs. */
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

    /** Returns the hedges before words that the claim has too. */
    Set<String> hedgesBeforeWordsOf(AnalyzedSentence claim) {
        return IntStream.range(0, words.size() - 1)
                .filter(i -> HEDGES.contains(words.get(i).lower())
                        && claim.stems.contains(words.get(i + 1).stem()))
                .mapToObj(i -> words.get(i).lower())
                .collect(Collectors.toSet());
    }

    /** Matches "Mrs." before a name. {@link EntityIndex} checks whether it fits the person. */
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

    /** Returns true if all names of the claim are in this sentence, in the same form. */
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

    /** Returns true if the referents are named where a pronoun could stand. */
    boolean hasReferentsInPronounPositions(Set<String> meant) {
        return predicateArguments.prepositionsOf(meant).stream().allMatch(PRONOUN_PREPOSITIONS::contains);
    }

    /** Returns true if names that are adjacent here are adjacent in the source, or belong to one person. */
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

    /** Compares quotations without the comma or full stop that typography puts inside the marks. */
    boolean containsQuotation(String quotation) {
        return text.contains(quotation.strip().replaceAll("[.,]$", ""));
    }

    /** Returns the reporting clause at the start, for example "Tokayev said that ". Joined statements can share it. */
    String reportingClause() {
        return words.stream()
                .filter(ReportedSpeech::isReportingVerb)
                .findFirst()
                .map(verb -> text.substring(0, verb.start() + verb.text().length()) + " that ")
                .orElse("");
    }

    /** Returns the text before the first verb. */
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
