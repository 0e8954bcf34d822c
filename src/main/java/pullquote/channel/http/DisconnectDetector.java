package pullquote.channel.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import pullquote.answer.AnswerListener;

/**
 * Detects whether the client of a JSON answer has disconnected. Nothing is written before the answer is complete, so
 * the only way to find out is to read from the socket. This is safe because Jetty does not read while it handles a
 * request.
 */
final class DisconnectDetector implements AnswerListener {
    private final Context ctx;
    private final Optional<SocketChannel> socketChannel;
    private boolean disconnected;
    private boolean pipelined;

    DisconnectDetector(Context ctx) {
        this.ctx = ctx;
        this.socketChannel = ServletContextRequest.getServletContextRequest(ctx.req())
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
            socketChannel.ifPresent(this::checkConnection);
        }
        return disconnected;
    }

    /** Returns true if a disconnect has been observed. */
    @Override
    public boolean wasCancelled() {
        return disconnected;
    }

    private void checkConnection(SocketChannel channel) {
        try {
            int read = channel.read(ByteBuffer.allocate(1));
            disconnected = read < 0;
            if (read > 0) {
                // The client pipelined a request and we consumed one byte of it. Close the connection so that the
                // client sends it again.
                pipelined = true;
                ctx.header("Connection", "close");
            }
        } catch (IOException e) {
            disconnected = true;
        }
    }
}
