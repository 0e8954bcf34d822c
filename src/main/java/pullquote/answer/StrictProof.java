package pullquote.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.article.Span;
import pullquote.retrieval.Passage;

/**
 * Believes nothing that a writer says of its own sentence. A sentence that is the article's own, to the character, is
 * proved by standing there. Any other must be carried by source sentences: first those of the passages it names, then
 * those of all that were found. One sentence must carry all of it: two facts from two places make a third that nobody
 * wrote. Only if it is made of parts, joined by "and" or the like, each part may have its own.
 */
public final class StrictProof implements Proof {
    private static final Pattern JOINT = Pattern.compile("[,;]?\\s+(?:and|but|while|whereas)\\s+|;\\s+");
    /** With fewer plain words it is no part that says anything: "on Jan. 7, and …". */
    private static final int WORDS_OF_PART = 2;

    @Override
    public Optional<Proved> prove(Draft draft, List<Passage> passages) {
        List<Evidence> named = draft.evidence().stream()
                .flatMap(evidence -> sentences(evidence.article(), evidence.paragraph()))
                .distinct()
                .toList();
        return itself(draft, Stream.concat(draft.evidence().stream(), named.stream()))
                .or(() -> itself(draft, found(passages)))
                .or(() -> carried(draft.text(), named))
                .or(() -> carried(draft.text(), found(passages).toList()))
                .map(evidence -> new Proved(draft.text(), evidence));
    }

    private static Stream<Evidence> found(List<Passage> passages) {
        return passages.stream().flatMap(passage -> sentences(passage.article(), passage.paragraph()));
    }

    private static Stream<Evidence> sentences(Article article, Paragraph paragraph) {
        return article.sentences(paragraph).stream().map(span -> new Evidence(article, paragraph, span));
    }

    private static Optional<List<Evidence>> itself(Draft draft, Stream<Evidence> all) {
        return all.filter(evidence -> evidence.quote().equals(draft.text()))
                .filter(StrictProof::isWhole)
                .findFirst()
                .map(List::of);
    }

    /** Half a sentence may say the contrary of the whole. */
    private static boolean isWhole(Evidence evidence) {
        List<Span> sentences = evidence.article().sentences(evidence.paragraph());
        return sentences.stream().anyMatch(one -> one.start() == evidence.span().start())
                && sentences.stream()
                        .anyMatch(one -> one.end() == evidence.span().end());
    }

    private static Optional<List<Evidence>> carried(String text, List<Evidence> all) {
        // Only English can be taken apart so far.
        List<Evidence> sentences = all.stream()
                .filter(one -> one.article().about().language().equals("en"))
                .toList();
        if (!Languages.guess(text).equals("en")) {
            return Optional.empty();
        }
        return whole(Claim.of(text), sentences).or(() -> inParts(text, sentences));
    }

    private static Optional<List<Evidence>> whole(Claim claim, List<Evidence> sentences) {
        Comparator<Evidence> best = Comparator.comparingDouble(
                        (Evidence one) -> -claim.coveredBy(Claim.of(one.quote())))
                .thenComparing(one -> one.quote().length());
        return sentences.stream()
                .filter(one -> claim.isCarriedBy(Claim.of(one.quote()), Set.of()))
                .min(best)
                .map(List::of)
                .or(() -> sentences.stream()
                        .flatMap(one -> withSentenceBefore(claim, one).stream())
                        .findFirst());
    }

    /** "He" who opens a sentence is the one who opens the sentence before. */
    private static Optional<List<Evidence>> withSentenceBefore(Claim claim, Evidence one) {
        Claim source = Claim.of(one.quote());
        return sentences(one.article(), one.paragraph())
                .takeWhile(other -> !other.equals(one))
                .reduce((first, second) -> second)
                .filter(before -> source.opensWithPronoun())
                .filter(before ->
                        claim.isCarriedBy(source, Claim.of(before.quote()).openingNames()))
                .map(before -> List.of(before, one));
    }

    private static Optional<List<Evidence>> inParts(String text, List<Evidence> sentences) {
        for (MatchResult joint : JOINT.matcher(text).results().toList()) {
            Claim first = Claim.of(text.substring(0, joint.start()));
            Claim second = Claim.of(first.openingOfSpeech() + text.substring(joint.end()));
            if (first.plainWords() < WORDS_OF_PART || second.plainWords() < WORDS_OF_PART) {
                continue;
            }
            Optional<List<Evidence>> both = whole(first, sentences)
                    .flatMap(one -> whole(second, sentences)
                            .map(other -> Stream.of(one, other)
                                    .flatMap(List::stream)
                                    .distinct()
                                    .toList()));
            if (both.isPresent()) {
                return both;
            }
        }
        return Optional.empty();
    }
}
