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

/** What a question may lean on: what was asked before, as it was understood, and what was cited. */
final class DialogueContext {
    private static final Predicate<String> WHO_QUESTION = text -> text.matches("(?i)who\\b.*");

    /** Last one first. */
    private final List<Turn> turnsNewestFirst;

    private DialogueContext(List<Turn> before) {
        this.turnsNewestFirst = before;
    }

    static DialogueContext of(List<Turn> oldestFirst) {
        var lastFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(lastFirst);
        return new DialogueContext(lastFirst);
    }

    /** The question before, as it was understood, without its question mark. */
    String lastQuestion() {
        return turnsNewestFirst.get(0).standaloneQuestion().replaceAll("[?!.\\s]+$", "");
    }

    /** What "it" or "they" stands for. */
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

    /** Who "he" or "she" is. */
    Optional<String> personAntecedent() {
        if (isWhoQuestion() && !answerSubject().isEmpty()) {
            return Optional.of(answerSubject());
        }
        return turnsNewestFirst.stream()
                .flatMap(exchange -> Stream.concat(
                        NounPhrases.of(exchange.standaloneQuestion()).all().stream(),
                        exchange.sentences().stream().flatMap(sentence -> NounPhrases.of(sentence).all().stream())))
                .filter(NounPhrase::isName)
                .map(NounPhrase::text)
                .findFirst();
    }

    /** Where "there" is. */
    Optional<String> placeAntecedent() {
        return turnsNewestFirst.stream()
                .flatMap(exchange -> Stream.concat(
                        exchange.citations().stream().map(cited -> cited.quote()),
                        Stream.of(exchange.standaloneQuestion())))
                .map(text -> NounPhrases.of(text).placePhrase())
                .filter(place -> !place.isEmpty())
                .findFirst();
    }

    /** The parts of a list in the last answer: for "the second one". */
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
                .map(cited -> NounPhrases.of(cited.quote()).subject())
                .filter(subject -> !subject.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What the conversation is about. */
    Optional<String> topic() {
        return topics().findFirst().map(NounPhrase::text);
    }

    private Stream<NounPhrase> topics() {
        return turnsNewestFirst.stream().flatMap(DialogueContext::topics);
    }

    /** What a question brought up, best first; one that asked on about "it" brought up nothing. */
    private static Stream<NounPhrase> topics(Turn exchange) {
        String asked = exchange.question();
        boolean wentOn = !asked.equals(exchange.standaloneQuestion())
                && (PronounResolver.containsPronoun(asked)
                        || exchange.standaloneQuestion().endsWith(")?"));
        boolean defines = asked.matches("(?i)what (?:is|are|was|were) .*");
        return wentOn
                ? Stream.of()
                : NounPhrases.of(RuleBasedQueryRewriter.stripDiscourseMarkers(exchange.standaloneQuestion()))
                        .all()
                        .stream()
                        .filter(noun -> !noun.isGeneric() && !noun.isBareDefinite())
                        .filter(noun -> !(defines && noun.text().contains(" of ")))
                        .sorted(Comparator.comparingDouble(DialogueContext::salience)
                                .reversed());
    }

    /** Names rather than other words, what a question is about rather than where. */
    private static double salience(NounPhrase noun) {
        String link = noun.chunk().preposition();
        return (noun.isName() ? 1.5 : 0)
                + (link.isEmpty() ? 1 : link.equals("about") || link.equals("of") ? 0.8 : 0)
                + 0.1 * noun.index();
    }
}
