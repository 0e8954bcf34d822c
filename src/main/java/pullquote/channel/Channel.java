package pullquote.channel;

import io.javalin.config.JavalinConfig;

/** Registers the HTTP routes of one way to use the application, such as the API or the pages. */
public interface Channel {
    /** Adds this channel's routes and handlers to the server. Called once, before the server starts. */
    void register(JavalinConfig server);
}
