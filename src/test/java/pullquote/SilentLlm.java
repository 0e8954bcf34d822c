package pullquote;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A model's server that is asked once, says no word, and only listens for how long the other side will bear it. */
public final class SilentLlm implements AutoCloseable {
    /** It has not even answered that it will. */
    public static final String NOTHING = "";
    /** A stream is open, and nothing is in it. */
    public static final String HEADERS_ONLY =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final ServerSocket serverSocket;
    private final String response;
    private final CountDownLatch requestReceived = new CountDownLatch(1);
    private final CountDownLatch disconnected = new CountDownLatch(1);

    public SilentLlm(String said) throws IOException {
        this.serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.response = said;
        var thread = new Thread(this::listen, "mute-model");
        thread.setDaemon(true);
        thread.start();
    }

    public String url() {
        return "http://localhost:" + serverSocket.getLocalPort() + "/v1";
    }

    public boolean awaitRequest(Duration within) throws InterruptedException {
        return requestReceived.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean awaitDisconnect(Duration within) throws InterruptedException {
        return disconnected.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws IOException {
        serverSocket.close();
    }

    private void listen() {
        try (Socket caller = serverSocket.accept()) {
            InputStream in = caller.getInputStream();
            readRequest(in);
            caller.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
            requestReceived.countDown();
            drain(in);
            disconnected.countDown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A question is JSON over many lines: whole when one begins with its last brace. */
    private static void readRequest(InputStream in) throws IOException {
        int before = 0;
        for (int c = in.read(); before != '\n' || c != '}'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("broken off while asking");
            }
            before = c;
        }
    }

    private static void drain(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Hung up without a goodbye.
        }
    }
}
