package pullquote.channel.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import pullquote.answer.AnswerListener;

/**
 * One who waits for an answer in one piece. Nothing is written to him before it is there, so that only his own end of the
 * connection tells whether he still waits: Jetty does not look there while it is busy with his request, and so we may.
 */
final class DisconnectDetector implements AnswerListener {
    private final Context ctx;
    private final Optional<SocketChannel> connection;
    private boolean disconnected;
    private boolean pipelined;

    DisconnectDetector(Context ctx) {
        this.ctx = ctx;
        this.connection = ServletContextRequest.getServletContextRequest(ctx.req())
                                .getConnectionMetaData()
                                .getConnection()
                                .getEndPoint()
                                .getTransport()
                        instanceof SocketChannel channel
                ? Optional.of(channel)
                : Optional.empty();
    }

    @Override
    public boolean isCancelled() {
        if (!disconnected && !pipelined) {
            connection.ifPresent(this::check);
        }
        return disconnected;
    }

    /** Whether somebody has looked for him in vain. */
    @Override
    public boolean wasCancelled() {
        return disconnected;
    }

    private void check(SocketChannel channel) {
        try {
            int read = channel.read(ByteBuffer.allocate(1));
            disconnected = read < 0;
            if (read > 0) {
                // He has sent his next request before he has our answer. That one is spoilt now; HTTP has him ask it
                // again.
                pipelined = true;
                ctx.header("Connection", "close");
            }
        } catch (IOException e) {
            disconnected = true;
        }
    }
}
