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

/** Registers the HTTP API. */
public final class Api implements Channel {
    /** The channel name: conversations started in the API can be continued only there. */
    static final String CHANNEL = "api";

    private static final int MAX_CONCURRENT_ANSWERS = 200;
    /**
     * Half of {@link #MAX_CONCURRENT_ANSWERS}, so that one address cannot use all of it. Behind a proxy, all users
     * share one address.
     */
    private static final int MAX_CONCURRENT_ANSWERS_PER_ADDRESS = 100;

    private static final int SHUTDOWN_TIMEOUT_SECONDS = 5;

    private final ChatService chatService;
    private final Supplier<Library> library;
    private final Links links;
    private final Generator generator;

    /** @param generator the generator whose health is reported */
    public Api(ChatService conversations, Supplier<Library> library, Links links, Generator generator) {
        this.chatService = conversations;
        this.library = library;
        this.links = links;
        this.generator = generator;
    }

    @Override
    public void register(JavalinConfig server) {
        var workers = ConcurrencyUtil.executorService("answer", server.concurrency.useVirtualThreads);
        var answers = new AnswersResource(
                chatService,
                library,
                links,
                new ConcurrencyLimiter(MAX_CONCURRENT_ANSWERS, MAX_CONCURRENT_ANSWERS_PER_ADDRESS),
                workers);
        server.routes.post("/api/answers", answers::post);
        server.routes.post("/api/answers/{id}/feedback", new FeedbackResource(chatService)::post);
        server.events.serverStopping(() -> answers.close(SHUTDOWN_TIMEOUT_SECONDS));

        new ArticlesResource(library, links, chatService).register(server);
        new HealthResource(library, generator, chatService).register(server);
    }

    static void writeJson(Context ctx, Object value) {
        ctx.contentType("application/json").result(Json.write(value));
    }
}
