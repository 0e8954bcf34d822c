package pullquote.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers as long as the process runs: for the command line, and for when nothing better can be had. Feedback it does
 * not keep: nobody could look into it.
 */
public final class ShortMemory implements Memory {
    private static final int CONVERSATIONS = 500;

    /** The one that was gone on with last is the last. */
    private final Map<Conversation, List<Exchange>> exchanges = new LinkedHashMap<>();

    private final int most;

    public ShortMemory() {
        this(CONVERSATIONS);
    }

    ShortMemory(int most) {
        this.most = most;
    }

    @Override
    public synchronized List<Exchange> find(Conversation conversation, Instant since) {
        List<Exchange> found = exchanges.getOrDefault(conversation, List.of());
        return found.isEmpty() || lastOf(found).isBefore(since) ? List.of() : found;
    }

    @Override
    public synchronized void append(Conversation conversation, Exchange exchange) {
        var all = new ArrayList<>(find(conversation, Instant.MIN));
        all.add(exchange);
        exchanges.remove(conversation);
        exchanges.put(conversation, List.copyOf(all.subList(Math.max(0, all.size() - EXCHANGES), all.size())));
        if (exchanges.size() > most) {
            exchanges.remove(exchanges.keySet().iterator().next());
        }
    }

    @Override
    public synchronized boolean rate(Feedback feedback) {
        return exchanges.entrySet().stream()
                .filter(kept -> kept.getKey().channel().equals(feedback.channel()))
                .flatMap(kept -> kept.getValue().stream())
                .anyMatch(exchange -> exchange.answerId().equals(feedback.answerId()));
    }

    @Override
    public synchronized void forget(Instant before) {
        exchanges.values().removeIf(kept -> lastOf(kept).isBefore(before));
    }

    private static Instant lastOf(List<Exchange> exchanges) {
        return exchanges.get(exchanges.size() - 1).at();
    }
}
