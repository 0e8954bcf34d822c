package pullquote.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.TestServer;
import pullquote.channel.JsonRequests;
import pullquote.channel.TeaHouseArticles;

/** Bodies that hold no question. After each, an honest question is answered. */
@Timeout(30)
class AskRequestTest {
    private static final String VALID_REQUEST = "{\"question\": \"How much holds the samovar?\"}";
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
    void valid_question_is_still_answered() throws Exception {
        assertThat(server.ask(VALID_REQUEST).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                             | invalid_json  |
                    nonsense                                       | invalid_json  |
                    {"question": "tea                              | invalid_json  |
                    {"question": "tea"} {"question": "tea"}        | invalid_json  |
                    {"question": "tea"} x                          | invalid_json  |
                    null                                           | invalid_json  |
                    []                                             | invalid_json  |
                    ["tea"]                                        | invalid_json  |
                    "tea"                                          | invalid_json  |
                    7                                              | invalid_json  |
                    {}                                             | invalid_field | question
                    {"question": null}                             | invalid_field | question
                    {"question": 7}                                | invalid_field | question
                    {"question": 7.5}                              | invalid_field | question
                    {"question": true}                             | invalid_field | question
                    {"question": ["tea"]}                          | invalid_field | question
                    {"question": {"text": "tea"}}                  | invalid_field | question
                    {"question": "tea", "article_id": 7}           | invalid_field | article_id
                    {"question": "tea", "language": false}         | invalid_field | language
                    {"question": "tea", "question": "cake"}        | invalid_field | question
                    {"question": "tea", "x": 1, "x": 2}            | invalid_field | x
                    """)
    void error_names_the_problem_and_the_field(String body, String code, String field) throws Exception {
        var problem = assertProblem(server.ask(body), 400, code);
        assertThat(problem.has("field")).isEqualTo(field != null);
        if (field != null) {
            assertThat(problem.get("field").asText()).isEqualTo(field);
            assertThat(problem.get("detail").asText()).contains("“" + field + "”");
        }
    }

    static Stream<String> extremes() {
        return Stream.of(
                "{\"x\":" + "[".repeat(60_000),
                "{\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + ",\"question\":\"tea\"}",
                "{\"x\":" + "1".repeat(60_000) + ",\"question\":\"tea\"}",
                "{\"question\":" + "1".repeat(60_000) + "}",
                "{\"" + "k".repeat(60_000) + "\":1,\"question\":\"tea\"}");
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void extreme_body_is_rejected_quickly(String body) throws Exception {
        server.ask(body); // the first of its kind loads classes
        long start = System.nanoTime();
        assertProblem(server.ask(body), 400, "invalid_json");
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(100);
    }

    @Test
    void rejects_a_body_that_is_not_utf8() throws Exception {
        byte[] latin = "{\"question\": \"th\u00e9?\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(server.send(server.askRequest(BodyPublishers.ofByteArray(latin))), 400, "invalid_encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\\u0000\\u001b", "\\u200b\\u200d\\ufeff", "\\ud800", "\\u202e"})
    void rejects_an_empty_question(String question) throws Exception {
        assertProblem(server.ask("{\"question\": \"" + question + "\"}"), 400, "empty_question");
    }

    @Test
    void rejects_a_question_over_2000_characters() throws Exception {
        assertProblem(server.ask("{\"question\": \"" + "a".repeat(2_001) + "\"}"), 400, "question_too_long");
        assertProblem(server.ask("{\"question\": \"" + "🫖".repeat(10_000) + "\"}"), 400, "question_too_long");
        assertThat(server.ask("{\"question\": \"" + "🫖".repeat(2_000) + "\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void removes_invisible_characters_from_the_question() throws Exception {
        var answer = TestServer.json(
                server.ask(
                        "{\"question\": \"the \\u202esamo\\u0000var\\ud800 \\udb40\\udc41z\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\"}"));
        assertThat(answer.get("question").asText()).startsWith("the samo var ").hasSizeLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "application/jsonx"
            })
    void rejects_other_content_types(String type) throws Exception {
        var request = server.request("/api/answers").header("Content-Type", type);
        assertProblem(server.send(request.POST(BodyPublishers.ofString(VALID_REQUEST))), 415, "unsupported_media_type");
    }

    @Test
    void rejects_missing_content_type_and_compressed_bodies() throws Exception {
        var silent = server.request("/api/answers").POST(BodyPublishers.ofString(VALID_REQUEST));
        assertProblem(server.send(silent), 415, "unsupported_media_type");
        assertProblem(server.ask(VALID_REQUEST, "Content-Encoding", "gzip"), 415, "unsupported_media_type");
        var spoken = server.request("/api/answers").header("Content-Type", "Application/JSON; Charset=\"UTF-8\"");
        assertThat(server.send(spoken.POST(BodyPublishers.ofString(VALID_REQUEST)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void accepts_a_body_of_64_kB_and_rejects_a_larger_one() throws Exception {
        String padded = " ".repeat(JsonRequests.MAX_BYTES - VALID_REQUEST.length()) + VALID_REQUEST;
        assertThat(server.ask(padded).statusCode()).isEqualTo(200);
        assertProblem(
                server.sendWithRetries(server.askRequest(BodyPublishers.ofString(" " + padded))),
                413,
                "content_too_large");
    }

    @Test
    void rejects_a_body_by_its_declared_length() throws Exception {
        String answer = server.sendRaw("POST /api/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 5000000000\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"code\":\"content_too_large\"");
    }

    @Test
    void stops_reading_an_endless_body() throws Exception {
        try (var socket =
                server.openSocket("POST /api/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n")) {
            byte[] chunk = ("4000\r\n" + " ".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < 5; i++) {
                socket.getOutputStream().write(chunk);
            }
            socket.getOutputStream().flush();
            assertThat(firstBytes(socket.getInputStream())).startsWith("HTTP/1.1 413");
        }
    }

    private static String firstBytes(InputStream in) throws Exception {
        return new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
    }

    private static com.fasterxml.jackson.databind.JsonNode assertProblem(
            HttpResponse<String> response, int status, String code) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = TestServer.json(response);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("request_id").asText())
                .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("jackson");
        return problem;
    }
}
