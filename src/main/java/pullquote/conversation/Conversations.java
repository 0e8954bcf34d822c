package pullquote.conversation;

import java.util.Optional;
import java.util.regex.Pattern;
import pullquote.answer.Answer;
import pullquote.answer.AnswerListener;
import pullquote.answer.Answerer;
import pullquote.answer.Ids;
import pullquote.answer.Question;

/** The one way in for every channel. It names conversations and, so far, remembers nothing of them. */
public final class Conversations {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final Answerer answerer;

    public Conversations(Answerer answerer) {
        this.answerer = answerer;
    }

    /**
     * Asks, and tells the listener what becomes of it.
     *
     * @param conversationId the conversation to go on with; what is no id of ours begins a new one
     */
    public Exchange ask(Optional<String> conversationId, Question question, AnswerListener listener) {
        String id = conversationId.filter(given -> ID.matcher(given).matches()).orElseGet(Ids::next);
        Answer answer = answerer.answer(question, listener);
        return new Exchange(id, answer);
    }
}
