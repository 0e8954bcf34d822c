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

/** Turns every failure of a request (ours, Javalin's or Jetty's) into a problem response, and logs it once. */
public final class ProblemHandlers {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandlers.class);

    private ProblemHandlers() {}

    /**
     * Registers the handlers. Call before registering channels, so that their errors get a request id and CORS headers.
     */
    public static void register(JavalinConfig server, CorsPolicy cors) {
        RequestId.register(server);
        cors.register(server);
        server.routes.exception(Exception.class, (e, ctx) -> respond(ctx, toProblem(e), e));
        // Javalin's own handler for this type is more specific than ours for Exception, so override it.
        server.routes.exception(HttpResponseException.class, (e, ctx) -> respond(ctx, toProblem(e), e));
        // Javalin turns Jetty's timeouts into status 408 without a body.
        server.routes.error(408, ProblemHandlers::respondTimeout);
        server.router.javaLangErrorHandler(ProblemHandlers::respondError);

        var jettyErrors = new JettyErrorHandler(cors);
        server.jetty.modifyServer(jetty -> jetty.setErrorHandler(jettyErrors));
        server.jetty.modifyServletContextHandler(context -> context.setErrorHandler(jettyErrors));
    }

    /** Returns the problem for an exception. For unexpected exceptions it reveals no details. */
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
                            "Other questions of this conversation are still being answered." + " Ask again later.")
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
            return new Problem(400, "bad_request", "The body is incomplete.");
        }
        if (e instanceof TimeoutException) {
            return Problem.ofStatus(408);
        }
        // Jetty wraps its own exceptions in I/O exceptions.
        return e.getCause() != null && e instanceof IOException ? toProblem(e.getCause()) : Problem.ofStatus(500);
    }

    /** Logs a problem on one line, with a stack trace if its status is 500. */
    public static void log(Problem problem, String request, Throwable e) {
        if (problem.status() == 500) {
            log.error("500 {} {}", problem.code(), request, e);
        } else {
            log.info("{} {} {}: {}", problem.status(), problem.code(), request, problem.detail());
        }
    }

    private static void respond(Context ctx, Problem problem, Exception e) {
        if (ctx.res().isCommitted()) {
            return; // too late to send another response
        }
        log(problem, ctx.method() + " " + ctx.path(), e);
        problem.headers().forEach(ctx::header);
        ctx.status(problem.status())
                .contentType(Problem.MEDIA_TYPE)
                .result(problem.toJsonBytes(RequestId.current(ctx)));
    }

    private static void respondTimeout(Context ctx) {
        if (ctx.resultInputStream() == null) {
            respond(ctx, Problem.ofStatus(408), new TimeoutException());
        }
    }

    /** Handles a Java {@link Error}, such as out of memory. Javalin provides no context here. */
    private static void respondError(HttpServletResponse response, Error e) {
        String id = response.getHeader(RequestId.HEADER);
        Problem problem = Problem.ofStatus(500);
        log(problem, "", e);
        response.setStatus(500);
        response.setContentType(Problem.MEDIA_TYPE);
        try {
            response.getOutputStream().write(problem.toJsonBytes(id == null ? RandomIds.next() : id));
        } catch (IOException writeFailure) {
            log.debug("Failed to send the error response", writeFailure);
        }
    }
}
