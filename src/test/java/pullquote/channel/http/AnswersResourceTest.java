package pullquote.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pullquote.TestServer;
import pullquote.article.Library;
import pullquote.channel.TeaHouseArticles;

/** What {@code POST /api/answers} promises in JSON. */
class AnswersResourceTest {
    private static TestServer server;

    @BeforeAll
    static void startServer() {
        server = TestServer.start(TeaHouseArticles.LIBRARY);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void returns_every_field_in_the_documented_order() throws Exception {
        var response = server.ask("{\"question\": \" When opened the tea house in Almaty? \", \"surprise\": [1, {}]}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        var answer = TestServer.json(response);
        assertThat(toList(answer.fieldNames()))
                .containsExactly(
                        "id",
                        "conversation_id",
                        "question",
                        "standalone_question",
                        "language",
                        "status",
                        "reason",
                        "lead_in",
                        "text",
                        "sentences",
                        "citations",
                        "closest",
                        "suggestions",
                        "writer",
                        "notice",
                        "as_of",
                        "elapsed_ms");
        assertThat(answer.get("id").asText()).matches("[0-9a-f]{32}");
        assertThat(answer.get("conversation_id").asText()).matches("[0-9a-f]{32}");
        assertThat(answer.get("question").asText()).isEqualTo("When opened the tea house in Almaty?");
        assertThat(answer.get("standalone_question").isNull()).isTrue();
        assertThat(answer.get("language").asText()).isEqualTo("en");
        assertThat(answer.get("status").asText()).isEqualTo("answered");
        assertThat(answer.get("reason").isNull()).isTrue();
        assertThat(answer.get("text").asText())
                .isEqualTo("The tea house in Almaty opened on Monday, after two years of building. [1]");
        assertThat(answer.get("sentences").toString())
                .isEqualTo(
                        "[{\"text\":\"The tea house in Almaty opened on Monday, after two years of building.\",\"citations\":[1],"
                                + "\"support\":\"verbatim\",\"replaced\":false}]");
        assertThat(answer.get("closest").toString()).isEqualTo("[]");
        assertThat(answer.get("suggestions").toString()).isEqualTo("[]");
        assertThat(answer.get("writer").asText()).isEqualTo("extractive");
        assertThat(answer.get("notice").isNull()).isTrue();
        assertThat(answer.get("as_of").asText()).isEqualTo("2022-01-31");
        assertThat(answer.get("elapsed_ms").isIntegralNumber()).isTrue();

        String quote = TeaHouseArticles.TEA_HOUSE.paragraphs().get(0).text();
        assertThat(answer.get("citations").toString())
                .isEqualTo("[{\"number\":1,\"article_id\":\"tea-house\","
                        + "\"article_title\":\"A tea house <opens> & \\\"stays\\\"\",\"article_date\":\"2022-01-31\","
                        + "\"article_version\":\"" + TeaHouseArticles.TEA_HOUSE.version() + "\",\"paragraph\":1,"
                        + "\"start\":0,\"end\":" + quote.length() + ",\"quote\":\"" + quote + "\","
                        + "\"url\":\"https://news.example/articles/tea-house#p1:~:text=The%20tea%20house%20in%20Almaty"
                        + "%20opened%20on%20Monday%2C%20after%20two%20years%20of%20building%2E\"}]");
    }

    @Test
    void marks_the_answer_span_in_a_quote_if_known() throws Exception {
        try (TestServer marking = TestServer.start(ScriptedAnswerers.createWithAnswerSpan("on Monday"))) {
            var citation = TestServer.json(marking.ask("{\"question\": \"When opened the tea house in Almaty?\"}"))
                    .get("citations")
                    .get(0);
            int start = citation.get("answer_span").get("start").asInt();
            int end = citation.get("answer_span").get("end").asInt();
            String paragraph = TeaHouseArticles.TEA_HOUSE.paragraphs().get(0).text();
            assertThat(paragraph.substring(start, end)).isEqualTo("on Monday");
        }
    }

    @Test
    void reports_that_no_answer_was_found() throws Exception {
        var response = server.ask("{\"question\": \"Who won the football?\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        var answer = TestServer.json(response);
        assertThat(answer.get("status").asText()).isEqualTo("not_found");
        assertThat(answer.get("reason").asText()).isEqualTo("off_topic");
        assertThat(answer.get("as_of").isNull()).isTrue();
        assertThat(answer.get("citations").isEmpty()).isTrue();
    }

    @Test
    void answers_from_one_article_and_rejects_unknown_ids() throws Exception {
        var elsewhere = server.ask("{\"question\": \"samovar?\", \"article_id\": \"elsewhere\"}");
        assertThat(TestServer.json(elsewhere).get("status").asText()).isEqualTo("not_found");

        var unknown = server.ask("{\"question\": \"samovar?\", \"article_id\": \"nowhere\"}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(TestServer.json(unknown).get("code").asText()).isEqualTo("unknown_article");
    }

    @ParameterizedTest
    @CsvSource({"ru, ru", "pt-BR, en", "KK, kk"})
    void declines_in_the_requested_language(String tag, String language) throws Exception {
        var refused = server.ask("{\"question\": \"zebra?\", \"language\": \"" + tag + "\"}");
        assertThat(TestServer.json(refused).get("status").asText()).isEqualTo("not_found");
        assertThat(TestServer.json(refused).get("language").asText()).isEqualTo(language);
    }

    @Test
    void reports_the_language_of_the_answer() throws Exception {
        var answer = server.ask("{\"question\": \"samovar?\", \"language\": \"ru\"}");
        assertThat(TestServer.json(answer).get("status").asText()).isEqualTo("answered");
        assertThat(TestServer.json(answer).get("language").asText()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({"''", "english please", "../ru", "e"})
    void rejects_invalid_language_tags(String tag) throws Exception {
        var refused = server.ask("{\"question\": \"samovar?\", \"language\": \"" + tag + "\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(TestServer.json(refused).get("field").asText()).isEqualTo("language");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    */*                                         | application/json
                    application/json                            | application/json
                    application/*;q=0.5, text/html              | application/json
                    text/html, */*;q=0.1                        | application/json
                    text/event-stream                           | text/event-stream
                    TEXT/Event-Stream;q=0.9, */*;q=0.1          | text/event-stream
                    application/json, text/event-stream;q=0.5   | application/json
                    application/json, text/event-stream;q=0     | application/json
                    image/png                                   | application/problem+json
                    application/json;q=0, text/html             | application/problem+json
                    """)
    void negotiates_the_content_type(String accept, String type) throws Exception {
        HttpResponse<String> response = server.ask("{\"question\": \"samovar?\"}", "Accept", accept);

        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(response.statusCode()).isEqualTo(type.contains("problem") ? 406 : 200);
    }

    @Test
    void answer_may_take_longer_than_the_idle_timeout() throws Exception {
        var writer = ScriptedAnswerers.create((passages, desk) -> Thread.sleep(2_500));
        try (var impatient = TestServer.startWithIdleTimeout(writer, Duration.ofSeconds(1))) {
            assertThat(impatient.ask("{\"question\": \"samovar?\"}").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @Tag("S01")
    void disconnect_cancels_the_generator() throws Exception {
        var writing = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var writer = ScriptedAnswerers.create((passages, desk) -> {
            writing.countDown();
            while (!desk.isCancelled()) {
                Thread.sleep(10);
            }
            stopped.countDown();
        });
        try (var patient = TestServer.start(writer)) {
            try (Socket ignored = patient.openSocket(postRequest("samovar?"))) {
                assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(stopped.await(500, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void pipelined_request_gets_its_first_answer_and_the_connection_closes() throws Exception {
        var writing = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var writer = ScriptedAnswerers.create((passages, desk) -> {
            writing.countDown();
            go.await();
            assertThat(desk.isCancelled()).isFalse();
        });
        try (var busy = TestServer.start(writer);
                Socket hasty = busy.openSocket(postRequest("samovar?"))) {
            writing.await();
            hasty.getOutputStream().write(postRequest("tea?").getBytes(StandardCharsets.US_ASCII));
            go.countDown();

            String answers = new String(hasty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).startsWith("HTTP/1.1 200").contains("Connection: close", "\"question\":\"samovar?\"");
        }
    }

    @Test
    @Tag("S01")
    void half_closed_connection_gets_499_instead_of_no_answer() throws Exception {
        var writer = ScriptedAnswerers.create((passages, desk) -> {
            while (!desk.isCancelled()) {
                Thread.sleep(10);
            }
        });
        try (var patient = TestServer.start(writer);
                Socket half = patient.openSocket(postRequest("samovar?"))) {
            half.shutdownOutput();

            String answer = new String(half.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 499").contains("\"code\":\"left\"");
        }
    }

    private static String postRequest(String question) {
        String body = "{\"question\": \"" + question + "\"}";
        return "POST /api/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void returns_closest_passages_without_citation_numbers() throws Exception {
        try (var silent = TestServer.start(ScriptedAnswerers.createSilent())) {
            var answer = TestServer.json(silent.ask("{\"question\": \"Whose tea house is it?\"}"));

            assertThat(answer.get("reason").asText()).isEqualTo("not_in_articles");
            assertThat(toList(answer.get("closest").get(0).fieldNames()))
                    .containsExactly(
                            "article_id",
                            "article_title",
                            "article_date",
                            "article_version",
                            "paragraph",
                            "start",
                            "end",
                            "quote",
                            "url");
        }
    }

    @Test
    void lists_articles_and_returns_one_with_its_paragraphs() throws Exception {
        assertThat(server.get("/api/articles").body())
                .isEqualTo("[{\"id\":\"tea-house\",\"title\":\"A tea house <opens> & \\\"stays\\\"\","
                        + "\"date\":\"2022-01-31\",\"url\":\"https://news.example/articles/tea-house\","
                        + "\"language\":\"en\",\"version\":\"" + TeaHouseArticles.TEA_HOUSE.version()
                        + "\",\"paragraphs\":3},"
                        + "{\"id\":\"elsewhere\",\"title\":\"Чай\",\"date\":null,"
                        + "\"url\":\"https://post.example/tea?x=1#top\",\"language\":\"ru\",\"version\":\""
                        + TeaHouseArticles.PUBLISHED_ELSEWHERE.version() + "\",\"paragraphs\":1}]");

        var one = TestServer.json(server.get("/api/articles/tea-house"));
        assertThat(one.get("paragraphs").get(2).toString()).isEqualTo("{\"number\":3,\"text\":\"Visitors: 12.\"}");

        var unknown = server.get("/api/articles/nowhere");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(TestServer.json(unknown).get("code").asText()).isEqualTo("unknown_article");
    }

    @Test
    void reports_liveness_and_readiness() throws Exception {
        assertThat(server.get("/health/live").body()).isEqualTo("{\"status\":\"live\"}");
        assertThat(server.get("/health/ready").body())
                .isEqualTo("{\"status\":\"ready\",\"articles\":2,\"paragraphs\":4,\"writer\":\"extractive\"}");

        try (var empty = TestServer.start(new Library(List.of()))) {
            var unready = empty.get("/health/ready");
            assertThat(unready.statusCode()).isEqualTo(503);
            assertThat(unready.body())
                    .isEqualTo("{\"status\":\"not_ready\",\"reason\":\"nothing loaded\",\"articles\":0,"
                            + "\"paragraphs\":0,\"writer\":\"extractive\"}");
        }
    }

    private static List<String> toList(java.util.Iterator<String> fields) {
        var names = new ArrayList<String>();
        fields.forEachRemaining(names::add);
        return names;
    }
}
