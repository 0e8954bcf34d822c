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

/** An English sentence as a translation of it is checked by: the same parts as those of {@link TranslatedSentence}. */
final class SourceFacts {
    private static final Pattern CLAUSE_MARKS = Pattern.compile(".*[,;:—–!?…“”\"].*");
    private static final Set<String> OPENING_CLAUSE =
            Set.of("and but that which who because while although though if when as so".split(" "));
    private static final Set<String> NOT =
            Set.of(("not no never none nobody nothing neither nor nowhere cannot without").split(" "));
    /** By the stem of a verb that denies: what in a translation denies as it does. */
    private static final Set<String> DENYING_VERBS = Set.of("deny", "deni", "refus", "fail", "reject", "lack", "unabl");

    private static final Set<String> UNCERTAIN = Set.of(
            "may might could possible possibly potential likely probably alleged allegedly suspected".split(" "));
    private static final Set<String> ARTICLES = Set.of("a", "an", "one");
    /** How many words may stand between a title and its bearer, or a number and what it counts. */
    private static final int MAX_DISTANCE = 6;

    private final Evidence evidence;
    private final AnalyzedSentence claim;
    private final Set<String> meant;
    private final List<Word> words;
    private final List<Set<String>> stems;
    private final List<Integer> clauses = new ArrayList<>();
    private final List<Quantity> quantities;
    private final List<NameMention> knownNames;
    private final Set<String> people;

    /**
     * @param claim the same sentence, as what is in English is checked by
     * @param meant stems of what a pronoun in it stands for
     */
    SourceFacts(Evidence evidence, AnalyzedSentence claim, Set<String> meant) {
        this.evidence = evidence;
        this.claim = claim;
        this.meant = meant;
        String text = evidence.quote();
        this.words = Word.tokenize(text, "en");
        this.stems = words.stream()
                .map(word -> Stream.of(
                                Lemmatizer.lemma(word), word.stem(), word.lower(), isHour(text, word) ? "hour" : "")
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
            String between = text.substring(end, start(i));
            if (end > 0 && (CLAUSE_MARKS.matcher(between).matches() || opensClause(i))) {
                clause++;
            }
            clauses.add(clause);
            end = start(i) + words.get(i).text().length();
        }
    }

    /** "Because of" and what follows is no clause. */
    private boolean opensClause(int place) {
        boolean of = place + 1 < words.size() && words.get(place + 1).lower().equals("of");
        return OPENING_CLAUSE.contains(words.get(place).lower()) && !of;
    }

    Evidence evidence() {
        return evidence;
    }

    List<Quantity> quantities() {
        return quantities;
    }

    boolean names(NameMention one) {
        return knownNames.stream().anyMatch(other -> other.name().equals(one.name()))
                || meant.contains(one.name().toLowerCase(Locale.ROOT));
    }

    boolean contains(String words) {
        return evidence.quote().contains(words);
    }

    /** Whether it is told as somebody's words. */
    boolean isReported() {
        return ReportedSpeech.hasReportingClause(words) || ReportedSpeech.containsQuotation(evidence.quote());
    }

    /** Where a word may stand that is said so in English; titles of who is named here stand nowhere. */
    List<Integer> positions(Set<String> english) {
        return IntStream.range(0, words.size())
                .filter(i -> stems.get(i).stream().anyMatch(english::contains))
                .boxed()
                .toList();
    }

    boolean hasReportingVerb(Set<String> english) {
        return !positions(english).isEmpty()
                || claim.entities().titles(people).stream().anyMatch(english::contains);
    }

    /** Whether a word of the same origin stands here, without a capital. */
    boolean hasCognate(String word) {
        return words.stream()
                .anyMatch(here ->
                        !here.stem().isEmpty() && !here.isName() && Transliterator.isCognate(word, here.text()));
    }

    /** Where a name stands in one of its spellings. */
    List<Integer> positionsOfName(String name) {
        return IntStream.range(0, words.size())
                .filter(i -> EntityIndex.isCapitalized(words.get(i))
                        && Transliterator.isSameName(name, withoutPunctuation(words.get(i))))
                .boxed()
                .toList();
    }

    boolean hasName(String name) {
        return !positionsOfName(name).isEmpty()
                || claim.entities().peopleNamed(name).stream().anyMatch(people::contains)
                || meant.stream().anyMatch(stem -> !Word.isPersonStem(stem) && Transliterator.isSameName(name, stem));
    }

    /** Whether two names that stand side by side do so here, or are one person's. */
    boolean hasAdjacent(String one, String next) {
        Set<String> both = new HashSet<>(claim.entities().peopleNamed(one));
        both.retainAll(claim.entities().peopleNamed(next));
        return !both.isEmpty()
                || positionsOfName(one).stream()
                        .anyMatch(i -> positionsOfName(next).contains(i + 1)
                                || positionsOfName(next).contains(i - 1));
    }

    /** Whether a title is of who bears it in a claim, if both stand here. */
    boolean isTitleOf(Set<String> english, String name) {
        List<Integer> titles = positions(english);
        List<Integer> bearers = positionsOfName(name);
        return titles.isEmpty()
                || bearers.isEmpty()
                || titles.stream().anyMatch(i -> bearers.stream().anyMatch(j -> Math.abs(i - j) <= MAX_DISTANCE));
    }

    /** Whether what a number counts in a claim is not counted by another one here. */
    boolean canCount(Quantity number, Set<String> english) {
        List<Integer> counted = positions(english);
        List<Integer> same = IntStream.range(0, words.size())
                .filter(i -> isPartOf(number, i))
                .boxed()
                .toList();
        return counted.isEmpty()
                || counted.stream()
                        .anyMatch(i ->
                                same.stream().anyMatch(j -> Math.abs(i - j) <= MAX_DISTANCE && !isSeparated(i, j)));
    }

    /** Whether what is one in a claim is "a" thing here. */
    boolean isNumberOne(Set<String> english) {
        return positions(english).stream()
                .anyMatch(i -> IntStream.range(Math.max(0, i - 2), i)
                        .anyMatch(j -> ARTICLES.contains(words.get(j).lower())));
    }

    /** Whether a verb is the one that goes with a number. */
    boolean belongsTo(Quantity number, Set<String> english) {
        return positions(english).stream()
                .anyMatch(i -> IntStream.range(0, words.size())
                        .filter(j -> Math.abs(i - j) <= MAX_DISTANCE)
                        .anyMatch(j -> isPartOf(number, j)));
    }

    private boolean isPartOf(Quantity number, int place) {
        return quantities.stream()
                .anyMatch(one -> one.isSameValue(number) && one.start() <= start(place) && start(place) < one.end());
    }

    /** Whether another number stands between. */
    private boolean isSeparated(int one, int other) {
        return IntStream.range(Math.min(one, other) + 1, Math.max(one, other))
                .anyMatch(i -> words.get(i).isNumber()
                        && quantities.stream()
                                .noneMatch(quantity ->
                                        quantity.start() <= start(Math.min(one, other)) && start(i) < quantity.end()
                                                || quantity.start() <= start(i)
                                                        && start(Math.max(one, other)) < quantity.end()));
    }

    /** Those who are named where something is said; none if it is not told who. */
    Set<Integer> speakerPositions() {
        Set<Integer> saying = IntStream.range(0, words.size())
                .filter(i -> ReportedSpeech.isReportingVerb(words.get(i)))
                .mapToObj(clauses::get)
                .collect(Collectors.toSet());
        return IntStream.range(0, words.size())
                .filter(i -> saying.contains(clauses.get(i)) && words.get(i).isName() && !isOfQuantity(i))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Whether a word that is said so in English is what tells that somebody says something. */
    boolean isReportingVerb(Set<String> english) {
        return positions(english).stream().anyMatch(i -> ReportedSpeech.isReportingVerb(words.get(i)));
    }

    int clause(int place) {
        return clauses.get(place);
    }

    /**
     * Clauses that deny what they say.
     *
     * @param english stems of all words of a translation: a verb that denies there too is no "not"
     */
    Set<Integer> negatedPositions(Set<String> english) {
        var denied = new HashSet<Integer>();
        for (int i = 0; i < words.size(); i++) {
            if (isNegation(i)) {
                denied.add(clauses.get(i));
            } else if (isNegatedOtherwise(i, english)) {
                denied.add(clauses.get(i));
                denied.add(clauses.get(i) + 1);
            }
        }
        return denied;
    }

    /** How many words deny what somebody does, as in {@link #negatedPositions}; "without a gym" denies but a thing. */
    long countNegations(Set<String> english) {
        return IntStream.range(0, words.size())
                .filter(i -> isNegation(i) && !isWithoutObject(i) || isNegatedOtherwise(i, english))
                .count();
    }

    private boolean isWithoutObject(int place) {
        return words.get(place).lower().equals("without")
                && (place + 1 == words.size() || !words.get(place + 1).lower().endsWith("ing"));
    }

    private boolean isNegation(int place) {
        String lower = words.get(place).lower().replace('’', '\'');
        boolean only = place + 1 < words.size() && words.get(place + 1).lower().equals("only");
        return (NOT.contains(lower) || lower.endsWith("n't")) && !only;
    }

    private boolean isNegatedOtherwise(int place, Set<String> english) {
        return stems.get(place).stream().anyMatch(DENYING_VERBS::contains)
                && stems.get(place).stream().noneMatch(english::contains);
    }

    /** Whether it says of a clause that it may be so. */
    boolean isUncertain(Set<Integer> clauses) {
        return IntStream.range(0, words.size())
                .anyMatch(i -> UNCERTAIN.contains(words.get(i).lower())
                        && clauses.contains(this.clauses.get(i))
                        && !(words.get(i).lower().equals("may") && words.get(i).isName()));
    }

    private boolean isOfQuantity(int place) {
        return quantities.stream().anyMatch(one -> one.start() <= start(place) && start(place) < one.end());
    }

    /** The "m" of "5 p.m.". */
    private static boolean isHour(String text, Word word) {
        return word.lower().equals("m") && text.substring(0, word.start()).matches("(?s).*\\d ?[ap]\\.?");
    }

    private int start(int place) {
        return words.get(place).start();
    }

    private static String withoutPunctuation(Word word) {
        return EntityIndex.POSSESSIVE.matcher(word.text()).replaceFirst("");
    }

    @Override
    public String toString() {
        return evidence.quote();
    }
}
