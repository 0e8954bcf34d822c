package pullquote.channel;

import io.javalin.config.JavalinConfig;

/** A door: hears a question in its own dialect, speaks the answer back. */
public interface Channel {
    /** Hangs its routes into the server that is being built. Called once, before the server starts. */
    void register(JavalinConfig server);
}
