package pullquote.llm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.ScriptedLlm;
import pullquote.SilentLlm;
import pullquote.answer.GeneratorException;
import pullquote.answer.HealthStatus;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.query.Question;
import pullquote.retrieval.Passage;

@Timeout(20)
class LlmGeneratorTest {
    private static final PromptBuilder PROMPTS = PromptBuilder.load(Path.of("prompts"));
    private static final Timeouts SHORT_TIMEOUTS =
            new Timeouts(ofMillis(600), ofMillis(300), ofSeconds(3), ofMillis(100));

    private final ScriptedLlm llm = new ScriptedLlm();
    private final RecordingSink sink = new RecordingSink();

    @AfterEach
    void close() {
        llm.close();
    }

    @Test
    void generates_sentences_with_citations() throws Exception {
        llm.reply()
                .characters("Azimova visited them. [{1}]\n**Tokayev** spoke [{2}][{1}].")
                .stop();

        generate();

        assertThat(sink.citedSentences()).containsExactly("Azimova visited them. (1)", "Tokayev spoke. (2, 1)");
        assertThat(sink.drafts.get(0).evidence().get(0).quote())
                .isEqualTo("Commissioner Azimova visited the detainees on Jan. 7.");
        assertThat(sink.threads).containsOnly(Thread.currentThread());
        assertThat(llm.requests()).hasSize(1);
    }

    @Test
    void emits_a_sentence_before_the_next_is_generated() throws Exception {
        llm.reply()
                .pieces("Azimova visited them. [{1}] T")
                .pause(ofMillis(200))
                .pieces("he end.")
                .stop();
        var generation = CompletableFuture.runAsync(this::generateUnchecked);

        while (sink.drafts.isEmpty()) {
            Thread.sleep(5);
        }

        assertThat(generation).isNotDone();
        generation.get();
        assertThat(sink.citedSentences()).containsExactly("Azimova visited them. (1)", "The end. ()");
    }

    @Test
    @Tag("L10")
    void refusals_have_no_sentences() throws Exception {
        llm.reply().pieces("NOT_", "ANSWERED").stop();
        generate();

        llm.reply().pieces("I'm sorry, but I can't ", "help with that.").stop();
        generate();

        assertThat(sink.citedSentences()).isEmpty();
    }

    @Test
    @Tag("L14")
    void ignores_unknown_stream_events() throws Exception {
        llm.reply()
                .body("event: execute\ndata: {\"type\":\"execute\",\"code\":\"alert(1)\"}\n\n")
                .pieces("Azimova visited them. [{1}]")
                .body(": a comment\n\n")
                .stop();

        generate();

        assertThat(sink.citedSentences()).containsExactly("Azimova visited them. (1)");
    }

    @Test
    @Tag("L03")
    void waits_for_slow_tokens() throws Exception {
        llm.reply()
                .delay(ofMillis(450))
                .pieces("Azimova ")
                .pause(ofMillis(200))
                .pieces("did.")
                .stop();

        generate();

        assertThat(sink.citedSentences()).containsExactly("Azimova did. ()");
    }

    @Test
    void reasoning_resets_the_timeout_and_adds_no_text() throws Exception {
        String reasoning = "data: {\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"Hm. [\"}}]}\n\n";
        var reply = llm.reply();
        for (int i = 0; i < 5; i++) {
            reply.body(reasoning).pause(ofMillis(200));
        }
        reply.pieces("Azimova did. [{1}]").stop();

        generate();

        assertThat(sink.citedSentences()).containsExactly("Azimova did. (1)");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:1/v1, failed to connect to the model server; check LLM_BASE_URL",
        "http://nowhere.invalid/v1, the host of the model server was not found; check LLM_BASE_URL",
    })
    @Tag("L01")
    void reports_an_unreachable_server(String url, String message) {
        long start = System.nanoTime();

        assertThatThrownBy(() -> generate(ScriptedLlm.clientFor(url), Timeouts.DEFAULT))
                .isInstanceOf(GeneratorException.class)
                .hasMessage(message);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ofSeconds(2));
    }

    @Test
    @Tag("L01")
    void reports_a_server_without_tls() throws Exception {
        try (var plainServer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var response = CompletableFuture.runAsync(() -> {
                try (Socket client = plainServer.accept()) {
                    client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                    client.getInputStream().read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            assertThatThrownBy(() -> generate(
                            ScriptedLlm.clientFor("https://localhost:" + plainServer.getLocalPort()), Timeouts.DEFAULT))
                    .hasMessageStartingWith("the call to the model server failed (SSL");
            response.get();
        }
    }

    @Test
    @Tag("L02")
    void times_out_without_response_headers() {
        llm.reply().delay(ofSeconds(5)).stop();

        assertFails("cut off: no token for 600 ms");
        assertThat(llm.requests()).hasSize(1);
    }

    @Test
    @Tag("L03")
    void times_out_when_the_stream_stalls() throws Exception {
        llm.reply()
                .pieces("Azimova visited them. [{1}] Then she")
                .pause(ofMillis(500))
                .streamUntilDisconnect();

        assertFails("cut off: no token for 300 ms", "Azimova visited them. (1)");
        assertThat(llm.awaitDisconnect(ofSeconds(3))).isTrue();
    }

    @Test
    @Tag("L03")
    void stops_an_answer_after_the_total_timeout() throws Exception {
        var reply = llm.reply();
        for (int i = 0; i < 100; i++) {
            reply.pieces("word ").pause(ofMillis(100));
        }

        assertThatThrownBy(() ->
                        generate(llm.client(), new Timeouts(ofMillis(600), ofMillis(300), ofSeconds(1), ofMillis(100))))
                .hasMessage("cut off: the answer took too long");
        assertThat(llm.awaitDisconnect(ofSeconds(3))).isTrue();
    }

    @Test
    @Tag("L04")
    void stops_an_answer_that_is_too_long() throws Exception {
        llm.reply()
                .pieces("Azimova visited them. [{1}] So")
                .pieces("x".repeat(20_000))
                .streamUntilDisconnect();

        assertFails("cut off: more than 20000 characters", "Azimova visited them. (1)");
        assertThat(llm.awaitDisconnect(ofSeconds(3))).isTrue();
    }

    @Test
    @Tag("L04")
    void stops_a_stream_line_that_is_too_long() throws Exception {
        var reply = llm.reply().body("data: ");
        for (int i = 0; i < 40; i++) {
            reply.body("x".repeat(1_000_000));
        }

        assertFails("the call to the model server failed (IOException): the response exceeds 4194304 bytes");
        assertThat(llm.awaitDisconnect(ofSeconds(3))).isTrue();
    }

    @Test
    @Tag("L05")
    void retries_after_the_delay_in_retry_after() throws Exception {
        llm.reply().status(429).header("Retry-After", "1").body("{}");
        llm.reply().pieces("Azimova did. [{1}]").stop();

        generate();

        assertThat(sink.citedSentences()).containsExactly("Azimova did. (1)");
        assertThat(secondsBetweenRequests()).isBetween(1.0, 2.0);
    }

    @Test
    @Tag("L05")
    void retries_at_the_date_in_retry_after() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2));
        llm.reply().status(503).header("Retry-After", date).body("{}");
        llm.reply().pieces("Azimova did. [{1}]").stop();

        generate();

        assertThat(secondsBetweenRequests()).isBetween(0.9, 2.5);
    }

    @Test
    @Tag("L05")
    void does_not_retry_beyond_the_total_timeout() {
        llm.reply().status(429).header("Retry-After", "60").body("{\"error\":{\"message\":\"slow down\"}}");

        assertFails("the model server returned status 429: {\"error\":{\"message\":\"slow down\"}}");
        assertThat(llm.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    @Tag("L05")
    @Tag("L06")
    void retries_once_after_a_delay(int status) throws Exception {
        llm.reply().status(status).body("<html>\n");
        llm.reply().pieces("Azimova did. [{1}]").stop();

        generate();

        assertThat(sink.citedSentences()).containsExactly("Azimova did. (1)");
        assertThat(secondsBetweenRequests()).isBetween(0.1, 1.5);
    }

    @Test
    @Tag("L06")
    void does_not_retry_twice() {
        llm.reply().status(500).body("broken");
        llm.reply().status(502).body("<html>bad\ngateway</html>");

        assertFails("the model server returned status 502: <html>bad gateway</html>");
        assertThat(llm.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ''",
        "401, '; check LLM_API_KEY'",
        "403, '; check LLM_API_KEY'",
        "404, '; check LLM_MODEL and LLM_BASE_URL'"
    })
    @Tag("L07")
    void does_not_retry_client_errors(int status, String remedy) {
        llm.reply().status(status).body("Incorrect API key: sk-very-secret.");

        assertFails("the model server returned status " + status + remedy + ": Incorrect API key: ***.");
        assertThat(llm.requests()).hasSize(1);
    }

    @Test
    @Tag("L08")
    void fails_when_the_stream_ends_without_a_finish_reason() {
        llm.reply().pieces("Azimova visited them. [{1}] She also");

        assertFails("cut off: the stream ended before the answer", "Azimova visited them. (1)");
    }

    @ParameterizedTest
    @CsvSource({
        "length, the answer is longer than allowed",
        "content_filter, the provider's filter stopped it",
        "tool_calls, it ended with TOOL_EXECUTION"
    })
    @Tag("L08")
    void fails_when_the_answer_is_incomplete(String reason, String words) {
        llm.reply()
                .pieces("Azimova visited them. [{1}] She also")
                .finish(reason)
                .body("data: [DONE]\n\n");

        assertFails("cut off: " + words, "Azimova visited them. (1)");
    }

    @Test
    @Tag("L08")
    @Tag("L09")
    void fails_when_the_connection_is_lost() {
        llm.reply().pieces("Azimova visited them. [{1}] She also").dropConnection();

        assertFails(null, "Azimova visited them. (1)");
        assertThat(llm.requests()).hasSize(1);
    }

    @Test
    @Tag("L09")
    @Tag("L15")
    void ignores_events_after_an_error() {
        llm.reply()
                .pieces("Azimova visited them. [{1}] A")
                .body("data: {not json\n\n")
                .body("data: {neither\n\n")
                .pieces(" secret. [{2}] More.")
                .stop();

        assertFails(null, "Azimova visited them. (1)");
    }

    @Test
    @Tag("L09")
    void fails_on_an_error_response_instead_of_a_stream() {
        llm.reply().header("Content-Type", "application/json").body("{\"error\":{\"message\":\"overloaded\"}}");

        assertFails("cut off: the stream ended before the answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    @Tag("L10")
    void fails_on_an_empty_answer(String answer) {
        llm.reply().pieces(answer).stop();

        assertFails("empty answer");
    }

    @Test
    @Tag("L10")
    void fails_on_a_response_without_choices() {
        llm.reply().body("data: {\"choices\":[]}\n\ndata: [DONE]\n\n");

        assertFails(null);
    }

    @Test
    @Tag("L01")
    void opens_the_circuit_after_three_failures_and_closes_it_after_a_success() throws Exception {
        var generator = newGenerator(llm.client(), SHORT_TIMEOUTS, new LlmCircuitBreaker(3, ofSeconds(1)));
        for (int i = 0; i < 3; i++) {
            llm.reply().status(401).body("");
            assertThatThrownBy(() -> generate(generator)).hasMessageContaining("returned status 401");
        }

        assertThatThrownBy(() -> generate(generator))
                .hasMessage("circuit open: the model server returned status 401; check LLM_API_KEY");
        assertThat(generator.health().orElseThrow().circuitOpen()).isTrue();
        assertThat(llm.requests()).hasSize(3);

        Thread.sleep(1_100);
        sink.cancelled = true;
        assertThatThrownBy(() -> generate(generator)).hasMessage("the client has disconnected");
        sink.cancelled = false;
        llm.reply().pieces("Azimova did. [{1}]").stop();
        generate(generator);

        assertThat(sink.citedSentences()).containsExactly("Azimova did. (1)");
        assertThat(generator.health().orElseThrow().state()).isEqualTo(HealthStatus.State.OK);
        assertThat(generator.health().orElseThrow().circuitOpen()).isFalse();
    }

    @Test
    @Tag("L01")
    void request_errors_and_cancellations_do_not_affect_health() {
        var generator = newGenerator(llm.client(), SHORT_TIMEOUTS, new LlmCircuitBreaker(1, ofSeconds(30)));

        llm.reply().status(400).body("too long");
        assertThatThrownBy(() -> generate(generator)).hasMessageContaining("returned status 400");
        llm.reply().pieces("Azimova").finish("content_filter");
        assertThatThrownBy(() -> generate(generator)).hasMessageContaining("filter");
        sink.cancelled = true;
        assertThatThrownBy(() -> generate(generator)).hasMessage("the client has disconnected");

        assertThat(generator.health()).contains(HealthStatus.UNKNOWN);
    }

    @Test
    @Tag("L16")
    void omits_passages_that_exceed_the_context_budget() throws Exception {
        var book = new Article(
                "book",
                FrontMatter.ofTitle("A book"),
                List.of("x".repeat(1_000_000), "y".repeat(20_000), "z".repeat(5_000), "Azimova came."));
        var question = Question.of("?".repeat(1_999) + "w");
        llm.reply().pieces("Azimova came. [{2}]").stop();

        newGenerator(llm.client(), SHORT_TIMEOUTS, new LlmCircuitBreaker(3, ofSeconds(30)))
                .generate(question, passagesOf(book), sink);

        assertThat(sink.citedSentences()).containsExactly("Azimova came. (4)");
        assertThat(llm.requests().get(0).body())
                .contains("y".repeat(20_000))
                .doesNotContain("xx", "zz")
                .hasSizeLessThan(PromptContext.MAX_CHARACTERS + 10_000);
    }

    @Test
    @Tag("L16")
    void sends_no_request_if_no_passage_fits() {
        var book = new Article("book", FrontMatter.ofTitle("A book"), List.of("x".repeat(1_000_000)));

        assertThatThrownBy(() -> newGenerator(llm.client(), SHORT_TIMEOUTS, new LlmCircuitBreaker(3, ofSeconds(30)))
                        .generate(UnrestArticle.QUESTION, passagesOf(book), sink))
                .hasMessage("every passage is longer than 24000 characters");
        assertThat(llm.requests()).isEmpty();
    }

    @Test
    @Tag("S01")
    void cancels_the_call_when_the_client_disconnects() throws Exception {
        llm.reply().pieces("Azimova visited them. [{1}] She").streamUntilDisconnect();
        var generation =
                CompletableFuture.runAsync(() -> assertThatThrownBy(() -> generate(llm.client(), Timeouts.DEFAULT))
                        .hasMessage("the client has disconnected"));
        while (sink.drafts.isEmpty()) {
            Thread.sleep(5);
        }

        sink.cancelled = true;

        generation.get();
        assertThat(llm.awaitDisconnect(ofSeconds(2))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {SilentLlm.NOTHING, SilentLlm.HEADERS_ONLY})
    @Tag("S01")
    void cancels_within_a_second_before_the_first_token(String said) throws Exception {
        try (var silentLlm = new SilentLlm(said)) {
            var generation = CompletableFuture.runAsync(() -> assertThatThrownBy(
                            () -> generate(ScriptedLlm.clientFor(silentLlm.url()), Timeouts.DEFAULT))
                    .hasMessage("the client has disconnected"));
            assertThat(silentLlm.awaitRequest(ofSeconds(10))).isTrue();

            sink.cancelled = true;

            assertThat(silentLlm.awaitDisconnect(ofSeconds(1))).isTrue();
            generation.get();
        }
    }

    @Test
    void can_be_interrupted() {
        llm.reply().pieces("She").streamUntilDisconnect();

        Thread.currentThread().interrupt();

        assertThatThrownBy(this::generate).hasMessage("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private void assertFails(String message, String... lines) {
        var thrown = assertThatThrownBy(this::generate)
                .isInstanceOf(GeneratorException.class)
                .hasNoCause();
        if (message != null) {
            thrown.hasMessage(message);
        }
        assertThat(sink.citedSentences()).containsExactly(lines);
    }

    private double secondsBetweenRequests() {
        assertThat(llm.requests()).hasSize(2);
        return (llm.requests().get(1).nanos() - llm.requests().get(0).nanos()) / 1e9;
    }

    private void generate() throws GeneratorException {
        generate(llm.client(), SHORT_TIMEOUTS);
    }

    private void generateUnchecked() {
        try {
            generate();
        } catch (GeneratorException e) {
            throw new AssertionError(e);
        }
    }

    private void generate(LlmClient model, Timeouts timeouts) throws GeneratorException {
        generate(newGenerator(model, timeouts, new LlmCircuitBreaker(3, ofSeconds(30))));
    }

    private void generate(LlmGenerator generator) throws GeneratorException {
        generator.generate(UnrestArticle.QUESTION, UnrestArticle.PASSAGES, sink);
    }

    private static LlmGenerator newGenerator(LlmClient model, Timeouts timeouts, LlmCircuitBreaker circuitBreaker) {
        return new LlmGenerator("openai/scripted", model, PROMPTS, timeouts, circuitBreaker);
    }

    private static List<Passage> passagesOf(Article article) {
        return article.paragraphs().stream()
                .map(paragraph -> new Passage(article, paragraph, 1))
                .toList();
    }
}
