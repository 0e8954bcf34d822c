package pullquote.conversation;

import java.util.Optional;
import pullquote.answer.Answer;
import pullquote.query.Question;

/**
 * An answer with its conversation.
 *
 * @param conversationId the id to continue the conversation with
 * @param question the question as it was asked; {@code answer.question()} may be a rewritten one
 */
public record Reply(String conversationId, Question question, Answer answer) {
    /** Returns the rewritten question, if the original could not be understood without its context. */
    public Optional<String> standaloneQuestion() {
        return Optional.of(answer.question().text()).filter(rewritten -> !rewritten.equals(question.text()));
    }
}
