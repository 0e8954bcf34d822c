package pullquote.conversation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire to a server, which can be cut and mended. */
final class Wire implements AutoCloseable {
    private final ServerSocket here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String host;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean isCut;

    /** @param there host and port */
    Wire(String there) throws IOException {
        int colon = there.lastIndexOf(':');
        host = colon < 0 ? there : there.substring(0, colon);
        port = colon < 0 ? 5432 : Integer.parseInt(there.substring(colon + 1));
        inBackground(this::connect);
    }

    String end() {
        return "127.0.0.1:" + here.getLocalPort();
    }

    void cut() {
        isCut = true;
        open.forEach(Wire::hangUp);
        open.clear();
    }

    void mend() {
        isCut = false;
    }

    @Override
    public void close() throws IOException {
        cut();
        here.close();
    }

    private void connect() {
        while (!here.isClosed()) {
            try {
                Socket caller = here.accept();
                if (isCut) {
                    caller.close();
                    continue;
                }
                var called = new Socket(host, port);
                open.addAll(List.of(caller, called));
                inBackground(() -> carry(caller, called));
                inBackground(() -> carry(called, caller));
            } catch (IOException e) {
                // Nobody calls any more.
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Cut.
        }
        hangUp(from);
        hangUp(to);
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is.
        }
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
