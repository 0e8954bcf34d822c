package pullquote.conversation.followup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pullquote.conversation.Exchange;
import pullquote.conversation.followup.Nouns.Noun;

/** What a question may lean on: what was asked before, as it was understood, and what was cited. */
final class Background {
    private static final Predicate<String> ASKS_WHO = text -> text.matches("(?i)who\\b.*");

    /** Last one first. */
    private final List<Exchange> before;

    private Background(List<Exchange> before) {
        this.before = before;
    }

    static Background of(List<Exchange> oldestFirst) {
        var lastFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(lastFirst);
        return new Background(lastFirst);
    }

    /** The question before, as it was understood, without its question mark. */
    String lastQuestion() {
        return before.get(0).standalone().replaceAll("[?!.\\s]+$", "");
    }

    /** What "it" or "they" stands for. */
    Optional<String> thing(boolean plural) {
        if (plural && asksWho() && !answerSubject().isEmpty()) {
            return Optional.of(answerSubject());
        }
        return topics().filter(noun -> noun.isPlural() == plural)
                .findFirst()
                .or(() -> topics().findFirst())
                .or(() -> Nouns.of(lastQuestion()).all().stream()
                        .filter(Noun::isBareDefinite)
                        .findFirst())
                .map(Noun::text);
    }

    /** Who "he" or "she" is. */
    Optional<String> person() {
        if (asksWho() && !answerSubject().isEmpty()) {
            return Optional.of(answerSubject());
        }
        return before.stream()
                .flatMap(exchange -> Stream.concat(
                        Nouns.of(exchange.standalone()).all().stream(),
                        exchange.sentences().stream().flatMap(sentence -> Nouns.of(sentence).all().stream())))
                .filter(Noun::isName)
                .map(Noun::text)
                .findFirst();
    }

    /** Where "there" is. */
    Optional<String> place() {
        return before.stream()
                .flatMap(exchange -> Stream.concat(
                        exchange.citations().stream().map(cited -> cited.quote()), Stream.of(exchange.standalone())))
                .map(text -> Nouns.of(text).place())
                .filter(place -> !place.isEmpty())
                .findFirst();
    }

    /** The parts of a list in the last answer: for "the second one". */
    List<String> listed() {
        return before.get(0).sentences().stream()
                .flatMap(sentence -> Nouns.of(sentence).all().stream())
                .map(Noun::text)
                .toList();
    }

    private boolean asksWho() {
        return ASKS_WHO.test(before.get(0).standalone());
    }

    private String answerSubject() {
        return before.get(0).citations().stream()
                .map(cited -> Nouns.of(cited.quote()).subject())
                .filter(subject -> !subject.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What the conversation is about. */
    Optional<String> topic() {
        return topics().findFirst().map(Noun::text);
    }

    private Stream<Noun> topics() {
        return before.stream().flatMap(Background::topics);
    }

    /** What a question brought up, best first; one that asked on about "it" brought up nothing. */
    private static Stream<Noun> topics(Exchange exchange) {
        String asked = exchange.question();
        boolean wentOn = !asked.equals(exchange.standalone())
                && (Pronouns.hasOne(asked) || exchange.standalone().endsWith(")?"));
        boolean defines = asked.matches("(?i)what (?:is|are|was|were) .*");
        return wentOn
                ? Stream.of()
                : Nouns.of(FollowUps.withoutOpening(exchange.standalone())).all().stream()
                        .filter(noun -> !noun.isGeneric() && !noun.isBareDefinite())
                        .filter(noun -> !(defines && noun.text().contains(" of ")))
                        .sorted(Comparator.comparingDouble(Background::weight).reversed());
    }

    /** Names rather than other words, what a question is about rather than where. */
    private static double weight(Noun noun) {
        String link = noun.phrase().link();
        return (noun.isName() ? 1.5 : 0)
                + (link.isEmpty() ? 1 : link.equals("about") || link.equals("of") ? 0.8 : 0)
                + 0.1 * noun.at();
    }
}
