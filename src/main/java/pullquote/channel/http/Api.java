package pullquote.channel.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.ConcurrencyUtil;
import java.util.function.Supplier;
import pullquote.answer.Generator;
import pullquote.article.Library;
import pullquote.channel.Channel;
import pullquote.channel.Json;
import pullquote.channel.Links;
import pullquote.conversation.ChatService;

/** All that programs may ask of us. */
public final class Api implements Channel {
    /** Conversations that begin here go on here. */
    static final String CHANNEL = "api";

    private static final int MAX_CONCURRENT = 200;
    /** Half of them, so that nobody alone can take them all. Behind a proxy all readers share one address. */
    private static final int MAX_CONCURRENT_PER_ADDRESS = 100;

    private static final int GRACE_SECONDS = 5;

    private final ChatService conversations;
    private final Supplier<Library> library;
    private final Links links;
    private final Generator generator;

    /** @param writer who drafts the answers, for those who run the server to look after */
    public Api(ChatService conversations, Supplier<Library> library, Links links, Generator writer) {
        this.conversations = conversations;
        this.library = library;
        this.links = links;
        this.generator = writer;
    }

    @Override
    public void register(JavalinConfig server) {
        var askers = ConcurrencyUtil.executorService("asker", server.concurrency.useVirtualThreads);
        var answers = new AnswersResource(
                conversations,
                library,
                links,
                new ConcurrencyLimiter(MAX_CONCURRENT, MAX_CONCURRENT_PER_ADDRESS),
                askers);
        server.routes.post("/api/answers", answers::post);
        server.routes.post("/api/answers/{id}/feedback", new FeedbackResource(conversations)::post);
        server.events.serverStopping(() -> answers.close(GRACE_SECONDS));

        new ArticlesResource(library, links, conversations).register(server);
        new HealthResource(library, generator, conversations).register(server);
    }

    static void writeJson(Context ctx, Object value) {
        ctx.contentType("application/json").result(Json.write(value));
    }
}
