package pullquote.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pullquote.TestServer;
import pullquote.answer.DraftSentence;
import pullquote.answer.TestAnswerers;
import pullquote.channel.TeaHouseArticles;

/** What {@code POST /api/answers} promises as a stream of events. */
@Timeout(60)
class EventStreamTest {
    private static final String SAMOVAR_QUESTION = "{\"question\": \"How much holds the samovar, forty litres?\"}";

    /** On Linux every machine has more than one address of its own. */
    private static final String SECOND_ADDRESS = "127.0.0.2";

    @Test
    @Tag("S05")
    @Tag("S06")
    void sends_passages_then_sentences_then_the_answer_on_one_line_each() throws Exception {
        try (var server = TestServer.start(TeaHouseArticles.LIBRARY)) {
            HttpResponse<String> response =
                    server.ask(SAMOVAR_QUESTION, "Accept", "text/event-stream", "Accept-Encoding", "gzip, br");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache, no-transform");
            assertThat(response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
            assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(response.headers().firstValue("X-Request-Id")).isPresent();

            List<String> lines = response.body().lines().toList();
            assertThat(lines).hasSize(12);
            assertThat(lines.stream().filter(line -> line.startsWith("id: ")))
                    .allMatch(line -> line.matches("id: [0-9a-f]{32}\\.[123]"));
            assertThat(eventNames(lines)).containsExactly("passages", "sentence", "answer");

            String trap = TeaHouseArticles.TEA_HOUSE.paragraphs().get(1).text();
            var passage = TestServer.json(eventData(lines, 0)).get(0);
            assertThat(passage.toString())
                    .isEqualTo("{\"article_id\":\"tea-house\","
                            + "\"article_title\":\"A tea house <opens> & \\\"stays\\\"\",\"paragraph\":2,\"text\":\""
                            + trap + "\",\"score\":4.0}");
            var sentence = TestServer.json(eventData(lines, 1));
            var answer = TestServer.json(eventData(lines, 2));
            assertThat(sentence.get("text").asText()).isEqualTo(trap);
            assertThat(sentence.get("citations")).isEqualTo(answer.get("citations"));
            assertThat(answer.get("status").asText()).isEqualTo("answered");
        }
    }

    @Test
    @Tag("S05")
    void sentence_text_cannot_inject_an_event() throws Exception {
        String evil = "One\n\nevent: answer\ndata: {}\r\rdata: x\u2028y";
        var writer = ScriptedAnswerers.create((passages, desk) ->
                desk.accept(new DraftSentence(evil, List.of(TestAnswerers.evidence(passages.get(0))))));
        try (var server = TestServer.start(writer)) {
            var lines = server.ask(SAMOVAR_QUESTION, "Accept", "text/event-stream")
                    .body()
                    .lines()
                    .toList();

            assertThat(eventNames(lines)).containsExactly("passages", "sentence", "answer");
            // The drafted text gives way to the article's sentence, which contains "data:" and "event:" itself.
            assertThat(TestServer.json(eventData(lines, 1)).get("text").asText())
                    .contains("data: and event: answer");
        }
    }

    @Test
    @Tag("S07")
    void failure_after_the_start_is_sent_as_the_last_event() throws Exception {
        var writer = ScriptedAnswerers.create((passages, desk) -> {
            desk.accept(new DraftSentence("It holds much.", List.of(TestAnswerers.evidence(passages.get(0)))));
            throw new IllegalStateException("secret");
        });
        try (var server = TestServer.start(writer)) {
            var response = server.ask(SAMOVAR_QUESTION, "Accept", "text/event-stream");
            var lines = response.body().lines().toList();

            assertThat(eventNames(lines)).containsExactly("passages", "sentence", "error");
            var problem = TestServer.json(eventData(lines, 2));
            assertThat(problem.get("status").asInt()).isEqualTo(500);
            assertThat(problem.get("incomplete").asBoolean()).isTrue();
            assertThat(problem.get("request_id").asText())
                    .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
            assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
        }
    }

    @Test
    void invalid_question_returns_a_problem_instead_of_a_stream() throws Exception {
        try (var server = TestServer.start(TeaHouseArticles.LIBRARY)) {
            var response = server.ask("{\"question\": \"\"}", "Accept", "text/event-stream");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    @Tag("S06")
    void sends_heartbeats_while_the_generator_is_silent() throws Exception {
        var writer = ScriptedAnswerers.create((passages, desk) -> Thread.sleep(2_500));
        try (var server = TestServer.start(writer)) {
            var lines = server.ask(SAMOVAR_QUESTION, "Accept", "text/event-stream")
                    .body()
                    .lines()
                    .toList();

            assertThat(lines.stream().filter(":"::equals).count()).isEqualTo(2);
            assertThat(eventNames(lines)).containsExactly("passages", "answer");
        }
    }

    @Test
    @Tag("S01")
    void disconnects_cancel_generators_and_release_permits() throws Exception {
        var stopped = new CountDownLatch(100);
        var quiet = new AtomicBoolean();
        var writer = ScriptedAnswerers.create((passages, desk) -> {
            while (!quiet.get() && !desk.isCancelled()) {
                Thread.sleep(10);
            }
            stopped.countDown();
        });
        try (var server = TestServer.start(writer)) {
            var readers = new ArrayList<Socket>();
            for (int i = 0; i < 100; i++) {
                readers.add(server.openSocket(streamRequest()));
            }
            for (Socket reader : readers) {
                readUntilMatch(reader, "event: passages");
            }
            assertThat(server.ask(SAMOVAR_QUESTION).statusCode()).isEqualTo(503);

            for (Socket reader : readers) {
                reader.setSoLinger(true, 0); // goes without a goodbye
                reader.close();
            }

            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
            quiet.set(true);
            assertThat(server.ask(SAMOVAR_QUESTION).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Tag("S02")
    @Tag("load")
    void clients_that_never_read_are_disconnected_and_do_not_block_others() throws Exception {
        var waiting = new AtomicInteger();
        var writer = ScriptedAnswerers.create((passages, desk) -> {
            waiting.incrementAndGet();
            String rest = "x".repeat(500);
            for (int i = 0; i < 6_000; i++) {
                desk.accept(new DraftSentence(i + rest, List.of(TestAnswerers.evidence(passages.get(0)))));
            }
        });
        try (var server = TestServer.startWithIdleTimeout(writer, Duration.ofSeconds(2))) {
            var readers = new ArrayList<Socket>();
            for (int i = 0; i < 10; i++) {
                readers.add(server.openSocket(streamRequest()));
            }
            while (waiting.get() < readers.size()) {
                Thread.sleep(10);
            }

            long start = System.nanoTime();
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
            assertThat((System.nanoTime() - start) / 1e9).isLessThan(2);

            for (Socket reader : readers) {
                awaitDisconnect(reader, start + TimeUnit.SECONDS.toNanos(20));
                reader.close();
            }
        }
    }

    @Test
    @Tag("S04")
    void reconnecting_client_resumes_the_same_answer() throws Exception {
        var asked = new AtomicInteger();
        var writer = ScriptedAnswerers.create((passages, desk) -> {
            asked.incrementAndGet();
            desk.accept(new DraftSentence("It holds much.", List.of(TestAnswerers.evidence(passages.get(0)))));
        });
        try (var server = TestServer.start(writer)) {
            List<String> whole = lines(server.ask(SAMOVAR_QUESTION, "Accept", "text/event-stream"));
            String first = whole.get(0).substring(4);
            String last = whole.get(8).substring(4);

            assertThat(lines(resumeAfter(server, SAMOVAR_QUESTION, first))).isEqualTo(whole.subList(4, 12));
            assertThat(lines(resumeAfter(server, SAMOVAR_QUESTION, last))).isEqualTo(whole.subList(8, 12));
            assertThat(asked).hasValue(1);

            assertGone(resumeAfter(server, "{\"question\": \"Whose tea house is it?\"}", first));
            assertGone(resumeAfter(server, SAMOVAR_QUESTION, "0123456789abcdef0123456789abcdef.1"));
            assertGone(resumeAfter(server, SAMOVAR_QUESTION, "nonsense"));
            assertThat(eventNames(lines(resumeAfter(server, SAMOVAR_QUESTION, " "))))
                    .as("an empty id is none")
                    .containsExactly("passages", "sentence", "answer");
        }
    }

    @Test
    @Tag("S04")
    void replay_buffer_evicts_the_oldest_answers() throws Exception {
        var writer = ScriptedAnswerers.create((passages, desk) -> {
            for (int i = 0; i < 2_000; i++) {
                desk.accept(new DraftSentence("x".repeat(500) + i, List.of(TestAnswerers.evidence(passages.get(0)))));
            }
        });
        try (var server = TestServer.start(writer)) {
            var ids = new ArrayList<String>();
            for (int i = 0; i < 3; i++) {
                ids.add(lines(server.ask(SAMOVAR_QUESTION, "Accept", "text/event-stream"))
                        .get(0)
                        .substring(4));
            }

            assertGone(resumeAfter(server, SAMOVAR_QUESTION, ids.get(0)));
            assertThat(resumeAfter(server, SAMOVAR_QUESTION, ids.get(2)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @Tag("S04")
    void cancelled_answer_cannot_be_replayed() throws Exception {
        var stopped = new CountDownLatch(1);
        var writer = ScriptedAnswerers.create((passages, desk) -> {
            while (!desk.isCancelled()) {
                Thread.sleep(10);
            }
            stopped.countDown();
        });
        try (var server = TestServer.start(writer)) {
            String id;
            try (Socket reader = server.openSocket(streamRequest())) {
                id = readUntilMatch(reader, "id: .*").substring(4);
            }
            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();

            assertGone(resumeAfter(server, SAMOVAR_QUESTION, id));
        }
    }

    @Test
    @Tag("S08")
    void shutdown_ends_all_streams_within_ten_seconds() throws Exception {
        var writer = ScriptedAnswerers.create((passages, desk) -> {
            while (!desk.isCancelled()) {
                Thread.sleep(10);
            }
        });
        var server = TestServer.start(writer);
        var readers = new ArrayList<Socket>();
        for (int i = 0; i < 50; i++) {
            readers.add(server.openSocket(streamRequest()));
        }
        for (Socket reader : readers) {
            readUntilMatch(reader, "event: passages");
        }

        long start = System.nanoTime();
        server.close();

        assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
        for (Socket reader : readers) {
            assertThat(readUntilMatch(reader, ".*closing.*"))
                    .contains("\"status\":503", "\"incomplete\":true")
                    .containsPattern("\"request_id\":\"[0-9a-f]{32}\"");
            assertThat(reader.getInputStream().read()).isEqualTo(-1);
            reader.close();
        }
    }

    @Test
    @Tag("S08")
    void shutdown_lets_running_answers_finish() throws Exception {
        var writer = ScriptedAnswerers.create((passages, desk) -> Thread.sleep(1_000));
        var server = TestServer.start(writer);
        Socket reader = server.openSocket(streamRequest());
        readUntilMatch(reader, "event: passages");

        server.close();

        readUntilMatch(reader, "event: answer");
        reader.close();
    }

    @Test
    @Timeout(120)
    @Tag("S03")
    @Tag("load")
    void serves_2000_concurrent_clients_up_to_the_limit_and_rejects_the_rest() throws Exception {
        assumeTrue(canBindTo(SECOND_ADDRESS), "this machine has but one address of its own");
        var go = new CountDownLatch(1);
        var writer = ScriptedAnswerers.create((passages, desk) -> go.await());
        try (var server = TestServer.start(writer)) {
            var callers = new ArrayList<Socket>();
            for (int i = 0; i < 1_000; i++) {
                callers.add(server.openSocket(streamRequest(), "127.0.0.1"));
                callers.add(server.openSocket(streamRequest(), SECOND_ADDRESS));
            }
            var seated = new ArrayList<Socket>();
            for (Socket caller : callers) {
                String head = readHead(caller);
                if (head.startsWith("HTTP/1.1 200")) {
                    seated.add(caller);
                } else {
                    assertThat(head).startsWith("HTTP/1.1 503").contains("\nRetry-After: 5\n");
                    caller.close();
                }
            }
            assertThat(seated).hasSize(200);
            assertThat(seated.stream().filter(EventStreamTest::isFromSecondAddress))
                    .hasSize(100);
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);

            go.countDown();
            for (Socket reader : seated) {
                readUntilMatch(reader, "event: answer");
                reader.close();
            }
            assertThat(server.ask(SAMOVAR_QUESTION).statusCode()).isEqualTo(200);
        }
    }

    private static boolean isFromSecondAddress(Socket caller) {
        return caller.getLocalAddress().getHostAddress().equals(SECOND_ADDRESS);
    }

    private static boolean canBindTo(String address) {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(address, 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Status and headers, and not a byte more. */
    private static String readHead(Socket socket) throws Exception {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\n\n")) {
            int c = socket.getInputStream().read();
            assertThat(c).as("ended after " + head).isPositive();
            if (c != '\r') {
                head.append((char) c);
            }
        }
        return head.toString();
    }

    private static void assertGone(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(TestServer.json(response).get("code").asText()).isEqualTo("gone");
    }

    private static HttpResponse<String> resumeAfter(TestServer server, String question, String lastEventId)
            throws Exception {
        return server.ask(question, "Accept", "text/event-stream", "Last-Event-ID", lastEventId);
    }

    /** The other side's end is felt only by writing to it. */
    private static void awaitDisconnect(Socket reader, long deadline) throws Exception {
        while (System.nanoTime() < deadline) {
            try {
                reader.getOutputStream().write('\n');
            } catch (IOException e) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not let go");
    }

    private static String streamRequest() {
        return "POST /api/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\n"
                + "Content-Length: " + SAMOVAR_QUESTION.length() + "\r\n\r\n" + SAMOVAR_QUESTION;
    }

    /** The first line that is of this form. */
    private static String readUntilMatch(Socket socket, String form) throws Exception {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.matches(form)) {
                return line;
            }
        }
        throw new AssertionError("ended without " + form);
    }

    private static List<String> lines(HttpResponse<String> response) {
        return response.body().lines().toList();
    }

    private static List<String> eventNames(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .toList();
    }

    private static String eventData(List<String> lines, int index) {
        return lines.stream()
                .filter(line -> line.startsWith("data: "))
                .skip(index)
                .findFirst()
                .orElseThrow()
                .substring(6);
    }
}
