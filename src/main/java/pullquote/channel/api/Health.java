package pullquote.channel.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pullquote.answer.Condition;
import pullquote.answer.Writer;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.conversation.Conversations;

/** Tells those who run the server whether it lives, and whether it can answer. */
final class Health {
    private final Supplier<Library> library;
    private final Writer writer;
    private final Conversations conversations;

    Health(Supplier<Library> library, Writer writer, Conversations conversations) {
        this.library = library;
        this.writer = writer;
        this.conversations = conversations;
    }

    void open(JavalinConfig server) {
        server.routes.get("/health/live", this::live).head("/health/live", this::live);
        server.routes.get("/health/ready", this::ready).head("/health/ready", this::ready);
    }

    private void live(Context ctx) {
        Api.json(ctx, Map.of("status", "live"));
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
        state.put("writer", writer.name());
        var conditions = new LinkedHashMap<String, Condition>();
        writer.condition().ifPresent(condition -> conditions.put("model", condition));
        conversations.condition().ifPresent(condition -> conditions.put("memory", condition));
        if (!conditions.isEmpty()) {
            // No reason for a red light: without its model a server answers all the same, in the articles' own words,
            // and without its memory too; to be taken out of service would leave its readers with nothing.
            state.put("degraded", conditions.values().stream().anyMatch(Condition::isFailing));
        }
        conditions.forEach((name, condition) -> state.put(name, ConditionJson.of(condition)));
        Api.json(ctx, state);
    }

    private record ConditionJson(
            String state, @Nullable Instant since, @Nullable String problem, boolean resting) {
        static ConditionJson of(Condition condition) {
            return new ConditionJson(
                    condition.state().code(),
                    condition.since().orElse(null),
                    condition.problem().orElse(null),
                    condition.resting());
        }
    }
}
