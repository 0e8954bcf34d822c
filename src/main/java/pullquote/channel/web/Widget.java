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
 * The chat widget: one small script at an address that stays, and the modules that it loads, at addresses with the
 * version in them. No build makes them: browsers get them as they were written.
 */
final class Widget {
    private static final String WIDGET_FOLDER = "/pullquote/widget/";
    /** Draws what there is; text gets into a page only as text. Its licence asks to be kept beside it, which it is. */
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
        // For some minutes a page goes on with the script that it has, and with the modules which that one names.
        javascript(ctx, script, "public, max-age=300");
    }

    private void module(Context ctx) {
        String module = modules.get(ctx.pathParam("module"));
        if (module == null) {
            throw new HttpProblemException(404, "not_found", "The widget has no such module.");
        }
        boolean asNamed = ctx.pathParam("version").equals(version);
        // Who asks for an older version gets this one, whole, but must not take it for that one.
        javascript(ctx, module, asNamed ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private static void javascript(Context ctx, String text, String caching) {
        // Anybody's page may load it, as modules are loaded; whether it may ask is for the API to say.
        ctx.header("Cache-Control", caching)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .contentType("text/javascript; charset=utf-8")
                .result(text);
    }
}
