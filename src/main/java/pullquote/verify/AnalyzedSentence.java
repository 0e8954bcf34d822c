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
 * Splits an English sentence into the parts that can be verified: numbers and dates, names, quotations, negation,
 * attribution, predicates with their arguments, and the remaining words.
 */
final class AnalyzedSentence {
    private static final Pattern CURRENCY_AMOUNT = Pattern.compile("([$€£₸])\\s?(\\d(?:[\\d.,]*\\d)?)");
    /**
     * Minimum number of content words, numbers and negations in a claim. Shorter sentences, for example "They died.",
     * say too little to be verified.
     */
    private static final int MIN_CONTENT_WORDS = 2;

    private static final Pattern INCOMPLETE_SENTENCE = Pattern.compile("[:?,;…–-]\\s*$|\\?(?![^“]*”)(?![^\"]*\"$)");
    private static final Map<String, String> CURRENCY_NAMES =
            Map.of("$", "dollars", "€", "euros", "£", "pounds", "₸", "tenge");
    private static final Pattern NEGATIVE_PRONOUNS = Pattern.compile("\\b([Nn])o one\\b");
    /** Words that the source need not contain, because they add little meaning. */
    private static final Set<String> LOW_CONTENT_WORDS =
            Set.of("also", "then", "again", "however", "there", "since", "among", "both");

    /** Maximum distance in words from an office to its holder, as in "Commissioner for Human Rights Elvira Azimova". */
    private static final int MAX_OFFICE_DISTANCE = 5;

    /** Words that qualify the next one: "alleged mistreatment" is not mistreatment. */
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

    private AnalyzedSentence(String text, EntityIndex entities) {
        this.text = text;
        this.entities = entities;
        this.words = entities.resolve(Word.tokenize(text, "en"));
        this.stems = Word.stems(words);
        this.numericFacts = NumericFacts.find(text, words);
        this.predicateArguments = PredicateArguments.of(text, words);
        this.negations = NegationScope.find(text, words, predicateArguments);
    }

    /**
     * Analyses a sentence.
     *
     * @param entities the entities of the article that may support the sentence
     */
    static AnalyzedSentence of(String sentence, EntityIndex entities) {
        String text = CURRENCY_AMOUNT
                .matcher(sentence)
                .replaceAll(amount -> amount.group(2) + " " + CURRENCY_NAMES.get(amount.group(1)))
                .replace("%", " percent");
        return new AnalyzedSentence(NEGATIVE_PRONOUNS.matcher(text).replaceAll("$1obody"), entities);
    }

    /**
     * Returns the rules that this claim violates, given a source sentence; empty if the source supports the claim.
     *
     * @param referents stems that the claim may use where the source has a pronoun
     */
    Set<ClaimRule> violations(AnalyzedSentence source, Set<String> referents) {
        return Arrays.stream(ClaimRule.values())
                .filter(rule -> rule.violates(this, source, referents))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClaimRule.class)));
    }

    boolean isSupportedBy(AnalyzedSentence source, Set<String> referents) {
        return Arrays.stream(ClaimRule.values()).noneMatch(rule -> rule.violates(this, source, referents));
    }

    /** Returns true if the sentence has enough content to be true or false. */
    boolean isStatement() {
        long numbersAndNegations = words.stream()
                .filter(word -> NumericFacts.isNumberOrMonth(word) || NegationScope.isNegator(word))
                .count();
        return contentStems().size() + numbersAndNegations >= MIN_CONTENT_WORDS
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

    /** Returns true if the sentence has a reporting verb or a quotation. */
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

    /** Returns the stems of the content words, without numbers, negations and reporting verbs. */
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

    /** Returns the hedges that stand directly before a word of the claim. */
    Set<String> hedgesBeforeWordsOf(AnalyzedSentence claim) {
        return IntStream.range(0, words.size() - 1)
                .filter(i -> HEDGES.contains(words.get(i).lower())
                        && claim.stems.contains(words.get(i + 1).stem()))
                .mapToObj(i -> words.get(i).lower())
                .collect(Collectors.toSet());
    }

    /**
     * Returns true for an honorific before the name of a person, for example "Mrs.".
     * {@link EntityIndex#hasConsistentNames} checks that it fits the person.
     */
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

    /**
     * Returns true if this sentence contains all names of the claim in the same form. For people, another name of the
     * same person counts too.
     *
     * @param referents stems that the claim may use where this sentence has a pronoun
     */
    boolean containsNamesOf(AnalyzedSentence claim, Set<String> referents) {
        Set<String> names = words.stream().map(EntityIndex::normalizedName).collect(Collectors.toSet());
        return claim.hasNamesAdjacentIn(this)
                && claim.words.stream()
                        .filter(word -> isCapitalized(word) && !word.stem().isEmpty())
                        .filter(word -> !NumericFacts.isNumberOrMonth(word)
                                && !ReportedSpeech.isReportingVerb(word)
                                && !isHonorificBeforeName(word))
                        .allMatch(word -> names.contains(EntityIndex.normalizedName(word))
                                || referents.contains(word.stem())
                                || (Word.isPersonStem(word.stem()) || !word.isName()) && stems.contains(word.stem()));
    }

    /** Returns true if a pronoun could replace every mention of the referents. */
    boolean hasReferentsInPronounPositions(Set<String> referents) {
        return predicateArguments.prepositionsOf(referents).stream().allMatch(PRONOUN_PREPOSITIONS::contains);
    }

    /** Returns true if names that are adjacent in this claim are adjacent in the source or belong to one person. */
    private boolean hasNamesAdjacentIn(AnalyzedSentence source) {
        for (int i = 0; i + 1 < words.size(); i++) {
            Word word = words.get(i);
            Word next = words.get(i + 1);
            boolean areAdjacentNames = isCapitalized(next)
                    && (isCapitalized(word) || EntityIndex.isOffice(word))
                    && !word.stem().isEmpty()
                    && !next.stem().isEmpty()
                    && text.substring(word.start() + word.text().length(), next.start())
                            .equals(" ")
                    && !word.text().matches(".*['’]s?");
            boolean isExempt = word.start() == 0 && !word.isName()
                    || NumericFacts.isNumberOrMonth(word)
                    || NumericFacts.isNumberOrMonth(next);
            boolean isPersonName = Word.isPersonStem(next.stem())
                    && (Word.isPersonStem(word.stem()) || EntityIndex.isOffice(word) || EntityIndex.isHonorific(word));
            if (areAdjacentNames
                    && !isExempt
                    && !isPersonName
                    && !source.hasAdjacent(word, next, EntityIndex.isOffice(word) ? MAX_OFFICE_DISTANCE : 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasAdjacent(Word word, Word next, int maxDistance) {
        for (int i = 0; i < words.size(); i++) {
            if (EntityIndex.normalizedName(words.get(i)).equals(EntityIndex.normalizedName(word))) {
                for (int j = i + 1; j < words.size() && j - i <= maxDistance; j++) {
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

    /** Returns true if the sentence contains a quotation. A comma or full stop at its end is ignored. */
    boolean containsQuotation(String quotation) {
        return text.contains(quotation.strip().replaceAll("[.,]$", ""));
    }

    /**
     * Returns the reporting clause at the start, for example "Tokayev said that "; empty if there is none. Statements
     * joined by "and" can share it.
     */
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
