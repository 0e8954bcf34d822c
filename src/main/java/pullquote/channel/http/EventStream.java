package pullquote.channel.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.answer.AnswerListener;
import pullquote.answer.Citation;
import pullquote.answer.Sentence;
import pullquote.channel.Json;
import pullquote.channel.Links;
import pullquote.channel.Problem;
import pullquote.conversation.Reply;
import pullquote.retrieval.Passage;
import pullquote.text.RandomIds;

/**
 * Streams an answer as server-sent events. One thread generates the answer and queues events, another writes them. A
 * slow client therefore never delays the generator, and only one thread writes.
 */
final class EventStream implements AnswerListener {
    private static final Logger log = LoggerFactory.getLogger(EventStream.class);

    /** A disconnect is noticed only on a write, so a comment is written after this many seconds without an event. */
    private static final int HEARTBEAT_INTERVAL_SECONDS = 1;

    private static final String HEARTBEAT = ":\n\n";

    private final String streamId = RandomIds.next();
    private final List<Event> events = new ArrayList<>();
    private final BlockingQueue<Event> pending = new LinkedBlockingQueue<>();
    private final Links links;
    private final String requestId;
    private volatile boolean disconnected;

    /**
     * A server-sent event.
     *
     * @param id the id for {@code Last-Event-ID}; empty if the event cannot be replayed
     * @param json the data on one line, so that article text cannot start another event
     */
    record Event(Optional<String> id, String name, String json, boolean isLast) {
        private String toWireFormat() {
            return id.map(known -> "id: " + known + "\n").orElse("") + "event: " + name + "\ndata: " + json + "\n\n";
        }
    }

    EventStream(Links links, String requestId) {
        this.links = links;
        this.requestId = requestId;
    }

    @Override
    public void onPassages(List<Passage> passages) {
        send("passages", passages.stream().map(PassageResponse::of).toList());
    }

    @Override
    public void onSentence(Sentence sentence, List<Citation> citations) {
        send("sentence", SentenceResponse.of(sentence, citations, links));
    }

    @Override
    public boolean isCancelled() {
        return disconnected;
    }

    /** Sends the complete answer, and stores it for replay unless the client disconnected and it may be cut short. */
    void sendAnswer(Reply reply, AskRequest request, ReplayBuffer replays) {
        Event answer = createEvent("answer", AnswerResponse.of(reply, links), true);
        if (!disconnected) {
            replays.store(streamId, request, events);
        }
        pending.add(answer);
    }

    /** Sends the final event after a failure. The sentences before it are verified, but the answer is incomplete. */
    void sendError(Problem problem) {
        var extra = Map.<String, Object>of("incomplete", true);
        pending.add(new Event(Optional.empty(), "error", problem.toJson(requestId, extra), true));
    }

    /** Sends stored events, the final one included. */
    void replay(List<Event> events) {
        pending.addAll(events);
    }

    private void send(String event, Object data) {
        pending.add(createEvent(event, data, false));
    }

    private Event createEvent(String event, Object data, boolean isLast) {
        var created = new Event(Optional.of(streamId + "." + (events.size() + 1)), event, Json.write(data), isLast);
        events.add(created);
        return created;
    }

    /** Writes events until the final one is written or the client disconnects. */
    void writeTo(HttpServletResponse response) {
        try {
            writeHeaders(response);
            // Bypasses Javalin's stream, which would compress and buffer.
            OutputStream out = response.getOutputStream();
            Event event;
            do {
                event = pending.poll(HEARTBEAT_INTERVAL_SECONDS, TimeUnit.SECONDS);
                out.write((event == null ? HEARTBEAT : event.toWireFormat()).getBytes(StandardCharsets.UTF_8));
                out.flush();
            } while (event == null || !event.isLast());
        } catch (IOException e) {
            log.debug("Client disconnected: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnected = true;
        }
    }

    private static void writeHeaders(HttpServletResponse response) throws IOException {
        response.setStatus(200);
        response.setContentType("text/event-stream");
        response.setHeader("Cache-Control", "no-cache, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
    }
}
