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
    private static final String WHO = "Who visited the detainees?";
    private static final String ALONE =
            "The language model gave no answer this time. These are the articles’ own sentences.";
    private static final String BROKEN_OFF = "The language model broke off. The answer may be incomplete.";
    private static final String TWO_TERMS = "Tokayev said he intends to serve as president a maximum of two terms.";
    private static final String TERMS = "How many terms does Tokayev want to serve?";

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
    void readersOfAModelThatIsNotThereHaveAnAnswerWithinTwoSeconds(String url) throws Exception {
        serve(url);

        assertThat(askedWithin(ofSeconds(2)).get("notice").asText()).isEqualTo(ALONE);
    }

    @Test
    @Tag("L01")
    void readersOfAModelThatDoesNotSpeakTlsHaveAnAnswerWithinTwoSeconds() throws Exception {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> speakPlainly(plain));
            thread.start();
            serve("https://localhost:" + plain.getLocalPort() + "/v1");

            assertThat(askedWithin(ofSeconds(2)).get("notice").asText()).isEqualTo(ALONE);
            thread.join();
        }
    }

    @Test
    @Tag("L01")
    @Tag("L07")
    void aModelThatFailsThreeTimesInARowIsLeftAloneAndThoseWhoRunTheServerAreTold() throws Exception {
        for (int i = 0; i < 3; i++) {
            model.reply().status(401).body("Incorrect API key: sk-very-secret.");
        }
        serve(model.url());
        assertThat(ready().toString())
                .contains("\"writer\":\"openai/test\",\"degraded\":false,\"model\":{\"state\":\"unknown\"");
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);

        try {
            for (int i = 0; i < 4; i++) {
                JsonNode answer = ask(WHO);
                assertThat(answer.get("writer").asText()).isEqualTo("extractive");
                assertThat(answer.get("notice").asText()).isEqualTo(ALONE);
                assertThat(answer.toString()).doesNotContain("secret");
            }
        } finally {
            root.detachAppender(log);
        }

        assertThat(model.requests()).hasSize(3);
        JsonNode ready = ready();
        assertThat(ready.get("status").asText()).isEqualTo("ready");
        assertThat(ready.get("degraded").asBoolean()).isTrue();
        assertThat(ready.get("model").get("state").asText()).isEqualTo("failing");
        assertThat(ready.get("model").get("since").asText()).matches("20\\d\\d-.*Z");
        assertThat(ready.get("model").get("problem").asText())
                .isEqualTo("the model's server answered 401, check LLM_API_KEY");
        assertThat(ready.get("model").get("resting").asBoolean()).isTrue();
        assertThat(log.list.toString()).contains("401, check LLM_API_KEY").doesNotContain("sk-very-secret");
    }

    @Test
    @Tag("L06")
    @Tag("L07")
    void aModelThatWorksAgainIsWellAgain() throws Exception {
        model.reply().status(500).body("broken");
        model.reply().status(502).body("<html>");
        model.reply().words(TWO_TERMS, " [{1}]").stop();
        serve(model.url());

        assertThat(ask(TERMS).get("notice").asText()).isEqualTo(ALONE);
        assertThat(ready().get("degraded").asBoolean()).isTrue();

        JsonNode answer = ask(TERMS);
        assertThat(answer.get("writer").asText()).isEqualTo("openai/test");
        assertThat(answer.get("notice").isNull()).isTrue();
        assertThat(ready().get("degraded").asBoolean()).isFalse();
        assertThat(ready().get("model").get("state").asText()).isEqualTo("ok");
        assertThat(ready().get("model").get("problem").isNull()).isTrue();
    }

    @Test
    @Tag("L08")
    @Tag("S07")
    void whatWasProvedBeforeAModelBrokeOffStandsAndIsSaidToBeIncomplete() throws Exception {
        model.reply().words(TWO_TERMS + " [{1}] He al");
        serve(model.url());

        List<String> events = events(TERMS);

        assertThat(names(events)).containsExactly("passages", "sentence", "answer");
        JsonNode answer = data(events, 2);
        assertThat(answer.get("text").asText()).isEqualTo(TWO_TERMS + " [1]");
        assertThat(answer.get("writer").asText()).isEqualTo("openai/test");
        assertThat(answer.get("notice").asText()).isEqualTo(BROKEN_OFF);
    }

    @Test
    @Tag("L09")
    void whateverTheModelEndsWithTheReaderHearsOneEnd() throws Exception {
        model.reply()
                .words("Azimova vis")
                .body("data: {not json\n\n")
                .body("data: {neither\n\n")
                .words(TWO_TERMS + " [{1}]")
                .stop();
        serve(model.url());

        List<String> events = events(TERMS);

        assertThat(names(events)).startsWith("passages").endsWith("answer").doesNotContain("error");
        assertThat(names(events)).containsOnlyOnce("answer");
        assertThat(data(events, names(events).size() - 1).get("notice").asText())
                .isEqualTo(ALONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    @Tag("L10")
    void anEmptyAnswerIsNoEmptyBubble(String nothing) throws Exception {
        model.reply().words(nothing).stop();
        serve(model.url());

        JsonNode answer = ask(WHO);

        assertThat(answer.get("text").asText()).contains("Elvira Azimova");
        assertThat(answer.get("notice").asText()).isEqualTo(ALONE);
    }

    @Test
    @Tag("L11")
    void marksThatNameNothingDoNotReachTheReader() throws Exception {
        model.reply()
                .letters(TWO_TERMS + " [99] [0] [-1] 【1】 [1,2,3] ```[{1}]``` The President resigned. [99][{1}]")
                .stop();
        serve(model.url());

        assertThat(ask(TERMS).get("text").asText()).isEqualTo(TWO_TERMS + " [1]");
    }

    @Test
    @Tag("L14")
    void whatIsNoTextOfTheArticlesIsNotShown() throws Exception {
        model.reply()
                .body("event: execute\ndata: {\"type\":\"execute\",\"code\":\"alert(1)\"}\n\n")
                .words(TWO_TERMS + " [{1}] See <a href='http://evil.example'>here</a>. [{1}]")
                .words(" ![x](http://evil.example/x.png) [{1}] Президент ушёл в отставку. [{1}]")
                .stop();
        serve(model.url());

        assertThat(ask(TERMS).get("text").asText()).isEqualTo(TWO_TERMS + " [1]");
    }

    @Test
    @Tag("L01")
    void theNoticeIsInTheReadersLanguage() throws Exception {
        serve("http://127.0.0.1:1/v1");

        assertThat(asking("{\"question\": \"" + WHO + "\", \"language\": \"ru\"}")
                        .get("notice")
                        .asText())
                .startsWith("Языковая модель на этот раз не ответила.");
        assertThat(asking("{\"question\": \"Who is the mayor of Almaty?\"}")
                        .get("notice")
                        .asText())
                .isEqualTo("The language model gave no answer this time. The articles were searched without it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {SilentLlm.NOTHING, SilentLlm.HEADERS})
    @Tag("S01")
    void whenAReaderLeavesTheModelIsHungUpOn(String said) throws Exception {
        try (var mute = new SilentLlm(said)) {
            serve(mute.url());
            String body = "{\"question\": \"" + WHO + "\"}";
            try (Socket reader =
                    server.raw("POST /api/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Accept: text/event-stream\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
                var in = new BufferedReader(new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8));
                while (!in.readLine().equals("event: passages")) {}
                assertThat(mute.asked(ofSeconds(10))).isTrue();
            }

            assertThat(mute.hungUp(ofSeconds(6))).isTrue();
        }
    }

    private void serve(String url) {
        var settings = Settings.from(Map.of(
                "LLM_PROVIDER", "openai",
                "LLM_BASE_URL", url,
                "LLM_MODEL", "test",
                "LLM_API_KEY", "sk-very-secret",
                "DATA_DIR", data.toString()));
        server = TestServer.with(App.build(settings, (work, done, all) -> {}));
    }

    private JsonNode askedWithin(Duration time) throws Exception {
        long start = System.nanoTime();
        JsonNode answer = ask(WHO);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(time);
        assertThat(answer.get("writer").asText()).isEqualTo("extractive");
        assertThat(answer.get("text").asText()).contains("Elvira Azimova");
        return answer;
    }

    private JsonNode ask(String question) throws Exception {
        return asking("{\"question\": \"" + question + "\"}");
    }

    private JsonNode asking(String json) throws Exception {
        return TestServer.json(good(server.ask(json)));
    }

    private List<String> events(String question) throws Exception {
        String json = "{\"question\": \"" + question + "\"}";
        return good(server.ask(json, "Accept", "text/event-stream"))
                .body()
                .lines()
                .toList();
    }

    private JsonNode ready() throws Exception {
        return TestServer.json(good(server.get("/health/ready")));
    }

    private static HttpResponse<String> good(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    private static List<String> names(List<String> events) {
        return events.stream()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .toList();
    }

    private static JsonNode data(List<String> events, int index) throws IOException {
        return TestServer.json(events.stream()
                .filter(line -> line.startsWith("data: "))
                .skip(index)
                .findFirst()
                .orElseThrow()
                .substring(6));
    }

    private static void speakPlainly(ServerSocket door) {
        try (Socket caller = door.accept()) {
            caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            caller.getInputStream().read();
        } catch (IOException e) {
            // Whoever speaks TLS has heard enough.
        }
    }
}
