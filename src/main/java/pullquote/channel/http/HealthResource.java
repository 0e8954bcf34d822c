package pullquote.channel.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pullquote.answer.Generator;
import pullquote.answer.HealthStatus;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.conversation.ChatService;

/** Tells those who run the server whether it lives, and whether it can answer. */
final class HealthResource {
    private final Supplier<Library> library;
    private final Generator generator;
    private final ChatService conversations;

    HealthResource(Supplier<Library> library, Generator writer, ChatService conversations) {
        this.library = library;
        this.generator = writer;
        this.conversations = conversations;
    }

    void register(JavalinConfig server) {
        server.routes.get("/health/live", this::live).head("/health/live", this::live);
        server.routes.get("/health/ready", this::ready).head("/health/ready", this::ready);
    }

    private void live(Context ctx) {
        Api.writeJson(ctx, Map.of("status", "live"));
    }

    /** An empty library is no failure to report as a problem: it is an answer to the question whether we are ready. */
    private void ready(Context ctx) {
        var articles = library.get().articles();
        var state = new LinkedHashMap<String, Object>();
        state.put("status", articles.isEmpty() ? "not_ready" : "ready");
        if (articles.isEmpty()) {
            state.put("reason", "nothing loaded");
            ctx.status(503);
        }
        state.put("articles", articles.size());
        state.put(
                "paragraphs",
                articles.stream()
                        .map(Article::paragraphs)
                        .mapToInt(p -> p.size())
                        .sum());
        state.put("writer", generator.name());
        var conditions = new LinkedHashMap<String, HealthStatus>();
        generator.health().ifPresent(condition -> conditions.put("model", condition));
        conversations.storeHealth().ifPresent(condition -> conditions.put("memory", condition));
        if (!conditions.isEmpty()) {
            // No reason for a red light: without its model a server answers all the same, in the articles' own words,
            // and without its memory too; to be taken out of service would leave its readers with nothing.
            state.put("degraded", conditions.values().stream().anyMatch(HealthStatus::isFailing));
        }
        conditions.forEach((name, condition) -> state.put(name, HealthResponse.of(condition)));
        Api.writeJson(ctx, state);
    }

    private record HealthResponse(
            String state, @Nullable Instant since, @Nullable String problem, boolean resting) {
        static HealthResponse of(HealthStatus condition) {
            return new HealthResponse(
                    condition.state().code(),
                    condition.since().orElse(null),
                    condition.problem().orElse(null),
                    condition.circuitOpen());
        }
    }
}
