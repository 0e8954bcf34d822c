package pullquote.conversation.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pullquote.answer.HealthStatus;
import pullquote.query.Turn;

/** Keeps the last exchanges of conversations, and of so many conversations as it can hold. */
public interface ConversationStore extends AutoCloseable {
    /** How many exchanges of a conversation are kept. */
    int MAX_TURNS = 10;

    /**
     * The last exchanges, oldest first; none if the conversation is not known in its channel, or its last exchange was
     * before {@code since}.
     *
     * @throws StoreException if nobody can tell
     */
    List<Turn> loadTurns(ConversationKey conversation, Instant since);

    /**
     * Adds an exchange, in place of the oldest if there are {@value #MAX_TURNS}.
     *
     * @throws StoreException if it is not kept
     */
    void append(ConversationKey conversation, Turn exchange);

    /**
     * Keeps what a reader thinks of an answer, in place of what he thought of it before. One that outlasts the process
     * keeps it longer than the conversation, with what is needed of the exchange to look into it.
     *
     * @return whether it knows the answer, and gave it in this channel; if not, nothing is kept
     * @throws StoreException if nobody can tell, or it is not kept
     */
    boolean saveFeedback(Feedback feedback);

    /**
     * Forgets the conversations whose last exchange was before that, and the oldest of those that are too many; and of
     * feedback too.
     *
     * @throws StoreException if they are not forgotten
     */
    void deleteExpired(Instant before);

    /** How it is doing, if it is of a kind that can fail. */
    default Optional<HealthStatus> health() {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
