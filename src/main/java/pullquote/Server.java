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

/** Listens on a port, with our limits, and lets the doors answer. */
public final class Server implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    /** Also how long a reader who takes nothing is written to: then his connection is closed. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(20);

    /** Spent twice at most, on answers under way and then on their threads: who runs us kills us after ten seconds. */
    private static final int STOP_TIMEOUT_MILLIS = 4_000;

    private static final int MIN_BODY_BYTES_PER_SECOND = 100;

    private final Javalin javalin;

    private Server(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts.
     *
     * @param port 0 takes any that is free
     * @param cors whose pages may read what is answered
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
