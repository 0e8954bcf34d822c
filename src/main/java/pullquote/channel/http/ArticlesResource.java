package pullquote.channel.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;
import pullquote.article.Library;
import pullquote.channel.HttpProblemException;
import pullquote.channel.Links;
import pullquote.conversation.ChatService;

/** Handles {@code GET /api/articles} and {@code GET /api/articles/{id}}. */
final class ArticlesResource {
    private final Supplier<Library> library;
    private final Links links;
    private final ChatService chatService;

    ArticlesResource(Supplier<Library> library, Links links, ChatService conversations) {
        this.library = library;
        this.chatService = conversations;
        this.links = links;
    }

    void register(JavalinConfig server) {
        server.routes.get("/api/articles", this::list).head("/api/articles", this::list);
        server.routes.get("/api/articles/{id}", this::get).head("/api/articles/{id}", this::get);
    }

    static HttpProblemException unknownArticle() {
        return new HttpProblemException(404, "unknown_article", "No article with this id.");
    }

    private void list(Context ctx) {
        Api.writeJson(
                ctx,
                library.get().articles().stream()
                        .map(article -> ArticleResponse.summary(article, links))
                        .toList());
    }

    private void get(Context ctx) {
        var article = library.get().article(ctx.pathParam("id")).orElseThrow(ArticlesResource::unknownArticle);
        Api.writeJson(ctx, ArticleResponse.full(article, links, chatService.suggestedQuestions(article)));
    }
}
