package pullquote.extract;

import java.util.Comparator;
import java.util.Optional;
import pullquote.text.Span;

/**
 * Holds a source sentence and its score for a question.
 *
 * @param score higher is better; comparable between questions
 * @param answerSpan the words that answer the question, as offsets in the paragraph, if the reader is sure about them
 *
 */
record ScoredSentence(SourceSentence sentence, double score, Optional<Span> answerSpan) {
    static final Comparator<ScoredSentence> BEST_FIRST =
            Comparator.comparingDouble(ScoredSentence::score).reversed();

    ScoredSentence(SourceSentence sentence, double score) {
        this(sentence, score, Optional.empty());
    }

    ScoredSentence(SourceSentence sentence, double score, Span answerSpan) {
        this(sentence, score, Optional.of(answerSpan));
    }
}
