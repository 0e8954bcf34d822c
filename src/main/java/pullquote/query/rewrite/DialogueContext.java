package pullquote.query.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pullquote.query.Turn;
import pullquote.query.rewrite.NounPhrases.NounPhrase;

/** Holds what a question can refer to: the earlier questions as they were understood, and the cited quotes. */
final class DialogueContext {
    private static final Predicate<String> WHO_QUESTION = text -> text.matches("(?i)who\\b.*");

    private final List<Turn> turnsNewestFirst;

    private DialogueContext(List<Turn> before) {
        this.turnsNewestFirst = before;
    }

    static DialogueContext of(List<Turn> history) {
        var newestFirst = new ArrayList<>(history);
        Collections.reverse(newestFirst);
        return new DialogueContext(newestFirst);
    }

    /** Returns the previous question as it was understood, without its question mark. */
    String lastQuestion() {
        return turnsNewestFirst.get(0).standaloneQuestion().replaceAll("[?!.\\s]+$", "");
    }

    /** Returns the noun that "it" or "they" refers to. */
    Optional<String> thingAntecedent(boolean plural) {
        if (plural && isWhoQuestion() && !answerSubject().isEmpty()) {
            return Optional.of(answerSubject());
        }
        return topics().filter(noun -> noun.isPlural() == plural)
                .findFirst()
                .or(() -> topics().findFirst())
                .or(() -> NounPhrases.of(lastQuestion()).all().stream()
                        .filter(NounPhrase::isBareDefinite)
                        .findFirst())
                .map(NounPhrase::text);
    }

    /** Returns the person that "he" or "she" refers to. */
    Optional<String> personAntecedent() {
        if (isWhoQuestion() && !answerSubject().isEmpty()) {
            return Optional.of(answerSubject());
        }
        return turnsNewestFirst.stream()
                .flatMap(turn -> Stream.concat(
                        NounPhrases.of(turn.standaloneQuestion()).all().stream(),
                        turn.sentences().stream().flatMap(sentence -> NounPhrases.of(sentence).all().stream())))
                .filter(NounPhrase::isName)
                .map(NounPhrase::text)
                .findFirst();
    }

    /** Returns the place that "there" refers to. */
    Optional<String> placeAntecedent() {
        return turnsNewestFirst.stream()
                .flatMap(turn -> Stream.concat(
                        turn.citations().stream().map(citation -> citation.quote()),
                        Stream.of(turn.standaloneQuestion())))
                .map(text -> NounPhrases.of(text).placePhrase())
                .filter(place -> !place.isEmpty())
                .findFirst();
    }

    /** Returns the items of a list in the last answer, for "the second one". */
    List<String> listedItems() {
        return turnsNewestFirst.get(0).sentences().stream()
                .flatMap(sentence -> NounPhrases.of(sentence).all().stream())
                .map(NounPhrase::text)
                .toList();
    }

    private boolean isWhoQuestion() {
        return WHO_QUESTION.test(turnsNewestFirst.get(0).standaloneQuestion());
    }

    private String answerSubject() {
        return turnsNewestFirst.get(0).citations().stream()
                .map(citation -> NounPhrases.of(citation.quote()).subject())
                .filter(subject -> !subject.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Returns the topic of the conversation. */
    Optional<String> topic() {
        return topics().findFirst().map(NounPhrase::text);
    }

    private Stream<NounPhrase> topics() {
        return turnsNewestFirst.stream().flatMap(DialogueContext::topics);
    }

    /**
     * Returns the topics a question introduced, most salient first. A question that only refers back with a pronoun
     * introduces none.
     */
    private static Stream<NounPhrase> topics(Turn turn) {
        String original = turn.question();
        boolean refersBack = !original.equals(turn.standaloneQuestion())
                && (PronounResolver.containsPronoun(original)
                        || turn.standaloneQuestion().endsWith(")?"));
        boolean defines = original.matches("(?i)what (?:is|are|was|were) .*");
        return refersBack
                ? Stream.of()
                : NounPhrases.of(RuleBasedQueryRewriter.stripDiscourseMarkers(turn.standaloneQuestion())).all().stream()
                        .filter(noun -> !noun.isGeneric() && !noun.isBareDefinite())
                        .filter(noun -> !(defines && noun.text().contains(" of ")))
                        .sorted(Comparator.comparingDouble(DialogueContext::salience)
                                .reversed());
    }

    /**
     * Returns the salience of a noun: names rank above other nouns, and what a question is about ranks above places and
     * times.
     */
    private static double salience(NounPhrase noun) {
        String preposition = noun.chunk().preposition();
        return (noun.isName() ? 1.5 : 0)
                + (preposition.isEmpty() ? 1 : preposition.equals("about") || preposition.equals("of") ? 0.8 : 0)
                + 0.1 * noun.index();
    }
}
