package pullquote.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.TestServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.TestServer;
import pullquote.answer.TestAnswerers;
import pullquote.channel.http.ScriptedAnswerers;

/** Tests which origins can read responses, and that no request is rejected for its origin. */
@Tag("H14")
@Timeout(60)
class CorsPolicyTest {
    private static final String LISTED_ORIGIN = "https://news.example";
    private static final String UNLISTED_ORIGIN = "https://evil.example";
    private static final String QUESTION = "{\"question\": \"samovar?\"}";

    private static TestServer server;

    @BeforeAll
    static void startServer() {
        server = TestServer.start(
                TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY),
                new CorsPolicy(Set.of(LISTED_ORIGIN, "http://localhost:8080")));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTED_ORIGIN, "http://localhost:8080"})
    void listed_origin_can_read_answers(String origin) throws Exception {
        assertAllowsOrigin(origin, server.ask(QUESTION, "Origin", origin));
        assertAllowsOrigin(origin, server.send(server.request("/api/articles").header("Origin", origin)));
    }

    @Test
    void listed_origin_can_read_event_streams() throws Exception {
        var response = server.ask(QUESTION, "Origin", LISTED_ORIGIN, "Accept", "text/event-stream");

        assertAllowsOrigin(LISTED_ORIGIN, response);
        assertThat(response.body()).contains("event: answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UNLISTED_ORIGIN,
                "null",
                "https://news.example.evil.example",
                "https://evil.example/https://news.example",
                "http://news.example",
                "https://news.example:8443",
                "https://sub.news.example",
                "*"
            })
    void unlisted_origin_is_answered_without_cors_headers(String origin) throws Exception {
        var response = server.ask(QUESTION, "Origin", origin);

        assertThat(response.statusCode()).isEqualTo(200);
        assertHasNoCorsHeaders(response);
        assertThat(response.headers().allValues("Vary")).as("for caches").containsExactly("Origin");
    }

    @Test
    void request_without_origin_is_answered_without_cors_headers() throws Exception {
        var response = server.ask(QUESTION);

        assertThat(response.statusCode()).isEqualTo(200);
        assertHasNoCorsHeaders(response);
        assertThat(response.headers().allValues("Vary")).as("for caches").containsExactly("Origin");
    }

    @Test
    void own_pages_need_no_cors_headers() throws Exception {
        String own = server.request("/").build().uri().resolve("/").toString().replaceAll("/$", "");
        assertThat(server.ask(QUESTION, "Origin", own).statusCode()).isEqualTo(200);

        try (var closed = TestServer.start(TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY))) {
            var response = closed.ask(QUESTION, "Origin", UNLISTED_ORIGIN);
            assertThat(response.statusCode()).isEqualTo(200);
            assertHasNoCorsHeaders(response);
            assertThat(response.headers().firstValue("Vary")).isEmpty();
        }
    }

    @Test
    void preflight_from_a_listed_origin_returns_allowed_methods_and_headers() throws Exception {
        for (String path : List.of("/api/answers", "/api/answers/0123456789abcdef0123456789abcdef/feedback")) {
            var response = preflight(path, "Origin", LISTED_ORIGIN, "Access-Control-Request-Method", "POST");

            assertThat(response.statusCode()).isEqualTo(204);
            assertAllowsOrigin(LISTED_ORIGIN, response);
            var headers = response.headers();
            assertThat(headers.firstValue("Access-Control-Allow-Methods")).hasValue("GET, POST");
            assertThat(headers.firstValue("Access-Control-Allow-Headers"))
                    .hasValue("Content-Type, Last-Event-ID, Accept");
            assertThat(headers.firstValue("Access-Control-Max-Age")).hasValue("600");
            assertThat(headers.firstValue("Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    @Test
    void preflight_from_an_unlisted_or_missing_origin_returns_no_cors_headers() throws Exception {
        var foreign = preflight("/api/answers", "Origin", UNLISTED_ORIGIN, "Access-Control-Request-Method", "POST");
        var none = preflight("/api/answers", "Access-Control-Request-Method", "POST");

        assertThat(List.of(foreign, none)).allSatisfy(response -> {
            assertThat(response.statusCode()).isEqualTo(204);
            assertHasNoCorsHeaders(response);
        });
    }

    @Test
    void options_request_that_is_no_preflight_returns_405() throws Exception {
        assertThat(preflight("/api/answers", "Origin", LISTED_ORIGIN).statusCode())
                .isEqualTo(405);
        assertThat(preflight("/", "Origin", LISTED_ORIGIN, "Access-Control-Request-Method", "POST")
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void html_and_health_pages_have_no_cors_headers() throws Exception {
        assertHasNoCorsHeaders(server.send(server.request("/articles/tea-house").header("Origin", LISTED_ORIGIN)));
        assertHasNoCorsHeaders(server.send(server.request("/health/ready").header("Origin", LISTED_ORIGIN)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"question": ""}                              | 400
            {"question": "tea?", "article_id": "nowhere"} | 404
            {                                             | 400
            """)
    void listed_origin_can_read_client_errors(String body, int status) throws Exception {
        var response = server.ask(body, "Origin", LISTED_ORIGIN);

        assertThat(response.statusCode()).isEqualTo(status);
        assertAllowsOrigin(LISTED_ORIGIN, response);
        assertThat(json(response).get("status").asInt()).isEqualTo(status);
    }

    @Test
    void listed_origin_can_read_routing_and_size_errors() throws Exception {
        assertAllowsOrigin(
                LISTED_ORIGIN, server.send(server.request("/api/nowhere").header("Origin", LISTED_ORIGIN)));
        assertAllowsOrigin(
                LISTED_ORIGIN, server.send(server.request("/api/answers").header("Origin", LISTED_ORIGIN)));
        assertAllowsOrigin(LISTED_ORIGIN, server.ask("a".repeat(64 * 1024 + 1), "Origin", LISTED_ORIGIN));
    }

    @Test
    void listed_origin_can_read_server_errors() throws Exception {
        var broken = ScriptedAnswerers.create((passages, desk) -> {
            throw new IllegalStateException("broken");
        });
        try (var failing = TestServer.start(broken, new CorsPolicy(Set.of(LISTED_ORIGIN)))) {
            var response = failing.ask(QUESTION, "Origin", LISTED_ORIGIN);

            assertThat(response.statusCode()).isEqualTo(500);
            assertAllowsOrigin(LISTED_ORIGIN, response);
        }
    }

    @Test
    void listed_origin_can_read_errors_raised_by_jetty() throws Exception {
        String answer = server.sendRaw(
                "GET /api/\\ HTTP/1.1\r\nHost: x\r\nOrigin: " + LISTED_ORIGIN + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("\r\nAccess-Control-Allow-Origin: " + LISTED_ORIGIN + "\r\n");
    }

    @Test
    void wildcard_allows_every_origin() throws Exception {
        try (var open = TestServer.start(
                TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY),
                new CorsPolicy(Set.of(CorsPolicy.ANY_ORIGIN, LISTED_ORIGIN)))) {
            var response = open.ask(QUESTION, "Origin", UNLISTED_ORIGIN);

            assertThat(response.headers().allValues("Access-Control-Allow-Origin"))
                    .containsExactly("*");
            assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
            assertThat(response.headers().firstValue("Vary")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example, https://news.example",
        "HTTPS://News.Example/, https://news.example",
        "https://news.example:443, https://news.example",
        "http://news.example:80, http://news.example",
        "http://news.example:443, http://news.example:443",
        "http://localhost:8080, http://localhost:8080",
        "http://[::1]:8080, http://[::1]:8080",
        "https://новости.қаз, https://xn--b1amnebsh.xn--80ao21a",
        "*, *"
    })
    void normalizes_origins_as_browsers_do(String given, String canonical) {
        assertThat(CorsPolicy.normalize(given)).hasValue(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "news.example",
                "//news.example",
                "null",
                "https://",
                "https://news.example/ask",
                "https://news.example//",
                "https://news.example?x",
                "https://me@news.example",
                "https://*.news.example",
                "https://news..example",
                "https://news.example:",
                "https://news.example:123456",
                "ftp://news.example",
                "file:///srv/page.html",
                "**"
            })
    void rejects_invalid_origins(String given) {
        assertThat(CorsPolicy.normalize(given)).isEmpty();
    }

    private static HttpResponse<String> preflight(String path, String... headers) throws Exception {
        return server.send(server.request(path).headers(headers).method("OPTIONS", BodyPublishers.noBody()));
    }

    private static void assertAllowsOrigin(String origin, HttpResponse<String> response) {
        var headers = response.headers();
        assertThat(headers.allValues("Access-Control-Allow-Origin")).containsExactly(origin);
        assertThat(headers.allValues("Vary")).containsExactly("Origin");
        assertThat(headers.allValues("Access-Control-Expose-Headers")).containsExactly("Retry-After, X-Request-Id");
        assertThat(headers.firstValue("X-Request-Id")).isPresent();
        assertThat(headers.firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }

    private static void assertHasNoCorsHeaders(HttpResponse<String> response) {
        assertThat(response.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }
}
