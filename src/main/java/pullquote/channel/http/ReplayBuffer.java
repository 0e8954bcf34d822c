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
 * The last answers that came to their end, event by event: for readers whose line broke before they had them all. They
 * ask the same question again and name the last event that they have, in {@code Last-Event-ID}.
 */
final class ReplayBuffer {
    /** In characters, which is about half of what is needed in bytes. */
    private static final int MAX_EVENTS = 8_000_000;

    private static final Pattern EVENT_ID = Pattern.compile("([0-9a-f]{32})\\.(\\d{1,6})");

    private final Map<String, StoredAnswer> answers = new LinkedHashMap<>();
    private long size;

    private record StoredAnswer(AskRequest request, List<EventStream.Event> events, int size) {}

    /** Keeps an answer, in place of the oldest ones if there are too many. */
    synchronized void store(String stream, AskRequest asking, List<EventStream.Event> events) {
        int length = events.stream().mapToInt(event -> event.json().length()).sum();
        answers.put(stream, new StoredAnswer(asking, List.copyOf(events), length));
        size += length;
        for (Iterator<StoredAnswer> oldest = answers.values().iterator(); size > MAX_EVENTS; ) {
            size -= oldest.next().size();
            oldest.remove();
        }
    }

    /**
     * What came behind the event that a reader had last; to who had all, the answer once more.
     *
     * @throws HttpProblemException if it is not kept (any more), or the question was another
     */
    List<EventStream.Event> replayAfter(String lastEventId, AskRequest asking) {
        Matcher id = EVENT_ID.matcher(lastEventId.strip());
        StoredAnswer told = id.matches() ? lookUp(id.group(1)) : null;
        if (told == null || !told.request().equals(asking)) {
            throw new HttpProblemException(410, "gone", "That answer is not kept. Ask again without “Last-Event-ID”.");
        }
        int had = Math.min(Integer.parseInt(id.group(2)), told.events().size() - 1);
        return told.events().subList(had, told.events().size());
    }

    private synchronized @Nullable StoredAnswer lookUp(String stream) {
        return answers.get(stream);
    }
}
