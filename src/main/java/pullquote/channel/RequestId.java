package pullquote.channel;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import org.slf4j.MDC;
import pullquote.text.RandomIds;

/** Assigns each request an id, which appears in a response header, in problem documents and in log lines. */
public final class RequestId {
    static final String HEADER = "X-Request-Id";
    static final String KEY = "request_id";

    private RequestId() {}

    static void register(JavalinConfig server) {
        server.routes.before(ctx -> {
            String id = RandomIds.next();
            ctx.attribute(KEY, id);
            ctx.header(HEADER, id);
            MDC.put(KEY, id);
        });
        server.routes.after(ctx -> MDC.remove(KEY));
    }

    public static String current(Context ctx) {
        return ctx.attributeOrCompute(KEY, c -> RandomIds.next());
    }

    /** Wraps work for another thread so that its log lines have the id of this request. */
    public static Runnable propagate(Context ctx, Runnable work) {
        String id = current(ctx);
        return () -> {
            try (var ignored = MDC.putCloseable(KEY, id)) {
                work.run();
            }
        };
    }
}
