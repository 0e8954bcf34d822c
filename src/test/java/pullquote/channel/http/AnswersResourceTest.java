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
    static void open() {
        server = TestServer.start(TeaHouseArticles.LIBRARY);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void answers_with_every_field_in_its_place() throws Exception {
        var response = server.ask("{\"question\": \" When opened the tea house in Almaty? \", \"surprise\": [1, {}]}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        var answer = TestServer.json(response);
        assertThat(names(answer.fieldNames()))
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
                        "[{\"text\":\"The tea house in Almaty opened on Monday, after two years of building.\",\"citations\":[1]}]");
        assertThat(answer.get("closest").toString()).isEqualTo("[]");
        assertThat(answer.get("suggestions").toString()).isEqualTo("[]");
        assertThat(answer.get("writer").asText()).isEqualTo("extractive");
        assertThat(answer.get("notice").isNull()).isTrue();
        assertThat(answer.get("as_of").asText()).isEqualTo("2022-01-31");
        assertThat(answer.get("elapsed_ms").isIntegralNumber()).isTrue();

        String quote = TeaHouseArticles.OPENING.paragraphs().get(0).text();
        assertThat(answer.get("citations").toString())
                .isEqualTo("[{\"number\":1,\"article_id\":\"tea-house\","
                        + "\"article_title\":\"A tea house <opens> & \\\"stays\\\"\",\"article_date\":\"2022-01-31\","
                        + "\"article_version\":\"" + TeaHouseArticles.OPENING.version() + "\",\"paragraph\":1,"
                        + "\"start\":0,\"end\":" + quote.length() + ",\"quote\":\"" + quote + "\","
                        + "\"url\":\"https://news.example/articles/tea-house#p1:~:text=The%20tea%20house%20in%20Almaty"
                        + "%20opened%20on%20Monday%2C%20after%20two%20years%20of%20building%2E\"}]");
    }

    @Test
    void tells_which_words_of_a_quote_are_the_answer_where_that_is_known() throws Exception {
        try (TestServer marking = TestServer.start(ScriptedGenerators.marking("on Monday"))) {
            var citation = TestServer.json(marking.ask("{\"question\": \"When opened the tea house in Almaty?\"}"))
                    .get("citations")
                    .get(0);
            int start = citation.get("answer_span").get("start").asInt();
            int end = citation.get("answer_span").get("end").asInt();
            String paragraph = TeaHouseArticles.OPENING.paragraphs().get(0).text();
            assertThat(paragraph.substring(start, end)).isEqualTo("on Monday");
        }
    }

    @Test
    void says_honestly_that_it_does_not_know() throws Exception {
        var response = server.ask("{\"question\": \"Who won the football?\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        var answer = TestServer.json(response);
        assertThat(answer.get("status").asText()).isEqualTo("not_found");
        assertThat(answer.get("reason").asText()).isEqualTo("off_topic");
        assertThat(answer.get("as_of").isNull()).isTrue();
        assertThat(answer.get("citations").isEmpty()).isTrue();
    }

    @Test
    void keeps_to_one_article_and_knows_which_there_are() throws Exception {
        var elsewhere = server.ask("{\"question\": \"samovar?\", \"article_id\": \"elsewhere\"}");
        assertThat(TestServer.json(elsewhere).get("status").asText()).isEqualTo("not_found");

        var unknown = server.ask("{\"question\": \"samovar?\", \"article_id\": \"nowhere\"}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(TestServer.json(unknown).get("code").asText()).isEqualTo("unknown_article");
    }

    @ParameterizedTest
    @CsvSource({"ru, ru", "pt-BR, en", "KK, kk"})
    void refuses_in_the_language_asked_for(String tag, String language) throws Exception {
        var refused = server.ask("{\"question\": \"zebra?\", \"language\": \"" + tag + "\"}");
        assertThat(TestServer.json(refused).get("status").asText()).isEqualTo("not_found");
        assertThat(TestServer.json(refused).get("language").asText()).isEqualTo(language);
    }

    @Test
    void tells_the_language_that_its_sentences_are_in() throws Exception {
        var answer = server.ask("{\"question\": \"samovar?\", \"language\": \"ru\"}");
        assertThat(TestServer.json(answer).get("status").asText()).isEqualTo("answered");
        assertThat(TestServer.json(answer).get("language").asText()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({"''", "english please", "../ru", "e"})
    void wants_a_language_tag(String tag) throws Exception {
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
    void speaks_as_it_is_asked_to(String accept, String type) throws Exception {
        HttpResponse<String> response = server.ask("{\"question\": \"samovar?\"}", "Accept", accept);

        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(response.statusCode()).isEqualTo(type.contains("problem") ? 406 : 200);
    }

    @Test
    void an_answer_may_take_longer_than_a_connection_may_lie_idle() throws Exception {
        var writer = ScriptedGenerators.writing((passages, desk) -> Thread.sleep(2_500));
        try (var impatient = TestServer.startWithIdleTimeout(writer, Duration.ofSeconds(1))) {
            assertThat(impatient.ask("{\"question\": \"samovar?\"}").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @Tag("S01")
    void who_goes_away_without_his_answer_is_noticed_and_the_writer_stops() throws Exception {
        var writing = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var writer = ScriptedGenerators.writing((passages, desk) -> {
            writing.countDown();
            while (!desk.isCancelled()) {
                Thread.sleep(10);
            }
            stopped.countDown();
        });
        try (var patient = TestServer.start(writer)) {
            try (Socket ignored = patient.openSocket(post("samovar?"))) {
                assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(stopped.await(500, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void who_asks_again_before_he_has_his_answer_gets_it_and_has_to_call_again() throws Exception {
        var writing = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var writer = ScriptedGenerators.writing((passages, desk) -> {
            writing.countDown();
            go.await();
            assertThat(desk.isCancelled()).isFalse();
        });
        try (var busy = TestServer.start(writer);
                Socket hasty = busy.openSocket(post("samovar?"))) {
            writing.await();
            hasty.getOutputStream().write(post("tea?").getBytes(StandardCharsets.US_ASCII));
            go.countDown();

            String answers = new String(hasty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).startsWith("HTTP/1.1 200").contains("Connection: close", "\"question\":\"samovar?\"");
        }
    }

    @Test
    @Tag("S01")
    void who_hangs_up_half_way_is_not_told_that_the_articles_do_not_say() throws Exception {
        var writer = ScriptedGenerators.writing((passages, desk) -> {
            while (!desk.isCancelled()) {
                Thread.sleep(10);
            }
        });
        try (var patient = TestServer.start(writer);
                Socket half = patient.openSocket(post("samovar?"))) {
            half.shutdownOutput();

            String answer = new String(half.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 499").contains("\"code\":\"left\"");
        }
    }

    private static String post(String question) {
        String body = "{\"question\": \"" + question + "\"}";
        return "POST /api/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void shows_what_comes_closest_without_a_number() throws Exception {
        try (var silent = TestServer.start(ScriptedGenerators.silent())) {
            var answer = TestServer.json(silent.ask("{\"question\": \"Whose tea house is it?\"}"));

            assertThat(answer.get("reason").asText()).isEqualTo("not_in_articles");
            assertThat(names(answer.get("closest").get(0).fieldNames()))
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
    void lists_articles_and_gives_each_with_its_paragraphs() throws Exception {
        assertThat(server.get("/api/articles").body())
                .isEqualTo("[{\"id\":\"tea-house\",\"title\":\"A tea house <opens> & \\\"stays\\\"\","
                        + "\"date\":\"2022-01-31\",\"url\":\"https://news.example/articles/tea-house\","
                        + "\"language\":\"en\",\"version\":\"" + TeaHouseArticles.OPENING.version()
                        + "\",\"paragraphs\":3},"
                        + "{\"id\":\"elsewhere\",\"title\":\"Чай\",\"date\":null,"
                        + "\"url\":\"https://post.example/tea?x=1#top\",\"language\":\"ru\",\"version\":\""
                        + TeaHouseArticles.ELSEWHERE.version() + "\",\"paragraphs\":1}]");

        var one = TestServer.json(server.get("/api/articles/tea-house"));
        assertThat(one.get("paragraphs").get(2).toString()).isEqualTo("{\"number\":3,\"text\":\"Visitors: 12.\"}");

        var unknown = server.get("/api/articles/nowhere");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(TestServer.json(unknown).get("code").asText()).isEqualTo("unknown_article");
    }

    @Test
    void tells_whether_it_can_answer() throws Exception {
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

    private static List<String> names(java.util.Iterator<String> fields) {
        var names = new ArrayList<String>();
        fields.forEachRemaining(names::add);
        return names;
    }
}
