package pullquote.channel.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.util.function.Supplier;
import pullquote.article.Library;
import pullquote.channel.Channel;
import pullquote.channel.Rejection;

/** The pages for people. */
public final class Web implements Channel {
    /** What a page may do: show text, our styles and our pictures. An article that smuggles in a script gets nowhere. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Supplier<Library> library;

    public Web(Supplier<Library> library) {
        this.library = library;
    }

    @Override
    public void open(JavalinConfig server) {
        server.routes.get("/", this::front).head("/", this::front);
        server.routes.get("/articles/{id}", this::article).head("/articles/{id}", this::article);
        server.staticFiles.add("/public", Location.CLASSPATH);
    }

    private void front(Context ctx) {
        html(ctx, FrontPage.of(library.get()));
    }

    private void article(Context ctx) {
        html(
                ctx,
                library.get()
                        .article(ctx.pathParam("id"))
                        .map(ReadingPage::of)
                        .orElseThrow(() -> new Rejection(404, "unknown_article", "There is no article of this id.")));
    }

    private static void html(Context ctx, Html page) {
        // Always asked for anew: an article may have been edited.
        ctx.header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-cache")
                .contentType("text/html; charset=utf-8")
                .result(page.markup());
    }
}
