package pullquote.channel;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import org.slf4j.MDC;
import pullquote.text.RandomIds;

/** Assigns each request an id, which appears in a response header, in problem documents and in log lines. */
public final class RequestId {
    static final String HEADER = "X-Request-Id";
    static final String NAME = "request_id";

    private RequestId() {}

    static void register(JavalinConfig server) {
        server.routes.before(ctx -> {
            String id = RandomIds.next();
            ctx.attribute(NAME, id);
            ctx.header(HEADER, id);
            MDC.put(NAME, id);
        });
        server.routes.after(ctx -> MDC.remove(NAME));
    }

    public static String current(Context ctx) {
        return ctx.attributeOrCompute(NAME, c -> RandomIds.next());
    }

    /** Wraps work for another thread so that its log lines have the id of this request. */
    public static Runnable propagate(Context ctx, Runnable work) {
        String id = current(ctx);
        return () -> {
            try (var ignored = MDC.putCloseable(NAME, id)) {
                work.run();
            }
        };
    }
}
