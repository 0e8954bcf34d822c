package pullquote;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.channel.Channel;
import pullquote.channel.CorsPolicy;
import pullquote.channel.JsonRequests;
import pullquote.channel.ProblemHandlers;

/** Runs the HTTP server with its limits on time and size, and registers the channels. */
public final class Server implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    /** Closes connections that transfer no data for this long, also while a response is being written. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(20);

    /** Used up to twice, for requests in progress and then for threads. Container runtimes usually kill after 10 s. */
    private static final int STOP_TIMEOUT_MILLIS = 4_000;

    /** Clients that send a request body more slowly than this are disconnected. */
    private static final int MIN_BODY_BYTES_PER_SECOND = 100;

    private final Javalin javalin;

    private Server(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts the server.
     *
     * @param port the port; 0 means any free port
     * @param cors the origins whose pages may read API responses
     * @throws InvalidSettings if the server cannot listen on this host and port
     */
    static Server start(String host, int port, CorsPolicy cors, List<Channel> channels) {
        return start(host, port, cors, channels, IDLE_TIMEOUT);
    }

    static Server start(String host, int port, CorsPolicy cors, List<Channel> channels, Duration idle) {
        Javalin javalin = Javalin.create(server -> {
            server.startup.showJavalinBanner = false;
            server.startup.showOldJavalinVersionWarning = false;
            server.concurrency.useVirtualThreads = true; // where the JDK has them
            server.http.prefer405over404 = true;
            server.router.ignoreTrailingSlashes = true;
            configureLimits(server, idle);
            ProblemHandlers.register(server, cors);
            server.routes.before(ctx -> ctx.header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "strict-origin-when-cross-origin"));
            channels.forEach(channel -> channel.register(server));
        });
        try {
            javalin.start(host, port);
        } catch (JavalinException | UnresolvedAddressException e) {
            throw new InvalidSettings("HOST, PORT: failed to listen on " + host + ":" + port
                    + "; use an address of this machine and a free port");
        }
        FileLimit.warning(FileLimit.current()).ifPresent(log::warn);
        log.info("Listening on http://{}:{}", host, javalin.port());
        return new Server(javalin);
    }

    public int port() {
        return javalin.port();
    }

    /** Stops the server. Requests in progress get a few seconds to finish. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            log.warn("Stopped before all requests were answered");
        }
    }

    private static void configureLimits(JavalinConfig server, Duration idle) {
        server.jetty.modifyServer(jetty -> {
            jetty.setStopTimeout(STOP_TIMEOUT_MILLIS);
            jetty.addEventListener(new ShutdownIdleTimeout());
            jetty.insertHandler(asyncBodyHandler());
        });
        server.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(idle.toMillis());
        });
    }

    /**
     * Reads request bodies asynchronously, so that slow clients cannot block threads; too slow ones are disconnected.
     */
    private static Handler.Singleton asyncBodyHandler() {
        var buffered = new EagerContentHandler(new RetainedContentLoaderFactory(JsonRequests.MAX_BYTES, 0, false));
        // Bodies with a declared length above the limit are not read; the handler rejects them at once.
        buffered.include(request -> request.getLength() <= JsonRequests.MAX_BYTES);
        return new MinimumDataRateHandler(buffered, MIN_BODY_BYTES_PER_SECOND, 0);
    }

    /** Closes idle keep-alive connections quickly when the server stops. */
    private static final class ShutdownIdleTimeout implements LifeCycle.Listener {
        private static final int IDLE_TIMEOUT_MILLIS = 50;

        @Override
        public void lifeCycleStarting(LifeCycle jetty) {
            ((org.eclipse.jetty.server.Server) jetty)
                    .getContainedBeans(AbstractConnector.class)
                    .forEach(connector -> connector.setShutdownIdleTimeout(IDLE_TIMEOUT_MILLIS));
        }
    }
}
