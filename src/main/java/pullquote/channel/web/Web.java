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

/** The pages for people. */
public final class Web implements Channel {
    /**
     * What a page may do: show text, our styles and our pictures, run our own script and ask us. An article that smuggles
     * in another gets nowhere; and but for the templates of the library that draws the chat, no text becomes HTML.
     */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types lit-html";

    private final Supplier<Library> library;
    private final Function<Article, Optional<String>> otherLinks;

    /** @param elsewhere where readers can ask about an article but here, if anywhere */
    public Web(Supplier<Library> library, Function<Article, Optional<String>> elsewhere) {
        this.library = library;
        this.otherLinks = elsewhere;
    }

    @Override
    public void register(JavalinConfig server) {
        server.routes.get("/", this::front).head("/", this::front);
        server.routes.get("/articles/{id}", this::article).head("/articles/{id}", this::article);
        new Widget().register(server);
        server.staticFiles.add("/public", Location.CLASSPATH);
    }

    private void front(Context ctx) {
        // A page that depends on a header says so, or a cache gives one reader's to another.
        html(ctx.header("Vary", "Accept-Language"), IndexPage.render(library.get(), language(ctx)));
    }

    private void article(Context ctx) {
        html(
                ctx,
                library.get()
                        .article(ctx.pathParam("id"))
                        .map(article -> ArticlePage.render(article, otherLinks.apply(article)))
                        .orElseThrow(() ->
                                new HttpProblemException(404, "unknown_article", "There is no article of this id.")));
    }

    /** What the browser says its reader speaks, if we do: the first of the languages that it names. */
    private static String language(Context ctx) {
        Locale first = ctx.req().getLocale();
        return Messages.resolveLocale(first == null ? "en" : first.getLanguage())
                .getLanguage();
    }

    private static void html(Context ctx, Html page) {
        // Always asked for anew: an article may have been edited.
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Cache-Control", "no-cache")
                .contentType("text/html; charset=utf-8")
                .result(page.markup());
    }
}
