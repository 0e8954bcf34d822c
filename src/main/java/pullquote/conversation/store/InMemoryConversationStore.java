package pullquote.conversation.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pullquote.query.Turn;

/**
 * Remembers as long as the process runs: for the command line, and for when nothing better can be had. Feedback it does
 * not keep: nobody could look into it.
 */
public final class InMemoryConversationStore implements ConversationStore {
    private static final int MAX_CONVERSATIONS = 500;

    /** The one that was gone on with last is the last. */
    private final Map<ConversationKey, List<Turn>> turnsByConversation = new LinkedHashMap<>();

    private final int maxConversations;

    public InMemoryConversationStore() {
        this(MAX_CONVERSATIONS);
    }

    InMemoryConversationStore(int most) {
        this.maxConversations = most;
    }

    @Override
    public synchronized List<Turn> loadTurns(ConversationKey conversation, Instant since) {
        List<Turn> found = turnsByConversation.getOrDefault(conversation, List.of());
        return found.isEmpty() || lastAnsweredAt(found).isBefore(since) ? List.of() : found;
    }

    @Override
    public synchronized void append(ConversationKey conversation, Turn exchange) {
        var all = new ArrayList<>(loadTurns(conversation, Instant.MIN));
        all.add(exchange);
        turnsByConversation.remove(conversation);
        turnsByConversation.put(
                conversation, List.copyOf(all.subList(Math.max(0, all.size() - MAX_TURNS), all.size())));
        if (turnsByConversation.size() > maxConversations) {
            turnsByConversation.remove(turnsByConversation.keySet().iterator().next());
        }
    }

    @Override
    public synchronized boolean saveFeedback(Feedback feedback) {
        return turnsByConversation.entrySet().stream()
                .filter(kept -> kept.getKey().channel().equals(feedback.channel()))
                .flatMap(kept -> kept.getValue().stream())
                .anyMatch(exchange -> exchange.answerId().equals(feedback.answerId()));
    }

    @Override
    public synchronized void deleteExpired(Instant before) {
        turnsByConversation.values().removeIf(kept -> lastAnsweredAt(kept).isBefore(before));
    }

    private static Instant lastAnsweredAt(List<Turn> exchanges) {
        return exchanges.get(exchanges.size() - 1).answeredAt();
    }
}
