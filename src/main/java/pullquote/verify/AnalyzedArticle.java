package pullquote.verify;

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

/** An article prepared for verification: its entities, and each of its sentences analysed once. */
final class AnalyzedArticle {
    /** How many paragraphs before its own a pronoun may refer to. */
    private static final int MAX_PARAGRAPHS_BACK = 1;

    private static final Set<String> PERSONAL_PRONOUNS =
            Set.of("he", "she", "his", "her", "him", "i", "my", "we", "our");

    private final Article article;
    private final EntityIndex entities;
    private final Map<Evidence, AnalyzedSentence> analyzedSentences = new ConcurrentHashMap<>();

    AnalyzedArticle(Article article) {
        this.article = article;
        this.entities = EntityIndex.of(article);
    }

    EntityIndex entities() {
        return entities;
    }

    AnalyzedSentence analyze(Evidence sentence) {
        return analyzedSentences.computeIfAbsent(sentence, one -> AnalyzedSentence.of(one.quote(), entities));
    }

    /** Returns the sentence that names the referent of a pronoun in this one, if it is unambiguous. */
    Optional<Evidence> findAntecedent(Evidence sentence) {
        AnalyzedSentence claim = analyze(sentence);
        if (!claim.people().isEmpty()) {
            return Optional.empty();
        }
        if (!hasPersonalPronoun(claim)) {
            return (claim.hasPronoun() ? precedingSentences(sentence, 0).findFirst() : Optional.<Evidence>empty())
                    .or(() -> findFullerMention(claim, sentence));
        }
        return precedingSentences(sentence, MAX_PARAGRAPHS_BACK)
                .filter(one -> !analyze(one).people().isEmpty())
                .findFirst()
                .filter(one -> analyze(one).people().size() == 1);
    }

    /** Returns the stems that a claim may use in place of a pronoun that refers to the antecedent. */
    Set<String> referents(Evidence antecedent, Evidence sentence) {
        AnalyzedSentence claim = analyze(sentence);
        if (hasPersonalPronoun(claim)) {
            return analyze(antecedent).people();
        }
        return claim.hasPronoun()
                ? analyze(antecedent).predicateArguments().stemsBeforeVerb()
                : analyze(antecedent)
                        .predicateArguments()
                        .nounModifiersOf(claim.predicateArguments().definiteNouns());
    }

    private static boolean hasPersonalPronoun(AnalyzedSentence claim) {
        return claim.words().stream().anyMatch(word -> PERSONAL_PRONOUNS.contains(word.lower()));
    }

    /** Returns true if the other sentence comes directly before this one. */
    boolean isPrecededBy(Evidence sentence, String other) {
        return precedingSentences(sentence, 1)
                .findFirst()
                .filter(one -> one.quote().equals(other))
                .isPresent();
    }

    /** Finds the earlier, longer name of a noun phrase such as "the house", if there is exactly one. */
    private Optional<Evidence> findFullerMention(AnalyzedSentence claim, Evidence sentence) {
        Set<String> definite = claim.predicateArguments().definiteNouns();
        return precedingSentences(sentence, article.paragraphs().size())
                .filter(one -> !analyze(one)
                        .predicateArguments()
                        .nounModifiersOf(definite)
                        .isEmpty())
                .findFirst();
    }

    /** Returns the sentences before this one, the last one first. */
    private Stream<Evidence> precedingSentences(Evidence sentence, int paragraphsBack) {
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
