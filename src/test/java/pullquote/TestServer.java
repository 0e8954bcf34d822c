package pullquote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pullquote.answer.Answerer;
import pullquote.answer.TestAnswerers;
import pullquote.article.Library;
import pullquote.channel.Channel;
import pullquote.channel.CorsPolicy;
import pullquote.channel.Links;
import pullquote.channel.TeaHouseArticles;
import pullquote.channel.http.Api;
import pullquote.conversation.ChatService;

/** The real server on a free port, with a client beside it. */
public final class TestServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Links LINKS = new Links(URI.create("https://news.example/"));

    private final Server server;

    private TestServer(ChatService conversations, Supplier<Library> library, CorsPolicy origins) {
        this(App.startServer(
                "127.0.0.1",
                0,
                origins,
                conversations,
                library,
                LINKS,
                TestAnswerers.quotingGenerator(),
                Optional.empty()));
    }

    private TestServer(Server server) {
        this.server = server;
    }

    public static TestServer start(Library library) {
        return new TestServer(
                new ChatService(TestAnswerers.quotingAnswerer(() -> library)), () -> library, CorsPolicy.NONE);
    }

    public static TestServer start(Answerer answerer) {
        return start(new ChatService(answerer));
    }

    public static TestServer start(ChatService conversations) {
        return new TestServer(conversations, () -> TeaHouseArticles.LIBRARY, CorsPolicy.NONE);
    }

    /** Pages of these sites may read what it answers. */
    public static TestServer start(Answerer answerer, CorsPolicy origins) {
        return new TestServer(new ChatService(answerer), () -> TeaHouseArticles.LIBRARY, origins);
    }

    /** With all its parts as they are. */
    static TestServer start(App app) {
        return new TestServer(app.startServer("127.0.0.1", 0, URI.create("http://127.0.0.1")));
    }

    /** The same with links that lead back to it. */
    static TestServer startWithOwnLinks(App app) {
        try (var free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            return new TestServer(app.startServer("127.0.0.1", port, URI.create("http://127.0.0.1:" + port)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The product as it is without any setting, over its first article, with its suggestions found. */
    public static TestServer startWithSeedArticle() {
        return DefaultProduct.withSeedArticle().startServer();
    }

    /** With these doors and no others. */
    public static TestServer startOnPort(int port, Channel... doors) {
        return new TestServer(Server.start("127.0.0.1", port, CorsPolicy.NONE, List.of(doors)));
    }

    /** It closes connections that lie idle for so long. */
    public static TestServer startWithIdleTimeout(Answerer answerer, Duration idle) {
        var api = new Api(
                new ChatService(answerer), () -> TeaHouseArticles.LIBRARY, LINKS, TestAnswerers.quotingGenerator());
        return new TestServer(Server.start("127.0.0.1", 0, CorsPolicy.NONE, List.of(api), idle));
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    public HttpResponse<String> ask(String json, String... headers) throws Exception {
        return send(askRequest(BodyPublishers.ofString(json), headers));
    }

    /** @param answer its id */
    public HttpResponse<String> rate(String answer, String json) throws Exception {
        return sendWithRetries(request("/api/answers/" + answer + "/feedback")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder askRequest(HttpRequest.BodyPublisher body, String... headers) {
        var request = request("/api/answers").header("Content-Type", "application/json");
        return (headers.length == 0 ? request : request.headers(headers)).POST(body);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** Who still sends when he is refused may find the line cut before he has read why, and sends again. */
    public HttpResponse<String> sendWithRetries(HttpRequest.Builder request) throws Exception {
        for (int time = 1; ; time++) {
            try {
                return send(request);
            } catch (IOException e) {
                if (time == 5) {
                    throw e;
                }
            }
        }
    }

    public static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    public static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    /** For what the client is too polite to send. */
    public Socket openSocket(String request) throws IOException {
        return openSocket(request, "127.0.0.1");
    }

    /** @param from which of this machine's own addresses to call from */
    public Socket openSocket(String request, String from) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Sends it, and reads until the server hangs up; the request should say {@code Connection: close}. */
    public String sendRaw(String request) throws IOException {
        try (Socket socket = openSocket(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
