package pullquote.conversation.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pullquote.answer.HealthStatus;
import pullquote.query.Turn;

/** Stores the last turns of recent conversations, up to a maximum number of conversations. */
public interface ConversationStore extends AutoCloseable {
    /** The maximum number of turns stored per conversation; older ones are deleted. */
    int MAX_TURNS = 10;

    /**
     * Returns the last turns, oldest first; empty if the conversation is unknown in its channel, or its last turn was
     * before {@code since}.
     *
     * @throws StoreException if the store is unavailable
     */
    List<Turn> loadTurns(ConversationKey conversation, Instant since);

    /**
     * Appends a turn, and deletes the oldest if there are more than {@value #MAX_TURNS}.
     *
     * @throws StoreException if the turn was not stored
     */
    void append(ConversationKey conversation, Turn turn);

    /**
     * Stores feedback on an answer, replacing earlier feedback. Persistent stores keep it longer than the conversation,
     * with a copy of the turn.
     *
     * @return true if the answer was given in this channel and is still stored; otherwise nothing is saved
     * @throws StoreException if the store is unavailable
     */
    boolean saveFeedback(Feedback feedback);

    /**
     * Deletes conversations whose last turn was before this time, and the oldest conversations and feedback above the
     * maximum number.
     *
     * @throws StoreException if the store is unavailable
     */
    void deleteExpired(Instant before);

    /** Returns the health of the database, or empty for stores that cannot fail. */
    default Optional<HealthStatus> health() {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
