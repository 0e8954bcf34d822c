package pullquote.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pullquote.answer.Evidence;
import pullquote.text.Gazetteer;
import pullquote.text.Gazetteer.NameMention;
import pullquote.text.Quantity;
import pullquote.text.QuantityParser;
import pullquote.text.ReportedSpeech;
import pullquote.text.Transliterator;
import pullquote.text.Word;

/** An English source sentence with the parts that {@link TranslatedSentence} is compared with. */
final class SourceFacts {
    private static final Pattern CLAUSE_BOUNDARY = Pattern.compile(".*[,;:—–!?…“”\"].*");
    private static final Set<String> CLAUSE_OPENERS =
            Set.of("and but that which who because while although though if when as so".split(" "));
    private static final Set<String> NEGATORS =
            Set.of(("not no never none nobody nothing neither nor nowhere cannot without").split(" "));
    /** Maps the stem of a negating verb to the words that negate in the same way in a translation. */
    private static final Set<String> NEGATING_VERB_STEMS =
            Set.of("deny", "deni", "refus", "fail", "reject", "lack", "unabl");

    private static final Set<String> UNCERTAINTY_WORDS = Set.of(
            "may might could possible possibly potential likely probably alleged allegedly suspected".split(" "));
    private static final Set<String> INDEFINITE_ARTICLES = Set.of("a", "an", "one");
    /** Words allowed between a title and its holder, or between a number and what it counts. */
    private static final int MAX_WORD_DISTANCE = 6;

    private final Evidence evidence;
    private final AnalyzedSentence analyzedSentence;
    private final Set<String> referents;
    private final List<Word> words;
    private final List<Set<String>> stemsByWord;
    private final List<Integer> clauseIndexes = new ArrayList<>();
    private final List<Quantity> quantities;
    private final List<NameMention> knownNames;
    private final Set<String> people;

    /**
     * Analyses a sentence.
     *
     * @param claim the same sentence as it is analysed for English claims
     * @param meant stems of the referents of its pronouns
     */
    SourceFacts(Evidence evidence, AnalyzedSentence claim, Set<String> meant) {
        this.evidence = evidence;
        this.analyzedSentence = claim;
        this.referents = meant;
        String text = evidence.quote();
        this.words = Word.tokenize(text, "en");
        this.stemsByWord = words.stream()
                .map(word -> Stream.of(
                                Lemmatizer.lemma(word),
                                word.stem(),
                                word.lower(),
                                isHourAbbreviation(text, word) ? "hour" : "")
                        .filter(stem -> !stem.isEmpty())
                        .collect(Collectors.toSet()))
                .toList();
        this.quantities = QuantityParser.parse(text, "en");
        this.knownNames = Gazetteer.find(text);
        this.people = new HashSet<>(claim.people());
        meant.stream().filter(Word::isPersonStem).forEach(people::add);
        int clause = 0;
        int end = 0;
        for (int i = 0; i < words.size(); i++) {
            String between = text.substring(end, startOffset(i));
            if (end > 0 && (CLAUSE_BOUNDARY.matcher(between).matches() || isClauseOpener(i))) {
                clause++;
            }
            clauseIndexes.add(clause);
            end = startOffset(i) + words.get(i).text().length();
        }
    }

    /** "Because of" opens no clause. */
    private boolean isClauseOpener(int place) {
        boolean of = place + 1 < words.size() && words.get(place + 1).lower().equals("of");
        return CLAUSE_OPENERS.contains(words.get(place).lower()) && !of;
    }

    Evidence evidence() {
        return evidence;
    }

    List<Quantity> quantities() {
        return quantities;
    }

    boolean hasKnownName(NameMention one) {
        return knownNames.stream().anyMatch(other -> other.canonicalName().equals(one.canonicalName()))
                || referents.contains(one.canonicalName().toLowerCase(Locale.ROOT));
    }

    boolean contains(String words) {
        return evidence.quote().contains(words);
    }

    /** Returns true if the sentence attributes what it says to someone. */
    boolean isReported() {
        return ReportedSpeech.hasReportingClause(words) || ReportedSpeech.containsQuotation(evidence.quote());
    }

    /** Returns the positions of words with one of these English meanings. Titles of people named here have none. */
    List<Integer> positions(Set<String> english) {
        return IntStream.range(0, words.size())
                .filter(i -> stemsByWord.get(i).stream().anyMatch(english::contains))
                .boxed()
                .toList();
    }

    boolean containsWord(Set<String> english) {
        return !positions(english).isEmpty()
                || analyzedSentence.entities().officesHeldBy(people).stream().anyMatch(english::contains);
    }

    /** Returns true if there is a word of the same origin without a capital letter. */
    boolean hasCognate(String word) {
        return words.stream()
                .anyMatch(here ->
                        !here.stem().isEmpty() && !here.isName() && Transliterator.isCognate(word, here.text()));
    }

    /** Returns the positions of a name, in any spelling. */
    List<Integer> positionsOfName(String name) {
        return IntStream.range(0, words.size())
                .filter(i -> EntityIndex.isCapitalized(words.get(i))
                        && Transliterator.isSameName(name, withoutPossessive(words.get(i))))
                .boxed()
                .toList();
    }

    boolean hasName(String name) {
        return !positionsOfName(name).isEmpty()
                || analyzedSentence.entities().peopleNamed(name).stream().anyMatch(people::contains)
                || referents.stream()
                        .anyMatch(stem -> !Word.isPersonStem(stem) && Transliterator.isSameName(name, stem));
    }

    /** Returns true if two adjacent names are adjacent here or belong to one person. */
    boolean hasAdjacentNames(String one, String next) {
        Set<String> both = new HashSet<>(analyzedSentence.entities().peopleNamed(one));
        both.retainAll(analyzedSentence.entities().peopleNamed(next));
        return !both.isEmpty()
                || positionsOfName(one).stream()
                        .anyMatch(i -> positionsOfName(next).contains(i + 1)
                                || positionsOfName(next).contains(i - 1));
    }

    /** Returns true if a title belongs to the same person here, provided that both are here. */
    boolean isTitleOf(Set<String> english, String name) {
        List<Integer> titles = positions(english);
        List<Integer> bearers = positionsOfName(name);
        return titles.isEmpty()
                || bearers.isEmpty()
                || titles.stream().anyMatch(i -> bearers.stream().anyMatch(j -> Math.abs(i - j) <= MAX_WORD_DISTANCE));
    }

    /** Returns true if what a number counts in the claim is not counted by another number here. */
    boolean isCountConsistent(Quantity number, Set<String> english) {
        List<Integer> counted = positions(english);
        List<Integer> same = IntStream.range(0, words.size())
                .filter(i -> isPartOf(number, i))
                .boxed()
                .toList();
        return counted.isEmpty()
                || counted.stream()
                        .anyMatch(i -> same.stream()
                                .anyMatch(j -> Math.abs(i - j) <= MAX_WORD_DISTANCE && !isSeparatedByNumber(i, j)));
    }

    /** Returns true if "one" in the claim is an indefinite article here. */
    boolean hasIndefiniteArticle(Set<String> english) {
        return positions(english).stream()
                .anyMatch(i -> IntStream.range(Math.max(0, i - 2), i)
                        .anyMatch(j -> INDEFINITE_ARTICLES.contains(words.get(j).lower())));
    }

    /** Returns true if the verb belongs to the number. */
    boolean isNear(Quantity number, Set<String> english) {
        return positions(english).stream()
                .anyMatch(i -> IntStream.range(0, words.size())
                        .filter(j -> Math.abs(i - j) <= MAX_WORD_DISTANCE)
                        .anyMatch(j -> isPartOf(number, j)));
    }

    private boolean isPartOf(Quantity number, int place) {
        return quantities.stream()
                .anyMatch(one -> one.hasCommonValue(number)
                        && one.start() <= startOffset(place)
                        && startOffset(place) < one.end());
    }

    /** Returns true if another number stands between the two positions. */
    private boolean isSeparatedByNumber(int one, int other) {
        return IntStream.range(Math.min(one, other) + 1, Math.max(one, other))
                .anyMatch(i -> words.get(i).isNumber()
                        && quantities.stream()
                                .noneMatch(quantity -> quantity.start() <= startOffset(Math.min(one, other))
                                                && startOffset(i) < quantity.end()
                                        || quantity.start() <= startOffset(i)
                                                && startOffset(Math.max(one, other)) < quantity.end()));
    }

    /** Returns the positions of those named near a reporting verb; empty if there are none. */
    Set<Integer> speakerPositions() {
        Set<Integer> saying = IntStream.range(0, words.size())
                .filter(i -> ReportedSpeech.isReportingVerb(words.get(i)))
                .mapToObj(clauseIndexes::get)
                .collect(Collectors.toSet());
        return IntStream.range(0, words.size())
                .filter(i ->
                        saying.contains(clauseIndexes.get(i)) && words.get(i).isName() && !isPartOfQuantity(i))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Returns true if one of these words is a reporting verb here. */
    boolean containsReportingVerb(Set<String> english) {
        return positions(english).stream().anyMatch(i -> ReportedSpeech.isReportingVerb(words.get(i)));
    }

    int clauseIndex(int place) {
        return clauseIndexes.get(place);
    }

    /**
     * Returns the negated clauses.
     *
     * @param english stems of all words of the translation; a verb that is negative in both is no negation
     */
    Set<Integer> negatedClauses(Set<String> english) {
        var denied = new HashSet<Integer>();
        for (int i = 0; i < words.size(); i++) {
            if (isNegator(i)) {
                denied.add(clauseIndexes.get(i));
            } else if (isExtraNegatingVerb(i, english)) {
                denied.add(clauseIndexes.get(i));
                denied.add(clauseIndexes.get(i) + 1);
            }
        }
        return denied;
    }

    /** Counts the words that negate a verb. "Without a gym" negates only a noun. */
    long countNegations(Set<String> english) {
        return IntStream.range(0, words.size())
                .filter(i -> isNegator(i) && !isWithoutNoun(i) || isExtraNegatingVerb(i, english))
                .count();
    }

    private boolean isWithoutNoun(int place) {
        return words.get(place).lower().equals("without")
                && (place + 1 == words.size() || !words.get(place + 1).lower().endsWith("ing"));
    }

    private boolean isNegator(int place) {
        String lower = words.get(place).lower().replace('’', '\'');
        boolean only = place + 1 < words.size() && words.get(place + 1).lower().equals("only");
        return (NEGATORS.contains(lower) || lower.endsWith("n't")) && !only;
    }

    private boolean isExtraNegatingVerb(int place, Set<String> english) {
        return stemsByWord.get(place).stream().anyMatch(NEGATING_VERB_STEMS::contains)
                && stemsByWord.get(place).stream().noneMatch(english::contains);
    }

    /** Returns true if one of the clauses states a possibility. */
    boolean isUncertain(Set<Integer> clauses) {
        return IntStream.range(0, words.size())
                .anyMatch(i -> UNCERTAINTY_WORDS.contains(words.get(i).lower())
                        && clauses.contains(this.clauseIndexes.get(i))
                        && !(words.get(i).lower().equals("may") && words.get(i).isName()));
    }

    private boolean isPartOfQuantity(int place) {
        return quantities.stream().anyMatch(one -> one.start() <= startOffset(place) && startOffset(place) < one.end());
    }

    /** Matches the "m" of "5 p.m.". */
    private static boolean isHourAbbreviation(String text, Word word) {
        return word.lower().equals("m") && text.substring(0, word.start()).matches("(?s).*\\d ?[ap]\\.?");
    }

    private int startOffset(int place) {
        return words.get(place).start();
    }

    private static String withoutPossessive(Word word) {
        return EntityIndex.POSSESSIVE_SUFFIX.matcher(word.text()).replaceFirst("");
    }

    @Override
    public String toString() {
        return evidence.quote();
    }
}
