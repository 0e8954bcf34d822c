package pullquote.conversation;

import java.util.Optional;
import pullquote.answer.Answer;
import pullquote.query.Question;

/**
 * What a channel gets back for a question.
 *
 * @param conversationId with which to go on
 * @param asked the question as it was asked; that of the answer is the one that was understood
 */
public record Reply(String conversationId, Question question, Answer answer) {
    /** The question as it was understood, if something had to be made of it to stand alone. */
    public Optional<String> standaloneQuestion() {
        return Optional.of(answer.question().text()).filter(understood -> !understood.equals(question.text()));
    }
}
