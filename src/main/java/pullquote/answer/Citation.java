package pullquote.answer;

import java.util.Optional;
import pullquote.text.Span;

/**
 * Evidence with the number that an answer gives it.
 *
 * @param number from 1, by first use
 * @param answer the words of it that are the very answer, as offsets in the paragraph, where they are known
 */
public record Citation(int number, Evidence evidence, Optional<Span> answerSpan) {
    public Citation {
        if (answerSpan.isPresent() && !evidence.span().contains(answerSpan.get())) {
            throw new IllegalArgumentException(answerSpan.get() + " is not of " + evidence.span());
        }
    }

    public Citation(int number, Evidence evidence) {
        this(number, evidence, Optional.empty());
    }
}
