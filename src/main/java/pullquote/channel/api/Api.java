package pullquote.channel.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.ConcurrencyUtil;
import java.util.function.Supplier;
import pullquote.answer.Writer;
import pullquote.article.Library;
import pullquote.channel.Channel;
import pullquote.channel.Json;
import pullquote.channel.Links;
import pullquote.conversation.Conversations;

/** All that programs may ask of us. */
public final class Api implements Channel {
    /** Conversations that begin here go on here. */
    static final String CHANNEL = "api";

    private static final int SEATS = 200;
    /** Half of them, so that nobody alone can take them all. Behind a proxy all readers share one address. */
    private static final int SEATS_OF_ONE = 100;

    private static final int GRACE_SECONDS = 5;

    private final Conversations conversations;
    private final Supplier<Library> library;
    private final Links links;
    private final Writer writer;

    /** @param writer who drafts the answers, for those who run the server to look after */
    public Api(Conversations conversations, Supplier<Library> library, Links links, Writer writer) {
        this.conversations = conversations;
        this.library = library;
        this.links = links;
        this.writer = writer;
    }

    @Override
    public void open(JavalinConfig server) {
        var askers = ConcurrencyUtil.executorService("asker", server.concurrency.useVirtualThreads);
        var answers = new Answers(conversations, library, links, new Seats(SEATS, SEATS_OF_ONE), askers);
        server.routes.post("/api/answers", answers::post);
        server.routes.post("/api/answers/{id}/feedback", new Ratings(conversations)::post);
        server.events.serverStopping(() -> answers.close(GRACE_SECONDS));

        new Articles(library, links, conversations).open(server);
        new Health(library, writer, conversations).open(server);
    }

    static void json(Context ctx, Object value) {
        ctx.contentType("application/json").result(Json.write(value));
    }
}
