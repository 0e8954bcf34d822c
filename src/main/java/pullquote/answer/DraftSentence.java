package pullquote.answer;

import java.util.List;
import java.util.Optional;

/**
 * Represents a generated sentence before verification.
 *
 * @param text the text without citation marks
 * @param evidence the evidence that the generator gives for it; may be wrong or empty
 * @param previous the last accepted sentence, which pronouns may refer to
 * @param answerSpan the part of the evidence that is the shortest answer, if known
 */
public record DraftSentence(
        String text, List<Evidence> evidence, Optional<String> previous, Optional<Evidence> answerSpan) {
    public DraftSentence {
        evidence = List.copyOf(evidence);
    }

    /** Creates a draft without a previous sentence and an answer span. */
    public DraftSentence(String text, List<Evidence> evidence) {
        this(text, evidence, Optional.empty(), Optional.empty());
    }

    /** Returns a copy with an answer span. */
    public DraftSentence withAnswerSpan(Evidence span) {
        return new DraftSentence(text, evidence, previous, Optional.of(span));
    }

    DraftSentence withPrevious(Optional<String> sentence) {
        return new DraftSentence(text, evidence, sentence, answerSpan);
    }
}
