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

/** Handles {@code POST /api/answers}: answers a question, as JSON or as an event stream. */
final class AnswersResource {
    private static final Problem SHUTTING_DOWN =
            new Problem(503, "closing", "The server is shutting down. Ask again in a moment.");

    /** Sent if the client closed only its sending side: an answer that was cut short must not look complete. */
    private static final Problem CLIENT_DISCONNECTED =
            new Problem(499, "left", "The connection was closed before the answer was ready. Keep it open.");

    private final ChatService chatService;
    private final Supplier<Library> library;
    private final Links links;
    private final ConcurrencyLimiter limiter;
    private final ExecutorService workers;
    private final ReplayBuffer replayBuffer = new ReplayBuffer();
    private final Set<EventStream> openStreams = ConcurrentHashMap.newKeySet();

    /** @param workers threads that generate streamed answers; the request's own thread writes the events */
    AnswersResource(
            ChatService conversations,
            Supplier<Library> library,
            Links links,
            ConcurrencyLimiter limiter,
            ExecutorService workers) {
        this.chatService = conversations;
        this.library = library;
        this.links = links;
        this.limiter = limiter;
        this.workers = workers;
    }

    void post(Context ctx) throws IOException {
        boolean asEvents = new AcceptHeader(ctx.header("Accept")).prefersEventStream();
        AskRequest request = JsonRequests.read(ctx, AskRequest.class);
        Question question = request.toQuestion(library.get());
        ConcurrencyLimiter.Permit permit = limiter.acquire(ctx.req().getRemoteAddr());
        String lastEventId = ctx.header("Last-Event-ID");
        if (asEvents && lastEventId != null && !lastEventId.isBlank()) {
            try (permit) {
                var stream = new EventStream(links, RequestId.current(ctx));
                stream.replay(replayBuffer.eventsAfter(lastEventId, request));
                stream.writeTo(ctx.res());
            }
        } else if (asEvents) {
            streamAnswer(ctx, request, question, permit);
        } else {
            try (permit) {
                var disconnects = new DisconnectDetector(ctx);
                var reply = chatService.ask(Api.CHANNEL, request.requestedConversationId(), question, disconnects);
                if (disconnects.wasCancelled()) {
                    throw new HttpProblemException(CLIENT_DISCONNECTED);
                }
                Api.writeJson(ctx, AnswerResponse.of(reply, links));
            }
        }
    }

    private void streamAnswer(Context ctx, AskRequest request, Question question, ConcurrencyLimiter.Permit permit) {
        var stream = new EventStream(links, RequestId.current(ctx));
        openStreams.add(stream);
        try {
            workers.execute(RequestId.propagate(ctx, () -> {
                try (permit) {
                    stream.sendAnswer(
                            chatService.ask(Api.CHANNEL, request.requestedConversationId(), question, stream),
                            request,
                            replayBuffer);
                } catch (Throwable e) {
                    // An Error must end the stream too; without a final event the client would wait forever.
                    Problem problem = ProblemHandlers.toProblem(e);
                    ProblemHandlers.log(problem, "POST /api/answers", e);
                    stream.sendError(problem);
                }
            }));
            stream.writeTo(ctx.res());
        } catch (RejectedExecutionException e) {
            permit.close();
            throw new HttpProblemException(SHUTTING_DOWN);
        } finally {
            openStreams.remove(stream);
        }
    }

    /** Waits for running streams to finish, and then ends the rest with an error event. */
    void close(int graceSeconds) throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(graceSeconds, TimeUnit.SECONDS)) {
            openStreams.forEach(stream -> stream.sendError(SHUTTING_DOWN));
        }
    }
}
