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
 * An answer as server-sent events. One thread asks and puts events in, another writes them out: so a slow reader never
 * holds up the asking, and no two threads write.
 */
final class EventStream implements AnswerListener {
    private static final Logger log = LoggerFactory.getLogger(EventStream.class);

    /** Whether a reader has gone shows only when something is written to him. */
    private static final int HEARTBEAT_SECONDS = 1;

    private static final String HEARTBEAT = ":\n\n";

    private final String name = RandomIds.next();
    private final List<Event> events = new ArrayList<>();
    private final BlockingQueue<Event> pending = new LinkedBlockingQueue<>();
    private final Links links;
    private final String requestId;
    private volatile boolean disconnected;

    /**
     * What a reader is told.
     *
     * @param id by which he can say that he has had it; empty for what cannot be told again
     * @param json on one line, so that nothing in an article can be taken for the next event
     */
    record Event(Optional<String> id, String name, String json, boolean isLast) {
        private String framed() {
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

    /** Tells the whole answer, and has it kept if its reader stayed for it: else it may have been broken off. */
    void answer(Reply reply, AskRequest asking, ReplayBuffer replays) {
        Event answer = event("answer", AnswerResponse.of(reply, links), true);
        if (!disconnected) {
            replays.store(name, asking, events);
        }
        pending.add(answer);
    }

    /** The last event. It marks what came before it: each sentence is proved, but they are no whole answer. */
    void error(Problem problem) {
        var mark = Map.<String, Object>of("incomplete", true);
        pending.add(new Event(Optional.empty(), "error", problem.json(requestId, mark), true));
    }

    /** Tells again what has been told before, to its end. */
    void replay(List<Event> events) {
        pending.addAll(events);
    }

    private void send(String event, Object data) {
        pending.add(event(event, data, false));
    }

    private Event event(String event, Object data, boolean isLast) {
        var made = new Event(Optional.of(name + "." + (events.size() + 1)), event, Json.write(data), isLast);
        events.add(made);
        return made;
    }

    /** Writes what comes, until the last event is written or the reader has gone. */
    void writeTo(HttpServletResponse response) {
        try {
            open(response);
            // Past Javalin's own stream, which would compress and hold back.
            OutputStream out = response.getOutputStream();
            Event event;
            do {
                event = pending.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                out.write((event == null ? HEARTBEAT : event.framed()).getBytes(StandardCharsets.UTF_8));
                out.flush();
            } while (event == null || !event.isLast());
        } catch (IOException e) {
            log.debug("the reader has gone: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnected = true;
        }
    }

    private static void open(HttpServletResponse response) throws IOException {
        response.setStatus(200);
        response.setContentType("text/event-stream");
        response.setHeader("Cache-Control", "no-cache, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
    }
}
