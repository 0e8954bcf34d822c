package pullquote.channel;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import pullquote.text.RandomIds;

/** Returns problem documents for requests that Jetty rejects before Javalin sees them. Jetty's default is HTML. */
final class JettyErrorHandler extends ErrorHandler {
    private final CorsPolicy corsPolicy;

    JettyErrorHandler(CorsPolicy cors) {
        this.corsPolicy = cors;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Problem problem = Problem.ofStatus(status);
        String id = request.getAttribute(RequestId.KEY) instanceof String known ? known : RandomIds.next();
        try (var ignored = MDC.putCloseable(RequestId.KEY, id)) {
            Throwable error = cause == null ? new IllegalStateException(message) : cause;
            ProblemHandlers.log(problem, request.getMethod() + " " + Request.getPathInContext(request), error);
        }
        response.getHeaders().put(RequestId.HEADER, id);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        corsPolicy
                .headers(Request.getPathInContext(request), request.getHeaders().get("Origin"))
                .forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(problem.toJsonBytes(id)), callback);
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true; // Jetty's default handles only GET, HEAD and POST
    }
}
