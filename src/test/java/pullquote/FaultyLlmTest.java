package pullquote;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The whole product with a model that does what it should not: what readers and those who run the server see of it. */
@Timeout(60)
class FaultyLlmTest {
    private static final String DETAINEES_QUESTION = "Who visited the detainees?";
    private static final String NO_LLM_ANSWER_NOTICE =
            "The language model didn’t answer this time. These sentences come straight from the articles.";
    private static final String INCOMPLETE_NOTICE = "The language model stopped early. The answer may be incomplete.";
    private static final String TWO_TERMS_SENTENCE =
            "Tokayev said he intends to serve as president a maximum of two terms.";
    private static final String TERMS_QUESTION = "How many terms does Tokayev want to serve?";

    /** The same for all: the articles are embedded once. */
    @TempDir
    static Path data;

    private final ScriptedLlm model = new ScriptedLlm();
    private TestServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
        model.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/v1", "http://nowhere.invalid/v1"})
    @Tag("L01")
    void answers_within_two_seconds_when_the_llm_is_unreachable(String url) throws Exception {
        startServer(url);

        assertThat(askWithin(ofSeconds(2)).get("notice").asText()).isEqualTo(NO_LLM_ANSWER_NOTICE);
    }

    @Test
    @Tag("L01")
    void answers_within_two_seconds_when_the_llm_does_not_support_tls() throws Exception {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> respondWithoutTls(plain));
            thread.start();
            startServer("https://localhost:" + plain.getLocalPort() + "/v1");

            assertThat(askWithin(ofSeconds(2)).get("notice").asText()).isEqualTo(NO_LLM_ANSWER_NOTICE);
            thread.join();
        }
    }

    @Test
    @Tag("L01")
    @Tag("L07")
    void opens_the_circuit_after_three_failures_and_reports_it() throws Exception {
        for (int i = 0; i < 3; i++) {
            model.reply().status(401).body("Incorrect API key: sk-very-secret.");
        }
        startServer(model.url());
        assertThat(readiness().toString())
                .contains("\"writer\":\"openai/test\",\"degraded\":false,\"model\":{\"state\":\"unknown\"");
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);

        try {
            for (int i = 0; i < 4; i++) {
                JsonNode answer = ask(DETAINEES_QUESTION);
                assertThat(answer.get("writer").asText()).isEqualTo("extractive");
                assertThat(answer.get("notice").asText()).isEqualTo(NO_LLM_ANSWER_NOTICE);
                assertThat(answer.toString()).doesNotContain("secret");
            }
        } finally {
            root.detachAppender(log);
        }

        assertThat(model.requests()).hasSize(3);
        JsonNode ready = readiness();
        assertThat(ready.get("status").asText()).isEqualTo("ready");
        assertThat(ready.get("degraded").asBoolean()).isTrue();
        assertThat(ready.get("model").get("state").asText()).isEqualTo("failing");
        assertThat(ready.get("model").get("since").asText()).matches("20\\d\\d-.*Z");
        assertThat(ready.get("model").get("problem").asText())
                .isEqualTo("the model server returned status 401; check LLM_API_KEY");
        assertThat(ready.get("model").get("resting").asBoolean()).isTrue();
        assertThat(log.list.toString()).contains("401; check LLM_API_KEY").doesNotContain("sk-very-secret");
    }

    @Test
    @Tag("L06")
    @Tag("L07")
    void recovers_when_the_llm_works_again() throws Exception {
        model.reply().status(500).body("broken");
        model.reply().status(502).body("<html>");
        model.reply().pieces(TWO_TERMS_SENTENCE, " [{1}]").stop();
        startServer(model.url());

        assertThat(ask(TERMS_QUESTION).get("notice").asText()).isEqualTo(NO_LLM_ANSWER_NOTICE);
        assertThat(readiness().get("degraded").asBoolean()).isTrue();

        JsonNode answer = ask(TERMS_QUESTION);
        assertThat(answer.get("writer").asText()).isEqualTo("openai/test");
        assertThat(answer.get("notice").isNull()).isTrue();
        assertThat(readiness().get("degraded").asBoolean()).isFalse();
        assertThat(readiness().get("model").get("state").asText()).isEqualTo("ok");
        assertThat(readiness().get("model").get("problem").isNull()).isTrue();
    }

    @Test
    @Tag("L08")
    @Tag("S07")
    void keeps_verified_sentences_and_marks_the_answer_incomplete() throws Exception {
        model.reply().pieces(TWO_TERMS_SENTENCE + " [{1}] He al");
        startServer(model.url());

        List<String> events = events(TERMS_QUESTION);

        assertThat(eventNames(events)).containsExactly("passages", "sentence", "answer");
        JsonNode answer = eventData(events, 2);
        assertThat(answer.get("text").asText()).isEqualTo(TWO_TERMS_SENTENCE + " [1]");
        assertThat(answer.get("writer").asText()).isEqualTo("openai/test");
        assertThat(answer.get("notice").asText()).isEqualTo(INCOMPLETE_NOTICE);
    }

    @Test
    @Tag("L09")
    void sends_exactly_one_final_event() throws Exception {
        model.reply()
                .pieces("Azimova vis")
                .body("data: {not json\n\n")
                .body("data: {neither\n\n")
                .pieces(TWO_TERMS_SENTENCE + " [{1}]")
                .stop();
        startServer(model.url());

        List<String> events = events(TERMS_QUESTION);

        assertThat(eventNames(events)).startsWith("passages").endsWith("answer").doesNotContain("error");
        assertThat(eventNames(events)).containsOnlyOnce("answer");
        assertThat(eventData(events, eventNames(events).size() - 1)
                        .get("notice")
                        .asText())
                .isEqualTo(NO_LLM_ANSWER_NOTICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    @Tag("L10")
    void falls_back_when_the_llm_answer_is_empty(String nothing) throws Exception {
        model.reply().pieces(nothing).stop();
        startServer(model.url());

        JsonNode answer = ask(DETAINEES_QUESTION);

        assertThat(answer.get("text").asText()).contains("Elvira Azimova");
        assertThat(answer.get("notice").asText()).isEqualTo(NO_LLM_ANSWER_NOTICE);
    }

    @Test
    @Tag("L11")
    void drops_citations_of_unknown_passages() throws Exception {
        model.reply()
                .characters(TWO_TERMS_SENTENCE + " [99] [0] [-1] 【1】 [1,2,3] ```[{1}]``` The President resigned. [99]")
                .stop();
        startServer(model.url());

        assertThat(ask(TERMS_QUESTION).get("text").asText()).isEqualTo(TWO_TERMS_SENTENCE + " [1]");
    }

    @Test
    @Tag("L14")
    void drops_text_that_is_not_from_the_articles() throws Exception {
        model.reply()
                .body("event: execute\ndata: {\"type\":\"execute\",\"code\":\"alert(1)\"}\n\n")
                .pieces(TWO_TERMS_SENTENCE
                        + " [{=two terms}] See <a href='http://evil.example'>here</a>. [{=two terms}]")
                .pieces(" ![x](http://evil.example/x.png) [{=two terms}] Президент ушёл в отставку. [{=two terms}]")
                .stop();
        startServer(model.url());

        JsonNode answer = ask(TERMS_QUESTION);
        assertThat(answer.get("text").asText())
                .startsWith(TWO_TERMS_SENTENCE + " [1] Tokayev said that he intends")
                .doesNotContain("evil", "отставку");
        assertThat(answer.get("sentences")).hasSize(2);
    }

    @Test
    @Tag("L01")
    void notice_is_in_the_readers_language() throws Exception {
        startServer("http://127.0.0.1:1/v1");

        assertThat(postQuestion("{\"question\": \"" + DETAINEES_QUESTION + "\", \"language\": \"ru\"}")
                        .get("notice")
                        .asText())
                .startsWith("Языковая модель на этот раз не ответила.");
        assertThat(postQuestion("{\"question\": \"Who is the mayor of Almaty?\"}")
                        .get("notice")
                        .asText())
                .isEqualTo("The language model didn’t answer this time. The articles were searched without it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {SilentLlm.NOTHING, SilentLlm.HEADERS_ONLY})
    @Tag("S01")
    void cancels_the_llm_call_when_the_reader_disconnects(String said) throws Exception {
        try (var mute = new SilentLlm(said)) {
            startServer(mute.url());
            String body = "{\"question\": \"" + DETAINEES_QUESTION + "\"}";
            try (Socket reader =
                    server.openSocket("POST /api/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Accept: text/event-stream\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
                var in = new BufferedReader(new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8));
                while (!in.readLine().equals("event: passages")) {}
                assertThat(mute.awaitRequest(ofSeconds(10))).isTrue();
            }

            assertThat(mute.awaitDisconnect(ofSeconds(6))).isTrue();
        }
    }

    private void startServer(String url) {
        var settings = Settings.from(Map.of(
                "LLM_PROVIDER", "openai",
                "LLM_BASE_URL", url,
                "LLM_MODEL", "test",
                "LLM_API_KEY", "sk-very-secret",
                "DATA_DIR", data.toString()));
        server = TestServer.start(App.build(settings, (work, done, all) -> {}));
    }

    private JsonNode askWithin(Duration time) throws Exception {
        long start = System.nanoTime();
        JsonNode answer = ask(DETAINEES_QUESTION);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(time);
        assertThat(answer.get("writer").asText()).isEqualTo("extractive");
        assertThat(answer.get("text").asText()).contains("Elvira Azimova");
        return answer;
    }

    private JsonNode ask(String question) throws Exception {
        return postQuestion("{\"question\": \"" + question + "\"}");
    }

    private JsonNode postQuestion(String json) throws Exception {
        return TestServer.json(requireOk(server.ask(json)));
    }

    private List<String> events(String question) throws Exception {
        String json = "{\"question\": \"" + question + "\"}";
        return requireOk(server.ask(json, "Accept", "text/event-stream"))
                .body()
                .lines()
                .toList();
    }

    private JsonNode readiness() throws Exception {
        return TestServer.json(requireOk(server.get("/health/ready")));
    }

    private static HttpResponse<String> requireOk(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    private static List<String> eventNames(List<String> events) {
        return events.stream()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .toList();
    }

    private static JsonNode eventData(List<String> events, int index) throws IOException {
        return TestServer.json(events.stream()
                .filter(line -> line.startsWith("data: "))
                .skip(index)
                .findFirst()
                .orElseThrow()
                .substring(6));
    }

    private static void respondWithoutTls(ServerSocket door) {
        try (Socket caller = door.accept()) {
            caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            caller.getInputStream().read();
        } catch (IOException e) {
            // Whoever speaks TLS has heard enough.
        }
    }
}
