package pullquote.extract;

import java.util.Comparator;
import java.util.Optional;
import pullquote.text.Span;

/**
 * A source sentence with its weight for a question.
 *
 * @param answer the words of it that answer, as offsets in the paragraph, if a reader is sure of them
 */
record ScoredSentence(SourceSentence sentence, double score, Optional<Span> answerSpan) {
    static final Comparator<ScoredSentence> BEST_FIRST =
            Comparator.comparingDouble(ScoredSentence::score).reversed();

    ScoredSentence(SourceSentence line, double weight) {
        this(line, weight, Optional.empty());
    }

    ScoredSentence(SourceSentence line, double weight, Span answer) {
        this(line, weight, Optional.of(answer));
    }
}
