package pullquote.channel.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pullquote.channel.HttpProblemException;

/**
 * Keeps the events of recent complete answers for clients that lost the connection. Such a client repeats its request
 * with the id of the last event it received in {@code Last-Event-ID}.
 */
final class ReplayBuffer {
    /** The maximum total size in characters of JSON, about 16 MB; the oldest answers are dropped above it. */
    private static final int MAX_TOTAL_CHARS = 8_000_000;

    private static final Pattern EVENT_ID = Pattern.compile("([0-9a-f]{32})\\.(\\d{1,6})");

    private final Map<String, StoredAnswer> answersByStreamId = new LinkedHashMap<>();
    private long totalChars;

    private record StoredAnswer(AskRequest request, List<EventStream.Event> events, int charCount) {}

    /** Stores an answer, and drops the oldest ones while the buffer is too large. */
    synchronized void store(String stream, AskRequest request, List<EventStream.Event> events) {
        int length = events.stream().mapToInt(event -> event.json().length()).sum();
        answersByStreamId.put(stream, new StoredAnswer(request, List.copyOf(events), length));
        totalChars += length;
        for (Iterator<StoredAnswer> oldest = answersByStreamId.values().iterator(); totalChars > MAX_TOTAL_CHARS; ) {
            totalChars -= oldest.next().charCount();
            oldest.remove();
        }
    }

    /**
     * Returns the events after the given one, or the final one again if the client has all of them.
     *
     * @throws HttpProblemException if the answer is no longer stored, or the request differs from the original one
     */
    List<EventStream.Event> eventsAfter(String lastEventId, AskRequest request) {
        Matcher id = EVENT_ID.matcher(lastEventId.strip());
        StoredAnswer stored = id.matches() ? findAnswer(id.group(1)) : null;
        if (stored == null || !stored.request().equals(request)) {
            throw new HttpProblemException(
                    410, "gone", "That answer is no longer stored. Ask again without “Last-Event-ID”.");
        }
        int received = Math.min(Integer.parseInt(id.group(2)), stored.events().size() - 1);
        return stored.events().subList(received, stored.events().size());
    }

    private synchronized @Nullable StoredAnswer findAnswer(String stream) {
        return answersByStreamId.get(stream);
    }
}
