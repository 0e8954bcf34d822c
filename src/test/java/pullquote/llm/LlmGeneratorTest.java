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
    private static final PromptBuilder PROMPTS = PromptBuilder.read(Path.of("prompts"));
    private static final Timeouts SHORT = new Timeouts(ofMillis(600), ofMillis(300), ofSeconds(3), ofMillis(100));

    private final ScriptedLlm server = new ScriptedLlm();
    private final RecordingSink pad = new RecordingSink();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void writesSentencesWithWhatTheyRestOn() throws Exception {
        server.reply()
                .characters("Azimova visited them. [{1}]\n**Tokayev** spoke [{2}][{1}].")
                .stop();

        write();

        assertThat(pad.lines()).containsExactly("Azimova visited them. (1)", "Tokayev spoke. (2, 1)");
        assertThat(pad.drafts.get(0).evidence().get(0).quote())
                .isEqualTo("Commissioner Azimova visited the detainees on Jan. 7.");
        assertThat(pad.threads).containsOnly(Thread.currentThread());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void putsASentenceBeforeTheNextIsWritten() throws Exception {
        server.reply()
                .pieces("Azimova visited them. [{1}] T")
                .pause(ofMillis(200))
                .pieces("he end.")
                .stop();
        var writing = CompletableFuture.runAsync(this::writeUnchecked);

        while (pad.drafts.isEmpty()) {
            Thread.sleep(5);
        }

        assertThat(writing).isNotDone();
        writing.get();
        assertThat(pad.lines()).containsExactly("Azimova visited them. (1)", "The end. ()");
    }

    @Test
    @Tag("L10")
    void anAnswerThatIsNoneHasNoSentence() throws Exception {
        server.reply().pieces("NOT_", "ANSWERED").stop();
        write();

        server.reply().pieces("I'm sorry, but I can't ", "help with that.").stop();
        write();

        assertThat(pad.lines()).isEmpty();
    }

    @Test
    @Tag("L14")
    void unknownPartsOfTheStreamAreIgnored() throws Exception {
        server.reply()
                .body("event: execute\ndata: {\"type\":\"execute\",\"code\":\"alert(1)\"}\n\n")
                .pieces("Azimova visited them. [{1}]")
                .body(": a comment\n\n")
                .stop();

        write();

        assertThat(pad.lines()).containsExactly("Azimova visited them. (1)");
    }

    @Test
    @Tag("L03")
    void slowWordsAreWaitedFor() throws Exception {
        server.reply()
                .delay(ofMillis(450))
                .pieces("Azimova ")
                .pause(ofMillis(200))
                .pieces("did.")
                .stop();

        write();

        assertThat(pad.lines()).containsExactly("Azimova did. ()");
    }

    @Test
    void thoughtsAreASignOfLifeAndNoText() throws Exception {
        String thought = "data: {\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"Hm. [\"}}]}\n\n";
        var reply = server.reply();
        for (int i = 0; i < 5; i++) {
            reply.body(thought).pause(ofMillis(200));
        }
        reply.pieces("Azimova did. [{1}]").stop();

        write();

        assertThat(pad.lines()).containsExactly("Azimova did. (1)");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:1/v1, the model's server cannot be reached",
        "http://nowhere.invalid/v1, the model's server is unknown; check LLM_BASE_URL",
    })
    @Tag("L01")
    void aServerThatIsNotThere(String url, String message) {
        long start = System.nanoTime();

        assertThatThrownBy(() -> write(ScriptedLlm.clientFor(url), Timeouts.DEFAULT))
                .isInstanceOf(GeneratorException.class)
                .hasMessage(message);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ofSeconds(2));
    }

    @Test
    @Tag("L01")
    void aServerThatDoesNotSpeakTls() throws Exception {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var serving = CompletableFuture.runAsync(() -> {
                try (Socket caller = plain.accept()) {
                    caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                    caller.getInputStream().read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            assertThatThrownBy(() ->
                            write(ScriptedLlm.clientFor("https://localhost:" + plain.getLocalPort()), Timeouts.DEFAULT))
                    .hasMessageStartingWith("the model's server broke off (SSL");
            serving.get();
        }
    }

    @Test
    @Tag("L02")
    void noHeadersInTime() {
        server.reply().delay(ofSeconds(5)).stop();

        assertBreaksOff("cut off: no word for 600 ms");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Tag("L03")
    void silenceAmidTheAnswer() throws Exception {
        server.reply()
                .pieces("Azimova visited them. [{1}] Then she")
                .pause(ofMillis(500))
                .streamUntilDisconnect();

        assertBreaksOff("cut off: no word for 300 ms", "Azimova visited them. (1)");
        assertThat(server.awaitDisconnect(ofSeconds(3))).isTrue();
    }

    @Test
    @Tag("L03")
    void anAnswerThatTakesTooLong() throws Exception {
        var reply = server.reply();
        for (int i = 0; i < 100; i++) {
            reply.pieces("word ").pause(ofMillis(100));
        }

        assertThatThrownBy(() ->
                        write(server.client(), new Timeouts(ofMillis(600), ofMillis(300), ofSeconds(1), ofMillis(100))))
                .hasMessage("cut off: no whole answer in time");
        assertThat(server.awaitDisconnect(ofSeconds(3))).isTrue();
    }

    @Test
    @Tag("L04")
    void anEndlessAnswer() throws Exception {
        server.reply()
                .pieces("Azimova visited them. [{1}] So")
                .pieces("x".repeat(20_000))
                .streamUntilDisconnect();

        assertBreaksOff("cut off: more than 20000 characters", "Azimova visited them. (1)");
        assertThat(server.awaitDisconnect(ofSeconds(3))).isTrue();
    }

    @Test
    @Tag("L04")
    void anEndlessLine() throws Exception {
        var reply = server.reply().body("data: ");
        for (int i = 0; i < 40; i++) {
            reply.body("x".repeat(1_000_000));
        }

        assertBreaksOff("the model's server broke off (IOException): more than 4194304 bytes");
        assertThat(server.awaitDisconnect(ofSeconds(3))).isTrue();
    }

    @Test
    @Tag("L05")
    void comesBackWhenItIsTold() throws Exception {
        server.reply().status(429).header("Retry-After", "1").body("{}");
        server.reply().pieces("Azimova did. [{1}]").stop();

        write();

        assertThat(pad.lines()).containsExactly("Azimova did. (1)");
        assertThat(secondsBetweenRequests()).isBetween(1.0, 2.0);
    }

    @Test
    @Tag("L05")
    void comesBackAtTheDateItIsTold() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2));
        server.reply().status(503).header("Retry-After", date).body("{}");
        server.reply().pieces("Azimova did. [{1}]").stop();

        write();

        assertThat(secondsBetweenRequests()).isBetween(0.9, 2.5);
    }

    @Test
    @Tag("L05")
    void doesNotWaitBeyondItsTime() {
        server.reply().status(429).header("Retry-After", "60").body("{\"error\":{\"message\":\"slow down\"}}");

        assertBreaksOff("the model's server answered 429: {\"error\":{\"message\":\"slow down\"}}");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    @Tag("L05")
    @Tag("L06")
    void asksOnceMoreAfterAWhile(int status) throws Exception {
        server.reply().status(status).body("<html>\n");
        server.reply().pieces("Azimova did. [{1}]").stop();

        write();

        assertThat(pad.lines()).containsExactly("Azimova did. (1)");
        assertThat(secondsBetweenRequests()).isBetween(0.1, 1.5);
    }

    @Test
    @Tag("L06")
    void doesNotAskAThirdTime() {
        server.reply().status(500).body("broken");
        server.reply().status(502).body("<html>bad\ngateway</html>");

        assertBreaksOff("the model's server answered 502: <html>bad gateway</html>");
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ''",
        "401, ', check LLM_API_KEY'",
        "403, ', check LLM_API_KEY'",
        "404, ', check LLM_MODEL and LLM_BASE_URL'"
    })
    @Tag("L07")
    void doesNotAskAgainWhatIsRefused(int status, String remedy) {
        server.reply().status(status).body("Incorrect API key: sk-very-secret.");

        assertBreaksOff("the model's server answered " + status + remedy + ": Incorrect API key: ***.");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Tag("L08")
    void aStreamThatEndsWithoutSayingSo() {
        server.reply().pieces("Azimova visited them. [{1}] She also");

        assertBreaksOff("cut off: the stream ended before the answer", "Azimova visited them. (1)");
    }

    @ParameterizedTest
    @CsvSource({
        "length, the answer is longer than allowed",
        "content_filter, the provider's filter stopped it",
        "tool_calls, it ended with TOOL_EXECUTION"
    })
    @Tag("L08")
    void anAnswerThatIsNotWhole(String reason, String words) {
        server.reply()
                .pieces("Azimova visited them. [{1}] She also")
                .finish(reason)
                .body("data: [DONE]\n\n");

        assertBreaksOff("cut off: " + words, "Azimova visited them. (1)");
    }

    @Test
    @Tag("L08")
    @Tag("L09")
    void aConnectionThatIsCut() {
        server.reply().pieces("Azimova visited them. [{1}] She also").dropConnection();

        assertBreaksOff(null, "Azimova visited them. (1)");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Tag("L09")
    @Tag("L15")
    void nothingCountsAfterAnError() {
        server.reply()
                .pieces("Azimova visited them. [{1}] A")
                .body("data: {not json\n\n")
                .body("data: {neither\n\n")
                .pieces(" secret. [{2}] More.")
                .stop();

        assertBreaksOff(null, "Azimova visited them. (1)");
    }

    @Test
    @Tag("L09")
    void anErrorInPlaceOfAStream() {
        server.reply().header("Content-Type", "application/json").body("{\"error\":{\"message\":\"overloaded\"}}");

        assertBreaksOff("cut off: the stream ended before the answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    @Tag("L10")
    void anEmptyAnswer(String answer) {
        server.reply().pieces(answer).stop();

        assertBreaksOff("the model said nothing");
    }

    @Test
    @Tag("L10")
    void noChoices() {
        server.reply().body("data: {\"choices\":[]}\n\ndata: [DONE]\n\n");

        assertBreaksOff(null);
    }

    @Test
    @Tag("L01")
    void afterThreeFailuresInARowTheModelIsLeftAloneUntilOneQuestionTriesItAgain() throws Exception {
        var writer = writer(server.client(), SHORT, new LlmCircuitBreaker(3, ofSeconds(1)));
        for (int i = 0; i < 3; i++) {
            server.reply().status(401).body("");
            assertThatThrownBy(() -> write(writer)).hasMessageContaining("answered 401");
        }

        assertThatThrownBy(() -> write(writer))
                .hasMessage("left alone for a while: the model's server answered 401, check LLM_API_KEY");
        assertThat(writer.health().orElseThrow().circuitOpen()).isTrue();
        assertThat(server.requests()).hasSize(3);

        Thread.sleep(1_100);
        pad.abandoned = true;
        assertThatThrownBy(() -> write(writer)).hasMessage("the reader has gone");
        pad.abandoned = false;
        server.reply().pieces("Azimova did. [{1}]").stop();
        write(writer);

        assertThat(pad.lines()).containsExactly("Azimova did. (1)");
        assertThat(writer.health().orElseThrow().state()).isEqualTo(HealthStatus.State.OK);
        assertThat(writer.health().orElseThrow().circuitOpen()).isFalse();
    }

    @Test
    @Tag("L01")
    void whatIsTheQuestionsOwnFaultOrTheReadersIsNotHeldAgainstTheModel() {
        var writer = writer(server.client(), SHORT, new LlmCircuitBreaker(1, ofSeconds(30)));

        server.reply().status(400).body("too long");
        assertThatThrownBy(() -> write(writer)).hasMessageContaining("answered 400");
        server.reply().pieces("Azimova").finish("content_filter");
        assertThatThrownBy(() -> write(writer)).hasMessageContaining("filter");
        pad.abandoned = true;
        assertThatThrownBy(() -> write(writer)).hasMessage("the reader has gone");

        assertThat(writer.health()).contains(HealthStatus.UNKNOWN);
    }

    @Test
    @Tag("L16")
    void whatIsTooLongForAModelIsLeftOutWholeAndTheRestIsSent() throws Exception {
        var book = new Article(
                "book",
                FrontMatter.ofTitle("A book"),
                List.of("x".repeat(1_000_000), "y".repeat(20_000), "z".repeat(5_000), "Azimova came."));
        var question = Question.of("?".repeat(1_999) + "w");
        server.reply().pieces("Azimova came. [{2}]").stop();

        writer(server.client(), SHORT, new LlmCircuitBreaker(3, ofSeconds(30)))
                .generate(question, passagesOf(book), pad);

        assertThat(pad.lines()).containsExactly("Azimova came. (4)");
        assertThat(server.requests().get(0).body())
                .contains("y".repeat(20_000))
                .doesNotContain("xx", "zz")
                .hasSizeLessThan(ContextBudget.MAX_CHARACTERS + 10_000);
    }

    @Test
    @Tag("L16")
    void aModelIsNotAskedAboutNothing() {
        var book = new Article("book", FrontMatter.ofTitle("A book"), List.of("x".repeat(1_000_000)));

        assertThatThrownBy(() -> writer(server.client(), SHORT, new LlmCircuitBreaker(3, ofSeconds(30)))
                        .generate(UnrestArticle.QUESTION, passagesOf(book), pad))
                .hasMessage("every passage is longer than 24000 characters");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    @Tag("S01")
    void hangsUpWhenTheReaderHasGone() throws Exception {
        server.reply().pieces("Azimova visited them. [{1}] She").streamUntilDisconnect();
        var writing =
                CompletableFuture.runAsync(() -> assertThatThrownBy(() -> write(server.client(), Timeouts.DEFAULT))
                        .hasMessage("the reader has gone"));
        while (pad.drafts.isEmpty()) {
            Thread.sleep(5);
        }

        pad.abandoned = true;

        writing.get();
        assertThat(server.awaitDisconnect(ofSeconds(2))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {SilentLlm.NOTHING, SilentLlm.HEADERS_ONLY})
    @Tag("S01")
    void hangsUpWithinASecondAlsoOnAModelThatHasNotSaidAWord(String said) throws Exception {
        try (var mute = new SilentLlm(said)) {
            var writing = CompletableFuture.runAsync(() -> assertThatThrownBy(
                            () -> write(ScriptedLlm.clientFor(mute.url()), Timeouts.DEFAULT))
                    .hasMessage("the reader has gone"));
            assertThat(mute.awaitRequest(ofSeconds(10))).isTrue();

            pad.abandoned = true;

            assertThat(mute.awaitDisconnect(ofSeconds(1))).isTrue();
            writing.get();
        }
    }

    @Test
    void isInterruptible() {
        server.reply().pieces("She").streamUntilDisconnect();

        Thread.currentThread().interrupt();

        assertThatThrownBy(this::write).hasMessage("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private void assertBreaksOff(String message, String... lines) {
        var thrown = assertThatThrownBy(this::write)
                .isInstanceOf(GeneratorException.class)
                .hasNoCause();
        if (message != null) {
            thrown.hasMessage(message);
        }
        assertThat(pad.lines()).containsExactly(lines);
    }

    private double secondsBetweenRequests() {
        assertThat(server.requests()).hasSize(2);
        return (server.requests().get(1).nanos() - server.requests().get(0).nanos()) / 1e9;
    }

    private void write() throws GeneratorException {
        write(server.client(), SHORT);
    }

    private void writeUnchecked() {
        try {
            write();
        } catch (GeneratorException e) {
            throw new AssertionError(e);
        }
    }

    private void write(LlmClient model, Timeouts patience) throws GeneratorException {
        write(writer(model, patience, new LlmCircuitBreaker(3, ofSeconds(30))));
    }

    private void write(LlmGenerator writer) throws GeneratorException {
        writer.generate(UnrestArticle.QUESTION, UnrestArticle.PASSAGES, pad);
    }

    private static LlmGenerator writer(LlmClient model, Timeouts patience, LlmCircuitBreaker standing) {
        return new LlmGenerator("openai/scripted", model, PROMPTS, patience, standing);
    }

    private static List<Passage> passagesOf(Article article) {
        return article.paragraphs().stream()
                .map(paragraph -> new Passage(article, paragraph, 1))
                .toList();
    }
}
