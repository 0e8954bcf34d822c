package pullquote.answer;

import java.util.Optional;
import pullquote.text.Span;

/**
 * Represents numbered evidence in an answer.
 *
 * @param number the number, from 1 in order of first use
 * @param answerSpan the span of the shortest answer in the paragraph, if known; always inside the evidence
 */
public record Citation(int number, Evidence evidence, Optional<Span> answerSpan) {
    public Citation {
        if (answerSpan.isPresent() && !evidence.span().contains(answerSpan.get())) {
            throw new IllegalArgumentException(answerSpan.get() + " is not inside " + evidence.span());
        }
    }

    public Citation(int number, Evidence evidence) {
        this(number, evidence, Optional.empty());
    }
}
