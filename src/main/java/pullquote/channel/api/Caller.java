package pullquote.channel.api;

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
final class Caller implements AnswerListener {
    private final Context ctx;
    private final Optional<SocketChannel> line;
    private boolean gone;
    private boolean impatient;

    Caller(Context ctx) {
        this.ctx = ctx;
        this.line = ServletContextRequest.getServletContextRequest(ctx.req())
                                .getConnectionMetaData()
                                .getConnection()
                                .getEndPoint()
                                .getTransport()
                        instanceof SocketChannel channel
                ? Optional.of(channel)
                : Optional.empty();
    }

    @Override
    public boolean isGone() {
        if (!gone && !impatient) {
            line.ifPresent(this::look);
        }
        return gone;
    }

    /** Whether somebody has looked for him in vain. */
    @Override
    public boolean wasMissed() {
        return gone;
    }

    private void look(SocketChannel channel) {
        try {
            int read = channel.read(ByteBuffer.allocate(1));
            gone = read < 0;
            if (read > 0) {
                // He has sent his next request before he has our answer. That one is spoilt now; HTTP has him ask it
                // again.
                impatient = true;
                ctx.header("Connection", "close");
            }
        } catch (IOException e) {
            gone = true;
        }
    }
}
