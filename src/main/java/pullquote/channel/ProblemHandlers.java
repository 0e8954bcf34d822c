package pullquote.channel;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.conversation.ConversationBusyException;
import pullquote.query.InvalidQuestion;
import pullquote.text.RandomIds;

/** Tells every failure in one shape, whoever made it: us, Javalin or Jetty. And logs it, once. */
public final class ProblemHandlers {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandlers.class);

    private ProblemHandlers() {}

    /** Must be opened before all channels, so that their failures have a request id too, and can be read where they may be. */
    public static void register(JavalinConfig server, CorsPolicy origins) {
        RequestId.register(server);
        origins.register(server);
        server.routes.exception(Exception.class, (e, ctx) -> respond(ctx, toProblem(e), e));
        // Javalin has a handler of its own for these, which is nearer than ours for all exceptions.
        server.routes.exception(HttpResponseException.class, (e, ctx) -> respond(ctx, toProblem(e), e));
        // Javalin itself turns Jetty's time-outs into this status, and says nothing.
        server.routes.error(408, ProblemHandlers::respondTimeout);
        server.router.javaLangErrorHandler(ProblemHandlers::respondError);

        var outside = new JettyErrorHandler(origins);
        server.jetty.modifyServer(jetty -> jetty.setErrorHandler(outside));
        server.jetty.modifyServletContextHandler(context -> context.setErrorHandler(outside));
    }

    /** The problem that an exception tells of. Of our own mistakes it says nothing but that they happened. */
    public static Problem toProblem(Throwable e) {
        if (e instanceof HttpProblemException rejection) {
            return rejection.problem();
        }
        if (e instanceof InvalidQuestion invalid) {
            return new Problem(400, invalid.code(), String.valueOf(invalid.getMessage()));
        }
        if (e instanceof ConversationBusyException) {
            return new Problem(
                            409,
                            "conversation_busy",
                            "Other questions of this conversation are still being answered."
                                    + " Ask again when they are.")
                    .withHeader("Retry-After", "5");
        }
        if (e instanceof HttpResponseException javalin) {
            Problem problem = Problem.ofStatus(javalin.getStatus());
            String allowed = javalin.getDetails().get("availableMethods");
            return allowed == null ? problem : problem.withHeader("Allow", allowed);
        }
        if (e instanceof HttpException jetty) {
            return Problem.ofStatus(jetty.getCode());
        }
        if (e instanceof EofException) {
            return new Problem(400, "bad_request", "The body breaks off.");
        }
        if (e instanceof TimeoutException) {
            return Problem.ofStatus(408);
        }
        // Jetty wraps what it has against a request in exceptions of input and output.
        return e.getCause() != null && e instanceof IOException ? toProblem(e.getCause()) : Problem.ofStatus(500);
    }

    /** Logs a problem in one line, and with its stack trace if it is our fault. */
    public static void log(Problem problem, String request, Throwable e) {
        if (problem.status() == 500) {
            log.error("500 {} {}", problem.code(), request, e);
        } else {
            log.info("{} {} {}: {}", problem.status(), problem.code(), request, problem.detail());
        }
    }

    private static void respond(Context ctx, Problem problem, Exception e) {
        if (ctx.res().isCommitted()) {
            return; // nobody to tell
        }
        log(problem, ctx.method() + " " + ctx.path(), e);
        problem.headers().forEach(ctx::header);
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.bytes(RequestId.current(ctx)));
    }

    private static void respondTimeout(Context ctx) {
        if (ctx.resultInputStream() == null) {
            respond(ctx, Problem.ofStatus(408), new TimeoutException());
        }
    }

    /** What is no exception but an error: out of memory, say. There is no context to answer with. */
    private static void respondError(HttpServletResponse response, Error e) {
        String id = response.getHeader(RequestId.HEADER);
        Problem problem = Problem.ofStatus(500);
        log(problem, "", e);
        response.setStatus(500);
        response.setContentType(Problem.MEDIA_TYPE);
        try {
            response.getOutputStream().write(problem.bytes(id == null ? RandomIds.next() : id));
        } catch (IOException gone) {
            log.debug("nobody to tell", gone);
        }
    }
}
