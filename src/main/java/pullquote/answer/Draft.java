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
public record Draft(String text, List<Evidence> evidence, Optional<String> before, Optional<Evidence> answer) {
    public Draft {
        evidence = List.copyOf(evidence);
    }

    /** The first of an answer. */
    public Draft(String text, List<Evidence> evidence) {
        this(text, evidence, Optional.empty(), Optional.empty());
    }

    /** The same, with the words that answer marked. */
    public Draft marking(Evidence words) {
        return new Draft(text, evidence, before, Optional.of(words));
    }

    Draft after(Optional<String> sentence) {
        return new Draft(text, evidence, sentence, answer);
    }
}
