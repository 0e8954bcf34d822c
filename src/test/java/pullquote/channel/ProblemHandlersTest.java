package pullquote.channel;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import pullquote.TestServer;
import pullquote.channel.http.ScriptedAnswerers;

/** Tests that malformed and misdirected requests get a problem response, whichever component rejects them. */
@Timeout(60)
class ProblemHandlersTest {
    private static TestServer server;

    @BeforeAll
    static void startServer() {
        server = TestServer.start(TeaHouseArticles.LIBRARY);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @AfterEach
    void server_is_still_live() throws Exception {
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void unknown_path_returns_404() throws Exception {
        var response = server.get("/nowhere");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        String id = response.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(response.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                        + "\"detail\":\"There is nothing at this address.\",\"code\":\"not_found\","
                        + "\"request_id\":\"" + id + "\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/answers, POST",
        "DELETE, /api/answers, POST",
        "GET, /api/answers/0123/feedback, POST",
        "POST, /api/articles, GET",
        "PUT, /health/live, GET",
        "TRACE, /api/answers, POST"
    })
    void unsupported_method_returns_405_with_allow_header(String method, String path, String allowed) throws Exception {
        String answer = server.sendRaw(method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("\"code\":\"method_not_allowed\"");
        assertThat(answer.lines().filter(line -> line.startsWith("Allow: ")).findFirst())
                .hasValueSatisfying(allow -> assertThat(allow).contains(allowed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET / HTTP/1.1\\r\\nConnection: close                                                     | 400
                    POST /api/answers HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 3\\r\\nTransfer-Encoding: chunked | 400
                    GET / HTTP/1.1\\r\\nHost: x\\r\\nHost: y                                                  | 400
                    GET / HTTP/9.9\\r\\nHost: x                                                               | 505
                    GE(T / HTTP/1.1\\r\\nHost: x                                                              | 400
                    FOO / HTTP/1.1\\r\\nHost: x\\r\\nConnection: close                                        | 405
                    GET /%00 HTTP/1.1\\r\\nHost: x\\r\\nConnection: close                                     | 400
                    GET /..%2fpom.xml HTTP/1.1\\r\\nHost: x\\r\\nConnection: close                            | 404
                    GET /%2e%2e/%2e%2e/pom.xml HTTP/1.1\\r\\nHost: x\\r\\nConnection: close                   | 400
                    GET /../../etc/passwd HTTP/1.1\\r\\nHost: x\\r\\nConnection: close                        | 400
                    GET //etc/passwd HTTP/1.1\\r\\nHost: x\\r\\nConnection: close                             | 404
                    GET /..\\\\..\\\\pom.xml HTTP/1.1\\r\\nHost: x\\r\\nConnection: close                     | 400
                    GET /pullquote/Server.class HTTP/1.1\\r\\nHost: x\\r\\nConnection: close                  | 404
                    GET /..;/logback.xml HTTP/1.1\\r\\nHost: x\\r\\nConnection: close                         | 400
                    GET /articles/%ff%zz HTTP/1.1\\r\\nHost: x\\r\\nConnection: close                         | 400
                    """)
    void rejects_malformed_http_and_path_traversal(String request, int status) throws Exception {
        String answer = server.sendRaw(request.replace("\\r\\n", "\r\n").replace("\\\\", "\\") + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertProblem(answer, status);
    }

    @Test
    void path_parameter_causes_no_server_error() throws Exception {
        assertThat(server.get("/health/live;x=1").statusCode()).isIn(200, 400, 404);
    }

    @Test
    void rejects_oversized_headers_and_urls() throws Exception {
        String start = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        assertProblem(server.sendRaw(start + "X-Long: " + "a".repeat(16_000) + "\r\n\r\n"), 431);
        assertProblem(server.sendRaw("GET /?q=" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"), 414);
    }

    @Test
    void rejects_broken_chunked_encoding() throws Exception {
        String start =
                "POST /api/answers HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n";

        assertProblem(server.sendRaw(start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"), 400);
    }

    @Test
    void slow_body_times_out() throws Exception {
        try (Socket socket = server.openSocket(incompleteRequest())) {
            long start = System.nanoTime();
            for (int i = 0; i < 10 && socket.getInputStream().available() == 0; i++) {
                Thread.sleep(1_000);
                socket.getOutputStream().write(' ');
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat((System.nanoTime() - start) / 1e9).isLessThan(8);
            assertProblem(answer, 408);
        }
    }

    @Test
    void stalled_bodies_do_not_block_other_requests() throws Exception {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < 500; i++) {
            sockets.add(server.openSocket(incompleteRequest()));
        }
        long start = System.nanoTime();
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(1_000);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void server_error_is_logged_in_full_but_not_exposed() throws Exception {
        var broken = ScriptedAnswerers.create((passages, desk) -> {
            throw new IllegalStateException("secret\u001b[31m");
        });
        try (var log = new LogCapture();
                var failing = TestServer.start(broken)) {
            var response = failing.ask("{\"question\": \"samovar?\"}");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body())
                    .contains("\"code\":\"internal_server_error\"")
                    .doesNotContain("secret");
            var event = log.findEvent("500");
            assertThat(event.getThrowableProxy().getMessage()).startsWith("secret");
            assertThat(event.getMDCPropertyMap())
                    .containsEntry(
                            "request_id",
                            response.headers().firstValue("X-Request-Id").orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api/articles/nowhere"})
    void each_error_is_logged_once(String path) throws Exception {
        try (var log = new LogCapture()) {
            server.get(path);
            // Requests of earlier tests may still be timing out.
            assertThat(log.list)
                    .filteredOn(event -> event.getFormattedMessage().contains(path))
                    .singleElement()
                    .satisfies(event -> assertThat(event.getFormattedMessage()).contains("404", "GET " + path));
        }
    }

    /** Fits also those who never came as far as to get a request id from us in a log line. */
    private static void assertProblem(String answer, int status) throws Exception {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        assertThat(head)
                .contains("Content-Type: application/problem+json")
                .contains("X-Request-Id: ")
                .doesNotContain("Server:")
                .doesNotContain("text/html");
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        var problem = TestServer.json(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(head).contains(problem.get("request_id").asText());
        assertThat(body).doesNotContainIgnoringCase("jetty").doesNotContain("Exception");
    }

    private static String incompleteRequest() {
        return "POST /api/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 500\r\nConnection: close\r\n\r\n{";
    }

    /** Hears what is logged about problems. */
    private static final class LogCapture extends ListAppender<ILoggingEvent> implements AutoCloseable {
        private final Logger logger = (Logger) LoggerFactory.getLogger(ProblemHandlers.class);

        LogCapture() {
            start();
            logger.addAppender(this);
        }

        ILoggingEvent findEvent(String words) {
            return list.stream()
                    .filter(event -> event.getFormattedMessage().contains(words))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            logger.detachAppender(this);
        }
    }
}
