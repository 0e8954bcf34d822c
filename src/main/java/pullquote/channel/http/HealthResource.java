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

/** Handles the liveness and readiness checks for operators. */
final class HealthResource {
    private final Supplier<Library> library;
    private final Generator generator;
    private final ChatService chatService;

    HealthResource(Supplier<Library> library, Generator generator, ChatService conversations) {
        this.library = library;
        this.generator = generator;
        this.chatService = conversations;
    }

    void register(JavalinConfig server) {
        server.routes.get("/health/live", this::live).head("/health/live", this::live);
        server.routes.get("/health/ready", this::ready).head("/health/ready", this::ready);
    }

    private void live(Context ctx) {
        Api.writeJson(ctx, Map.of("status", "live"));
    }

    /** Returns 503 with the state, not a problem document, if there are no articles: the check itself succeeded. */
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
        var statuses = new LinkedHashMap<String, HealthStatus>();
        generator.health().ifPresent(status -> statuses.put("model", status));
        chatService.storeHealth().ifPresent(status -> statuses.put("memory", status));
        if (!statuses.isEmpty()) {
            // Stay ready: without the LLM, answers are extractive; without the database, conversations are kept in
            // memory.
            state.put("degraded", statuses.values().stream().anyMatch(HealthStatus::isFailing));
        }
        statuses.forEach((name, status) -> state.put(name, HealthResponse.of(status)));
        Api.writeJson(ctx, state);
    }

    private record HealthResponse(
            String state, @Nullable Instant since, @Nullable String problem, boolean resting) {
        static HealthResponse of(HealthStatus status) {
            return new HealthResponse(
                    status.state().code(),
                    status.since().orElse(null),
                    status.problem().orElse(null),
                    status.circuitOpen());
        }
    }
}
