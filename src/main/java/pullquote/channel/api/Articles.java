package pullquote.channel.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;
import pullquote.article.Library;
import pullquote.channel.Links;
import pullquote.channel.Rejection;
import pullquote.conversation.Conversations;

/** Lets programs read what answers are made from. */
final class Articles {
    private final Supplier<Library> library;
    private final Links links;
    private final Conversations conversations;

    Articles(Supplier<Library> library, Links links, Conversations conversations) {
        this.library = library;
        this.conversations = conversations;
        this.links = links;
    }

    void open(JavalinConfig server) {
        server.routes.get("/api/articles", this::all).head("/api/articles", this::all);
        server.routes.get("/api/articles/{id}", this::one).head("/api/articles/{id}", this::one);
    }

    static Rejection unknown() {
        return new Rejection(404, "unknown_article", "There is no article of this id.");
    }

    private void all(Context ctx) {
        Api.json(
                ctx,
                library.get().articles().stream()
                        .map(article -> ArticleJson.counted(article, links))
                        .toList());
    }

    private void one(Context ctx) {
        var article = library.get().article(ctx.pathParam("id")).orElseThrow(Articles::unknown);
        Api.json(ctx, ArticleJson.whole(article, links, conversations.suggestions(article)));
    }
}
