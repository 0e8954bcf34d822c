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

/** Prepares an article for verification: indexes its entities and analyses each sentence once. */
final class AnalyzedArticle {
    /** Number of earlier paragraphs that are searched for the antecedent of a personal pronoun. */
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
        return analyzedSentences.computeIfAbsent(sentence, evidence -> AnalyzedSentence.of(evidence.quote(), entities));
    }

    /**
     * Returns the earlier sentence that a sentence refers to; empty if the sentence names a person itself. For a
     * personal pronoun, this is the nearest sentence that names a person; empty if it names several. For other
     * pronouns, this is the previous sentence of the paragraph. If there is none, this is the nearest sentence with a
     * longer name for a noun phrase, for example "the tea house" for "the house".
     */
    Optional<Evidence> findAntecedent(Evidence sentence) {
        AnalyzedSentence analyzed = analyze(sentence);
        if (!analyzed.people().isEmpty()) {
            return Optional.empty();
        }
        if (!hasPersonalPronoun(analyzed)) {
            return (analyzed.hasPronoun() ? precedingSentences(sentence, 0).findFirst() : Optional.<Evidence>empty())
                    .or(() -> findFullerMention(analyzed, sentence));
        }
        return precedingSentences(sentence, MAX_PARAGRAPHS_BACK)
                .filter(candidate -> !analyze(candidate).people().isEmpty())
                .findFirst()
                .filter(candidate -> analyze(candidate).people().size() == 1);
    }

    /** Returns the stems that a claim may use in place of a reference to the antecedent. */
    Set<String> referents(Evidence antecedent, Evidence sentence) {
        AnalyzedSentence analyzed = analyze(sentence);
        if (hasPersonalPronoun(analyzed)) {
            return analyze(antecedent).people();
        }
        return analyzed.hasPronoun()
                ? analyze(antecedent).predicateArguments().stemsBeforeVerb()
                : analyze(antecedent)
                        .predicateArguments()
                        .nounModifiersOf(analyzed.predicateArguments().definiteNouns());
    }

    private static boolean hasPersonalPronoun(AnalyzedSentence sentence) {
        return sentence.words().stream().anyMatch(word -> PERSONAL_PRONOUNS.contains(word.lower()));
    }

    /** Returns true if the other sentence comes directly before this one. */
    boolean isPrecededBy(Evidence sentence, String other) {
        return precedingSentences(sentence, 1)
                .findFirst()
                .filter(previous -> previous.quote().equals(other))
                .isPresent();
    }

    /** Returns the nearest earlier sentence that has a longer name for "the house", for example "the tea house". */
    private Optional<Evidence> findFullerMention(AnalyzedSentence analyzed, Evidence sentence) {
        Set<String> nouns = analyzed.predicateArguments().definiteNouns();
        return precedingSentences(sentence, article.paragraphs().size())
                .filter(candidate -> !analyze(candidate)
                        .predicateArguments()
                        .nounModifiersOf(nouns)
                        .isEmpty())
                .findFirst();
    }

    /** Returns the sentences before this one, the nearest first. */
    private Stream<Evidence> precedingSentences(Evidence sentence, int paragraphsBack) {
        var preceding = new ArrayList<Evidence>();
        for (int number = sentence.paragraph().number();
                number >= Math.max(1, sentence.paragraph().number() - paragraphsBack);
                number--) {
            Paragraph paragraph = article.paragraphs().get(number - 1);
            List<Evidence> inParagraph = article.sentences(paragraph).stream()
                    .map(span -> new Evidence(article, paragraph, span))
                    .filter(candidate -> candidate.paragraph().number()
                                    < sentence.paragraph().number()
                            || candidate.span().end() <= sentence.span().start())
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.reverse(inParagraph);
            preceding.addAll(inParagraph);
        }
        return preceding.stream();
    }
}
