package pullquote.channel.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import pullquote.answer.Question;
import pullquote.article.Library;
import pullquote.channel.Body;
import pullquote.channel.Links;
import pullquote.channel.Problem;
import pullquote.channel.Problems;
import pullquote.channel.Rejection;
import pullquote.channel.RequestId;
import pullquote.conversation.Conversations;

/** {@code POST /api/answers}: takes a question, and gives the answer whole or as it comes about. */
final class Answers {
    private static final Problem CLOSING =
            new Problem(503, "closing", "The server is being stopped. Ask again in a moment.");

    /** Who has only closed his own side hears this; what was given up half-way must not be told as an answer. */
    private static final Problem LEFT =
            new Problem(499, "left", "You closed the connection before the answer was there. Keep it open.");

    private final Conversations conversations;
    private final Supplier<Library> library;
    private final Links links;
    private final Seats seats;
    private final ExecutorService askers;
    private final Replays replays = new Replays();
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    /** @param askers threads for the streams: each asks in one of these and writes in the request's own */
    Answers(Conversations conversations, Supplier<Library> library, Links links, Seats seats, ExecutorService askers) {
        this.conversations = conversations;
        this.library = library;
        this.links = links;
        this.seats = seats;
        this.askers = askers;
    }

    void post(Context ctx) throws IOException {
        boolean asEvents = new Accept(ctx.header("Accept")).prefersEvents();
        Asking asking = Body.read(ctx, Asking.class);
        Question question = asking.question(library.get());
        Seats.Seat seat = seats.take(ctx.req().getRemoteAddr());
        String lastEventId = ctx.header("Last-Event-ID");
        if (asEvents && lastEventId != null && !lastEventId.isBlank()) {
            try (seat) {
                var stream = new EventStream(links, RequestId.of(ctx));
                stream.replay(replays.after(lastEventId, asking));
                stream.writeTo(ctx.res());
            }
        } else if (asEvents) {
            stream(ctx, asking, question, seat);
        } else {
            try (seat) {
                var caller = new Caller(ctx);
                var reply = conversations.ask(Api.CHANNEL, asking.conversation(), question, caller);
                if (caller.wasMissed()) {
                    throw new Rejection(LEFT);
                }
                Api.json(ctx, AnswerJson.of(reply, links));
            }
        }
    }

    private void stream(Context ctx, Asking asking, Question question, Seats.Seat seat) {
        var stream = new EventStream(links, RequestId.of(ctx));
        streams.add(stream);
        try {
            askers.execute(RequestId.carry(ctx, () -> {
                try (seat) {
                    stream.answer(
                            conversations.ask(Api.CHANNEL, asking.conversation(), question, stream), asking, replays);
                } catch (Throwable e) {
                    // Also an error must end the stream: without a last event its reader would wait for ever.
                    Problem problem = Problems.of(e);
                    Problems.log(problem, "POST /api/answers", e);
                    stream.error(problem);
                }
            }));
            stream.writeTo(ctx.res());
        } catch (RejectedExecutionException e) {
            seat.close();
            throw new Rejection(CLOSING);
        } finally {
            streams.remove(stream);
        }
    }

    /** Lets the streams under way come to their end, and ends those that don't. */
    void close(int graceSeconds) throws InterruptedException {
        askers.shutdown();
        if (!askers.awaitTermination(graceSeconds, TimeUnit.SECONDS)) {
            streams.forEach(stream -> stream.error(CLOSING));
        }
    }
}
