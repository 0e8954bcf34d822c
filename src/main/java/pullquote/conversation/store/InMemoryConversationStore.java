package pullquote.conversation.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pullquote.query.Turn;

/**
 * Keeps conversations in memory, for the command line and as a fallback. Feedback is checked but not kept, because
 * nothing could query it.
 */
public final class InMemoryConversationStore implements ConversationStore {
    private static final int MAX_CONVERSATIONS = 500;

    /** In order of the last turn, oldest first. */
    private final Map<ConversationKey, List<Turn>> turnsByConversation = new LinkedHashMap<>();

    private final int maxConversations;

    public InMemoryConversationStore() {
        this(MAX_CONVERSATIONS);
    }

    InMemoryConversationStore(int maxConversations) {
        this.maxConversations = maxConversations;
    }

    @Override
    public synchronized List<Turn> loadTurns(ConversationKey conversation, Instant since) {
        List<Turn> found = turnsByConversation.getOrDefault(conversation, List.of());
        return found.isEmpty() || lastAnsweredAt(found).isBefore(since) ? List.of() : found;
    }

    @Override
    public synchronized void append(ConversationKey conversation, Turn turn) {
        var turns = new ArrayList<>(loadTurns(conversation, Instant.MIN));
        turns.add(turn);
        turnsByConversation.remove(conversation);
        turnsByConversation.put(
                conversation, List.copyOf(turns.subList(Math.max(0, turns.size() - MAX_TURNS), turns.size())));
        if (turnsByConversation.size() > maxConversations) {
            turnsByConversation.remove(turnsByConversation.keySet().iterator().next());
        }
    }

    @Override
    public synchronized boolean saveFeedback(Feedback feedback) {
        return turnsByConversation.entrySet().stream()
                .filter(entry -> entry.getKey().channel().equals(feedback.channel()))
                .flatMap(entry -> entry.getValue().stream())
                .anyMatch(turn -> turn.answerId().equals(feedback.answerId()));
    }

    @Override
    public synchronized void deleteExpired(Instant before) {
        turnsByConversation.values().removeIf(turns -> lastAnsweredAt(turns).isBefore(before));
    }

    private static Instant lastAnsweredAt(List<Turn> turns) {
        return turns.get(turns.size() - 1).answeredAt();
    }
}
