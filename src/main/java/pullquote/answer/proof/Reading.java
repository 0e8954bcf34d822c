package pullquote.answer.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.Paragraph;

/** An article as the proof reads it: who is who in it, and each of its sentences taken apart once. */
final class Reading {
    /** How far back "he" may have been named: within the paragraph and in the one before. */
    private static final int PARAGRAPHS_BACK = 1;

    private static final Set<String> OF_PEOPLE = Set.of("he", "she", "his", "her", "him", "i", "my", "we", "our");

    private final Article article;
    private final Cast cast;
    private final Map<Evidence, Claim> claims = new ConcurrentHashMap<>();

    Reading(Article article) {
        this.article = article;
        this.cast = Cast.of(article);
    }

    Cast cast() {
        return cast;
    }

    Claim claim(Evidence sentence) {
        return claims.computeIfAbsent(sentence, one -> Claim.of(one.quote(), cast));
    }

    /** The sentence that tells who a pronoun of this one stands for, if that is plain. */
    Optional<Evidence> antecedent(Evidence sentence) {
        Claim claim = claim(sentence);
        if (!claim.people().isEmpty()) {
            return Optional.empty();
        }
        if (!isOfPeople(claim)) {
            return (claim.hasPronoun() ? before(sentence, 0).findFirst() : Optional.<Evidence>empty())
                    .or(() -> named(claim, sentence));
        }
        return before(sentence, PARAGRAPHS_BACK)
                .filter(one -> !claim(one).people().isEmpty())
                .findFirst()
                .filter(one -> claim(one).people().size() == 1);
    }

    /** What a claim may say instead of a pronoun that stands for something in this sentence. */
    Set<String> meant(Evidence antecedent, Evidence sentence) {
        Claim claim = claim(sentence);
        if (isOfPeople(claim)) {
            return claim(antecedent).people();
        }
        return claim.hasPronoun()
                ? claim(antecedent).arrangement().opening()
                : claim(antecedent).arrangement().namesOf(claim.arrangement().definite());
    }

    private static boolean isOfPeople(Claim claim) {
        return claim.words().stream().anyMatch(word -> OF_PEOPLE.contains(word.lower()));
    }

    /** Whether another sentence stands right before this one. */
    boolean isJustBehind(Evidence sentence, String other) {
        return before(sentence, 1)
                .findFirst()
                .filter(one -> one.quote().equals(other))
                .isPresent();
    }

    /** Where "the house" of this sentence is called by more than that, if it is called so only once before. */
    private Optional<Evidence> named(Claim claim, Evidence sentence) {
        Set<String> definite = claim.arrangement().definite();
        return before(sentence, article.paragraphs().size())
                .filter(one -> !claim(one).arrangement().namesOf(definite).isEmpty())
                .findFirst();
    }

    /** The sentences before, last one first. */
    private Stream<Evidence> before(Evidence sentence, int paragraphsBack) {
        var before = new ArrayList<Evidence>();
        for (int number = sentence.paragraph().number();
                number >= Math.max(1, sentence.paragraph().number() - paragraphsBack);
                number--) {
            Paragraph paragraph = article.paragraphs().get(number - 1);
            List<Evidence> here = article.sentences(paragraph).stream()
                    .map(span -> new Evidence(article, paragraph, span))
                    .filter(one ->
                            one.paragraph().number() < sentence.paragraph().number()
                                    || one.span().end() <= sentence.span().start())
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.reverse(here);
            before.addAll(here);
        }
        return before.stream();
    }
}
