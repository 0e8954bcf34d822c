package pullquote.answer;

import java.util.List;
import java.util.Optional;

/**
 * A sentence as its writer offers it, not yet proved.
 *
 * @param text what the reader would see, without marks
 * @param evidence what the writer says it rests on; may be wrong, may be empty
 * @param before the sentence that the reader has seen last, which it may go on from with "he"
 * @param answer the words of the evidence that are the very answer, if the writer knows
 */
public record DraftSentence(
        String text, List<Evidence> evidence, Optional<String> previous, Optional<Evidence> answerSpan) {
    public DraftSentence {
        evidence = List.copyOf(evidence);
    }

    /** The first of an answer. */
    public DraftSentence(String text, List<Evidence> evidence) {
        this(text, evidence, Optional.empty(), Optional.empty());
    }

    /** The same, with the words that answer marked. */
    public DraftSentence withAnswerSpan(Evidence words) {
        return new DraftSentence(text, evidence, previous, Optional.of(words));
    }

    DraftSentence withPrevious(Optional<String> sentence) {
        return new DraftSentence(text, evidence, sentence, answerSpan);
    }
}
