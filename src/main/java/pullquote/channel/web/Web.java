package pullquote.channel.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.channel.Channel;
import pullquote.channel.HttpProblemException;
import pullquote.text.Messages;

/** Registers the HTML pages and the widget. */
public final class Web implements Channel {
    /**
     * Allows styles, images, scripts and requests of this server only, so that markup injected by an article has no
     * effect. Trusted types allow only lit-html templates to become HTML.
     */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types lit-html";

    private final Supplier<Library> library;
    private final Function<Article, Optional<String>> otherLinks;

    /** @param otherLinks returns a link to ask about an article in another channel, if there is one */
    public Web(Supplier<Library> library, Function<Article, Optional<String>> otherLinks) {
        this.library = library;
        this.otherLinks = otherLinks;
    }

    @Override
    public void register(JavalinConfig server) {
        server.routes.get("/", this::front).head("/", this::front);
        server.routes.get("/articles/{id}", this::article).head("/articles/{id}", this::article);
        new Widget().register(server);
        server.staticFiles.add("/public", Location.CLASSPATH);
    }

    private void front(Context ctx) {
        // Without Vary, a cache would serve one user's language to another.
        html(ctx.header("Vary", "Accept-Language"), IndexPage.render(library.get(), language(ctx)));
    }

    private void article(Context ctx) {
        html(
                ctx,
                library.get()
                        .article(ctx.pathParam("id"))
                        .map(article -> ArticlePage.render(article, otherLinks.apply(article)))
                        .orElseThrow(
                                () -> new HttpProblemException(404, "unknown_article", "No article with this id.")));
    }

    /** Returns the browser's preferred language if it is supported, otherwise English. */
    private static String language(Context ctx) {
        Locale first = ctx.req().getLocale();
        return Messages.resolveLocale(first == null ? "en" : first.getLanguage())
                .getLanguage();
    }

    private static void html(Context ctx, Html page) {
        // Always revalidated, because an article may have been edited.
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Cache-Control", "no-cache")
                .contentType("text/html; charset=utf-8")
                .result(page.markup());
    }
}
