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
import pullquote.channel.http.ScriptedGenerators;

/** Pages of which sites may read what we answer; and that nobody is refused for where he comes from. */
@Tag("H14")
@Timeout(60)
class CorsPolicyTest {
    private static final String LISTED = "https://news.example";
    private static final String FOREIGN = "https://evil.example";
    private static final String QUESTION = "{\"question\": \"samovar?\"}";

    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.start(
                TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY),
                new CorsPolicy(Set.of(LISTED, "http://localhost:8080")));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTED, "http://localhost:8080"})
    void a_listed_site_may_read_what_is_answered(String origin) throws Exception {
        assertIsForTheEyesOf(origin, server.ask(QUESTION, "Origin", origin));
        assertIsForTheEyesOf(origin, server.send(server.request("/api/articles").header("Origin", origin)));
    }

    @Test
    void a_listed_site_may_read_a_stream() throws Exception {
        var response = server.ask(QUESTION, "Origin", LISTED, "Accept", "text/event-stream");

        assertIsForTheEyesOf(LISTED, response);
        assertThat(response.body()).contains("event: answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FOREIGN,
                "null",
                "https://news.example.evil.example",
                "https://evil.example/https://news.example",
                "http://news.example",
                "https://news.example:8443",
                "https://sub.news.example",
                "*"
            })
    void a_foreign_site_is_answered_and_may_not_read_it(String origin) throws Exception {
        var response = server.ask(QUESTION, "Origin", origin);

        assertThat(response.statusCode()).isEqualTo(200);
        assertSaysNothingOfOrigins(response);
        assertThat(response.headers().allValues("Vary")).as("for caches").containsExactly("Origin");
    }

    @Test
    void who_is_on_no_page_is_answered() throws Exception {
        var response = server.ask(QUESTION);

        assertThat(response.statusCode()).isEqualTo(200);
        assertSaysNothingOfOrigins(response);
        assertThat(response.headers().allValues("Vary")).as("for caches").containsExactly("Origin");
    }

    @Test
    void our_own_pages_ask_as_ever() throws Exception {
        String own = server.request("/").build().uri().resolve("/").toString().replaceAll("/$", "");
        assertThat(server.ask(QUESTION, "Origin", own).statusCode()).isEqualTo(200);

        try (var closed = TestServer.start(TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY))) {
            var response = closed.ask(QUESTION, "Origin", FOREIGN);
            assertThat(response.statusCode()).isEqualTo(200);
            assertSaysNothingOfOrigins(response);
            assertThat(response.headers().firstValue("Vary")).isEmpty();
        }
    }

    @Test
    void a_listed_site_learns_beforehand_what_it_may_send() throws Exception {
        for (String path : List.of("/api/answers", "/api/answers/0123456789abcdef0123456789abcdef/feedback")) {
            var response = preflight(path, "Origin", LISTED, "Access-Control-Request-Method", "POST");

            assertThat(response.statusCode()).isEqualTo(204);
            assertIsForTheEyesOf(LISTED, response);
            var headers = response.headers();
            assertThat(headers.firstValue("Access-Control-Allow-Methods")).hasValue("GET, POST");
            assertThat(headers.firstValue("Access-Control-Allow-Headers"))
                    .hasValue("Content-Type, Last-Event-ID, Accept");
            assertThat(headers.firstValue("Access-Control-Max-Age")).hasValue("600");
            assertThat(headers.firstValue("Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    @Test
    void a_foreign_site_and_none_learn_nothing_beforehand() throws Exception {
        var foreign = preflight("/api/answers", "Origin", FOREIGN, "Access-Control-Request-Method", "POST");
        var none = preflight("/api/answers", "Access-Control-Request-Method", "POST");

        assertThat(List.of(foreign, none)).allSatisfy(response -> {
            assertThat(response.statusCode()).isEqualTo(204);
            assertSaysNothingOfOrigins(response);
        });
    }

    @Test
    void what_asks_for_no_permission_is_no_preflight() throws Exception {
        assertThat(preflight("/api/answers", "Origin", LISTED).statusCode()).isEqualTo(405);
        assertThat(preflight("/", "Origin", LISTED, "Access-Control-Request-Method", "POST")
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void pages_for_people_are_not_for_other_pages() throws Exception {
        assertSaysNothingOfOrigins(
                server.send(server.request("/articles/tea-house").header("Origin", LISTED)));
        assertSaysNothingOfOrigins(server.send(server.request("/health/ready").header("Origin", LISTED)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"question": ""}                              | 400
            {"question": "tea?", "article_id": "nowhere"} | 404
            {                                             | 400
            """)
    void a_listed_site_may_read_what_went_wrong(String body, int status) throws Exception {
        var response = server.ask(body, "Origin", LISTED);

        assertThat(response.statusCode()).isEqualTo(status);
        assertIsForTheEyesOf(LISTED, response);
        assertThat(json(response).get("status").asInt()).isEqualTo(status);
    }

    @Test
    void a_listed_site_may_read_that_there_is_nothing_or_another_method() throws Exception {
        assertIsForTheEyesOf(LISTED, server.send(server.request("/api/nowhere").header("Origin", LISTED)));
        assertIsForTheEyesOf(LISTED, server.send(server.request("/api/answers").header("Origin", LISTED)));
        assertIsForTheEyesOf(LISTED, server.ask("a".repeat(64 * 1024 + 1), "Origin", LISTED));
    }

    @Test
    void a_listed_site_may_read_our_own_mistakes() throws Exception {
        var broken = ScriptedGenerators.writing((passages, desk) -> {
            throw new IllegalStateException("broken");
        });
        try (var failing = TestServer.start(broken, new CorsPolicy(Set.of(LISTED)))) {
            var response = failing.ask(QUESTION, "Origin", LISTED);

            assertThat(response.statusCode()).isEqualTo(500);
            assertIsForTheEyesOf(LISTED, response);
        }
    }

    @Test
    void a_listed_site_may_read_what_never_came_as_far_as_us() throws Exception {
        String answer = server.sendRaw(
                "GET /api/\\ HTTP/1.1\r\nHost: x\r\nOrigin: " + LISTED + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\r\nAccess-Control-Allow-Origin: " + LISTED + "\r\n");
    }

    @Test
    void a_star_lets_all_sites_read() throws Exception {
        try (var open = TestServer.start(
                TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY),
                new CorsPolicy(Set.of(CorsPolicy.ANY, LISTED)))) {
            var response = open.ask(QUESTION, "Origin", FOREIGN);

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
    void an_origin_is_written_as_browsers_write_it(String given, String canonical) {
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
    void what_is_no_origin_is_not_taken_for_one(String given) {
        assertThat(CorsPolicy.normalize(given)).isEmpty();
    }

    private static HttpResponse<String> preflight(String path, String... headers) throws Exception {
        return server.send(server.request(path).headers(headers).method("OPTIONS", BodyPublishers.noBody()));
    }

    private static void assertIsForTheEyesOf(String origin, HttpResponse<String> response) {
        var headers = response.headers();
        assertThat(headers.allValues("Access-Control-Allow-Origin")).containsExactly(origin);
        assertThat(headers.allValues("Vary")).containsExactly("Origin");
        assertThat(headers.allValues("Access-Control-Expose-Headers")).containsExactly("Retry-After, X-Request-Id");
        assertThat(headers.firstValue("X-Request-Id")).isPresent();
        assertThat(headers.firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }

    private static void assertSaysNothingOfOrigins(HttpResponse<String> response) {
        assertThat(response.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }
}
