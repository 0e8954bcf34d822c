package pullquote.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.retrieval.Passage;

/**
 * Believes nothing that a writer says of its own sentence. A sentence that is the article's own, to the character, is
 * proved by standing there. Any other must be carried by source sentences: first those of the passages it names, then
 * those of all that were found. The fewest that carry it become its quotes.
 */
public final class StrictProof implements Proof {
    /** More than this many sentences are no longer a proof that a reader can check at a glance. */
    private static final int MOST_QUOTES = 3;

    @Override
    public Optional<Proved> prove(Draft draft, List<Passage> passages) {
        Optional<Evidence> itself = draft.evidence().stream()
                .filter(evidence -> evidence.quote().equals(draft.text()))
                .findFirst();
        if (itself.isPresent()) {
            return Optional.of(new Proved(draft.text(), List.of(itself.get())));
        }
        Stream<Evidence> named =
                draft.evidence().stream().flatMap(evidence -> sentences(evidence.article(), evidence.paragraph()));
        Stream<Evidence> found =
                passages.stream().flatMap(passage -> sentences(passage.article(), passage.paragraph()));
        return carried(draft, named.distinct().toList())
                .or(() -> carried(draft, found.toList()))
                .map(evidence -> new Proved(draft.text(), evidence));
    }

    private static Stream<Evidence> sentences(Article article, Paragraph paragraph) {
        return article.sentences(paragraph).stream().map(span -> new Evidence(article, paragraph, span));
    }

    /** Takes the sentence that adds the most, again and again, until the claim is carried. */
    private static Optional<List<Evidence>> carried(Draft draft, List<Evidence> sentences) {
        Claim claim = Claim.of(draft.text(), "en");
        var chosen = new ArrayList<Evidence>();
        var rest = new ArrayList<>(sentences);
        while (chosen.size() < MOST_QUOTES && !rest.isEmpty()) {
            Evidence best = rest.get(0);
            double most = -1;
            for (Evidence sentence : rest) {
                double covered = claim.coveredBy(with(chosen, sentence));
                if (covered > most) {
                    most = covered;
                    best = sentence;
                }
            }
            if (!chosen.isEmpty() && most <= claim.coveredBy(chosen)) {
                break;
            }
            chosen.add(best);
            rest.remove(best);
            if (claim.isCarriedBy(chosen)) {
                return Optional.of(chosen);
            }
        }
        return Optional.empty();
    }

    private static List<Evidence> with(List<Evidence> chosen, Evidence one) {
        return Stream.concat(chosen.stream(), Stream.of(one)).toList();
    }
}
