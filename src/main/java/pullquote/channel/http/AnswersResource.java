package pullquote.channel.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import pullquote.article.Library;
import pullquote.channel.HttpProblemException;
import pullquote.channel.JsonRequests;
import pullquote.channel.Links;
import pullquote.channel.Problem;
import pullquote.channel.ProblemHandlers;
import pullquote.channel.RequestId;
import pullquote.conversation.ChatService;
import pullquote.query.Question;

/** {@code POST /api/answers}: takes a question, and gives the answer whole or as it comes about. */
final class AnswersResource {
    private static final Problem CLOSING =
            new Problem(503, "closing", "The server is being stopped. Ask again in a moment.");

    /** Who has only closed his own side hears this; what was given up half-way must not be told as an answer. */
    private static final Problem CLIENT_GONE =
            new Problem(499, "left", "You closed the connection before the answer was there. Keep it open.");

    private final ChatService conversations;
    private final Supplier<Library> library;
    private final Links links;
    private final ConcurrencyLimiter limiter;
    private final ExecutorService workers;
    private final ReplayBuffer replays = new ReplayBuffer();
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    /** @param askers threads for the streams: each asks in one of these and writes in the request's own */
    AnswersResource(
            ChatService conversations,
            Supplier<Library> library,
            Links links,
            ConcurrencyLimiter seats,
            ExecutorService askers) {
        this.conversations = conversations;
        this.library = library;
        this.links = links;
        this.limiter = seats;
        this.workers = askers;
    }

    void post(Context ctx) throws IOException {
        boolean asEvents = new AcceptHeader(ctx.header("Accept")).prefersEvents();
        AskRequest asking = JsonRequests.read(ctx, AskRequest.class);
        Question question = asking.question(library.get());
        ConcurrencyLimiter.Permit seat = limiter.acquire(ctx.req().getRemoteAddr());
        String lastEventId = ctx.header("Last-Event-ID");
        if (asEvents && lastEventId != null && !lastEventId.isBlank()) {
            try (seat) {
                var stream = new EventStream(links, RequestId.current(ctx));
                stream.replay(replays.replayAfter(lastEventId, asking));
                stream.writeTo(ctx.res());
            }
        } else if (asEvents) {
            stream(ctx, asking, question, seat);
        } else {
            try (seat) {
                var caller = new DisconnectDetector(ctx);
                var reply = conversations.ask(Api.CHANNEL, asking.conversation(), question, caller);
                if (caller.wasCancelled()) {
                    throw new HttpProblemException(CLIENT_GONE);
                }
                Api.writeJson(ctx, AnswerResponse.of(reply, links));
            }
        }
    }

    private void stream(Context ctx, AskRequest asking, Question question, ConcurrencyLimiter.Permit seat) {
        var stream = new EventStream(links, RequestId.current(ctx));
        streams.add(stream);
        try {
            workers.execute(RequestId.propagate(ctx, () -> {
                try (seat) {
                    stream.answer(
                            conversations.ask(Api.CHANNEL, asking.conversation(), question, stream), asking, replays);
                } catch (Throwable e) {
                    // Also an error must end the stream: without a last event its reader would wait for ever.
                    Problem problem = ProblemHandlers.toProblem(e);
                    ProblemHandlers.log(problem, "POST /api/answers", e);
                    stream.error(problem);
                }
            }));
            stream.writeTo(ctx.res());
        } catch (RejectedExecutionException e) {
            seat.close();
            throw new HttpProblemException(CLOSING);
        } finally {
            streams.remove(stream);
        }
    }

    /** Lets the streams under way come to their end, and ends those that don't. */
    void close(int graceSeconds) throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(graceSeconds, TimeUnit.SECONDS)) {
            streams.forEach(stream -> stream.error(CLOSING));
        }
    }
}
