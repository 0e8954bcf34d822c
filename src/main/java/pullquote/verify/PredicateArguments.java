package pullquote.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pullquote.text.Chunk;
import pullquote.text.EnglishNumberWords;
import pullquote.text.PosTag;
import pullquote.text.PrepositionClasses;
import pullquote.text.Token;
import pullquote.text.Word;

/** The predicates of an English sentence with their arguments and adjuncts. */
final class PredicateArguments {
    private static final Set<String> SUBORDINATORS =
            Set.of("because", "since", "after", "before", "until", "till", "if", "unless", "once");

    private final List<Chunk> chunks;
    private final List<Clause> clauses;
    private final RoleMatcher roleMatcher;
    private final ModifierMatcher modifierMatcher;
    /** The prepositions that link each noun to what comes before it. */
    private final Map<String, Set<String>> prepositionsByStem = new LinkedHashMap<>();

    private PredicateArguments(List<Chunk> phrases) {
        this.chunks = phrases;
        this.clauses = ClauseSplitter.split(phrases);
        this.roleMatcher = new RoleMatcher(clauses);
        this.modifierMatcher = new ModifierMatcher(phrases);
        String link = "";
        for (int i = 0; i < phrases.size(); i++) {
            Chunk phrase = phrases.get(i);
            if (!phrase.isNounPhrase()) {
                continue;
            }
            boolean listed = Chunk.isListItem(phrases, i);
            link = phrase.preposition().isEmpty() && listed ? link : phrase.preposition();
            for (Token token : phrase.tokens()) {
                Set<String> here = prepositionsByStem.computeIfAbsent(token.stem(), s -> new HashSet<>());
                here.add(link);
                here.add(phrase.preposition());
                if (token != phrase.head()) {
                    here.add("of");
                }
            }
        }
    }

    static PredicateArguments of(String text, List<Word> words) {
        return new PredicateArguments(Chunk.parse(Token.tokenize(text, words)));
    }

    /** Returns true if the sentence has a verb. */
    boolean hasVerb() {
        return !clauses.isEmpty();
    }

    /** Returns the stems of nouns with only "the" before them, which were named earlier. */
    Set<String> definiteNouns() {
        return chunks.stream()
                .filter(phrase -> phrase.isNounPhrase() && phrase.tokens().size() == 2)
                .filter(phrase -> phrase.tokens().get(0).lower().equals("the")
                        && phrase.head().tag() == PosTag.NOUN)
                .map(phrase -> phrase.head().stem())
                .collect(Collectors.toSet());
    }

    /** Returns the words before these nouns in their phrases: for "house", the "tea" of "tea house". */
    Set<String> nounModifiersOf(Set<String> nouns) {
        return chunks.stream()
                .filter(phrase ->
                        phrase.isNounPhrase() && nouns.contains(phrase.head().stem()))
                .flatMap(phrase -> phrase.tokens().stream())
                .filter(token -> token.tag() == PosTag.NOUN || token.tag() == PosTag.PROPN)
                .map(Token::stem)
                .filter(stem -> !stem.isEmpty() && !nouns.contains(stem))
                .collect(Collectors.toSet());
    }

    Set<String> prepositionsOf(Set<String> people) {
        return people.stream()
                .filter(Word::isPersonStem)
                .flatMap(person -> prepositionsByStem.getOrDefault(person, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /**
     * Returns true if the speakers in the claim can be the speakers here.
     *
     * @param meant the referents of a pronoun
     */
    boolean containsSpeakersOf(PredicateArguments claim, Set<String> meant) {
        Set<String> speakers = Stream.concat(
                        clauses.stream()
                                .filter(clause -> clause.reporting)
                                .flatMap(clause -> clause.possibleSpeakers.stream()),
                        attributionStems())
                .collect(Collectors.toSet());
        speakers.addAll(meant);
        return claim.clauses.stream()
                        .filter(clause -> clause.reporting)
                        .allMatch(clause -> speakers.containsAll(clause.certainSpeakers))
                && speakers.containsAll(claim.attributionHeads());
    }

    private Stream<String> attributionStems() {
        return chunks.stream()
                .filter(phrase -> phrase.preposition().equals("according"))
                .flatMap(phrase -> phrase.stems().stream());
    }

    private Set<String> attributionHeads() {
        return chunks.stream()
                .filter(phrase -> phrase.preposition().equals("according"))
                .map(phrase -> phrase.head().stem())
                .filter(stem -> !stem.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Returns true if the content of the claim is reported here, provided that anything is. */
    boolean hasReportedContentOf(PredicateArguments claim) {
        Set<String> verbs = claim.clauses.stream()
                .filter(clause -> !clause.hasLightVerb() && !clause.reporting)
                .map(clause -> clause.verb)
                .collect(Collectors.toSet());
        List<Integer> matched = IntStream.range(0, clauses.size())
                .filter(i -> verbs.contains(clauses.get(i).verb))
                .boxed()
                .toList();
        boolean according =
                chunks.stream().anyMatch(phrase -> phrase.preposition().equals("according"));
        return according || matched.isEmpty() || matched.stream().anyMatch(this::isReported);
    }

    private boolean isReported(int at) {
        List<Integer> saying = IntStream.range(0, clauses.size())
                .filter(i -> clauses.get(i).reporting)
                .boxed()
                .toList();
        return saying.isEmpty() || saying.stream().anyMatch(i -> clauses.get(i).postposed ? at < i : at > i);
    }

    /** Returns true if the sentence names its subject. */
    boolean hasOwnSubject() {
        return clauses.stream().filter(clause -> !clause.reporting).findFirst().stream()
                .anyMatch(clause -> !clause.subjectHeads.isEmpty());
    }

    /** Returns true if there is a verb between two offsets. */
    boolean hasVerb(int from, int to) {
        return chunks.stream()
                .filter(Chunk::isVerbPhrase)
                .flatMap(phrase -> phrase.tokens().stream())
                .anyMatch(token -> token.start() >= from && token.start() < to);
    }

    /** Returns the offset of the first verb, or 0. */
    int firstVerbOffset() {
        return chunks.stream()
                .filter(Chunk::isVerbPhrase)
                .findFirst()
                .map(phrase -> phrase.tokens().get(0).start())
                .orElse(0);
    }

    /** Returns the stems before the first verb. */
    Set<String> stemsBeforeVerb() {
        return chunks.stream()
                .takeWhile(phrase -> !phrase.isVerbPhrase())
                .flatMap(phrase -> phrase.stems().stream())
                .collect(Collectors.toSet());
    }

    /** Returns true if the source supports the modality of every statement. */
    boolean isModalityEntailedBy(PredicateArguments source) {
        return clauses.stream().filter(clause -> !clause.gerund).allMatch(clause -> {
            List<Clause> same = source.roleMatcher.clausesWithVerb(clause.verb);
            return same.isEmpty() || same.stream().anyMatch(one -> clause.modality.isEntailedBy(one.modality));
        });
    }

    /** Returns the arguments of the claim that differ here; empty if none do. */
    List<String> findConflicts(PredicateArguments claim) {
        var faults = new ArrayList<String>();
        claim.clauses.forEach(clause -> faults.addAll(roleMatcher.findConflicts(clause)));
        claim.chunks.stream().filter(Chunk::isNounPhrase).forEach(phrase -> checkPreposition(phrase, faults));
        faults.addAll(modifierMatcher.findConflicts(claim.modifierMatcher));
        Set<String> opened = subordinators();
        claim.subordinators().stream()
                .filter(word -> opened.stream().noneMatch(one -> PrepositionClasses.isEquivalent(word, one)))
                .forEach(word -> faults.add("no " + word));
        return faults;
    }

    private Set<String> subordinators() {
        return chunks.stream()
                .flatMap(phrase -> phrase.isBoundary()
                        ? phrase.tokens().stream().map(Token::lower)
                        : List.of(phrase.preposition()).stream())
                .filter(SUBORDINATORS::contains)
                .collect(Collectors.toSet());
    }

    private void checkPreposition(Chunk phrase, List<String> faults) {
        Token head = phrase.head();
        Set<String> there = prepositionsByStem.get(head.stem());
        boolean measure = phrase.tokens().stream().anyMatch(token -> token.tag() == PosTag.NUM)
                || EnglishNumberWords.isNumberWord(head.lower());
        if (!head.stem().isEmpty()
                && there != null
                && !PrepositionClasses.isCompatible(phrase.preposition(), there)
                && !(measure && phrase.preposition().equals("for") && there.contains(""))) {
            faults.add("not " + phrase.preposition() + " " + head.stem() + " but " + there);
        }
    }

    @Override
    public String toString() {
        return clauses + " " + prepositionsByStem;
    }
}
