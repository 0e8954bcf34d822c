package pullquote.channel.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import pullquote.article.ContentHash;
import pullquote.channel.HttpProblemException;
import pullquote.channel.Json;
import pullquote.text.Messages;

/**
 * Serves the chat widget: a small script at a fixed address, and the modules that it loads, at addresses that contain
 * the version. There is no build step; browsers get the source files.
 */
final class Widget {
    private static final String WIDGET_FOLDER = "/pullquote/widget/";
    /** The rendering library, which inserts text only as text. Its licence comment must stay in the file. */
    private static final String LIT = "/META-INF/resources/webjars/lit-html/3.3.2/lit-html.js";

    private final String script;
    private final Map<String, String> modules = new TreeMap<>();
    private final String version;

    Widget() {
        Stream.of("card", "chat", "conversation", "evidence", "server", "sources", "style", "view", "words")
                .forEach(name -> modules.put(name + ".js", Resources.read(WIDGET_FOLDER + name + ".js")));
        modules.put("lit-html.js", Resources.read(LIT));
        for (String language : Messages.SUPPORTED_LANGUAGES) {
            modules.put("messages-" + language + ".js", messages(language));
        }
        version = ContentHash.of(List.copyOf(modules.values()));
        script = Resources.read(WIDGET_FOLDER + "widget.js").replace("{{version}}", version);
    }

    void register(JavalinConfig server) {
        server.routes.get("/widget.js", this::script).head("/widget.js", this::script);
        server.routes.get("/widget/{version}/{module}", this::module).head("/widget/{version}/{module}", this::module);
    }

    private static String messages(String language) {
        return "export default " + Json.write(Messages.section(language, "widget")) + ";";
    }

    private void script(Context ctx) {
        // Pages may use a cached script, and the modules it names, for some minutes.
        javascript(ctx, script, "public, max-age=300");
    }

    private void module(Context ctx) {
        String module = modules.get(ctx.pathParam("module"));
        if (module == null) {
            throw new HttpProblemException(404, "not_found", "The widget has no module of this name.");
        }
        boolean isCurrent = ctx.pathParam("version").equals(version);
        // Requests for an older version get the current one, which must not be cached under that address.
        javascript(ctx, module, isCurrent ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private static void javascript(Context ctx, String text, String caching) {
        // Pages of every origin may load the modules; the API's CORS policy decides which may ask questions.
        ctx.header("Cache-Control", caching)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .contentType("text/javascript; charset=utf-8")
                .result(text);
    }
}
