package pullquote.conversation.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP proxy whose connections can be dropped and restored. */
final class TcpProxy implements AutoCloseable {
    private final ServerSocket serverSocket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String targetHost;
    private final int targetPort;
    private final List<Socket> openSockets = new CopyOnWriteArrayList<>();
    private volatile boolean isDisconnected;

    /** @param there host and port */
    TcpProxy(String there) throws IOException {
        int colon = there.lastIndexOf(':');
        targetHost = colon < 0 ? there : there.substring(0, colon);
        targetPort = colon < 0 ? 5432 : Integer.parseInt(there.substring(colon + 1));
        startDaemon(this::acceptConnections);
    }

    String address() {
        return "127.0.0.1:" + serverSocket.getLocalPort();
    }

    void disconnect() {
        isDisconnected = true;
        openSockets.forEach(TcpProxy::closeQuietly);
        openSockets.clear();
    }

    void reconnect() {
        isDisconnected = false;
    }

    @Override
    public void close() throws IOException {
        disconnect();
        serverSocket.close();
    }

    private void acceptConnections() {
        while (!serverSocket.isClosed()) {
            try {
                Socket caller = serverSocket.accept();
                if (isDisconnected) {
                    caller.close();
                    continue;
                }
                var called = new Socket(targetHost, targetPort);
                openSockets.addAll(List.of(caller, called));
                startDaemon(() -> forward(caller, called));
                startDaemon(() -> forward(called, caller));
            } catch (IOException e) {
                // Nobody calls any more.
            }
        }
    }

    private static void forward(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Cut.
        }
        closeQuietly(from);
        closeQuietly(to);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is.
        }
    }

    private static void startDaemon(Runnable work) {
        var thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
