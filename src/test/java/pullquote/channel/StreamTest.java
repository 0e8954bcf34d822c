package pullquote.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pullquote.TestServer;
import pullquote.answer.Draft;
import pullquote.answer.Newsroom;

/** What {@code POST /api/answers} promises as a stream of events. */
@Timeout(60)
class StreamTest {
    private static final String SAMOVAR = "{\"question\": \"How much holds the samovar, forty litres?\"}";

    @Test
    void tells_of_passages_then_sentences_then_the_answer_each_on_one_line() throws Exception {
        try (var server = TestServer.with(TeaHouse.LIBRARY)) {
            HttpResponse<String> response =
                    server.ask(SAMOVAR, "Accept", "text/event-stream", "Accept-Encoding", "gzip, br");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache, no-transform");
            assertThat(response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
            assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(response.headers().firstValue("X-Request-Id")).isPresent();

            List<String> lines = response.body().lines().toList();
            assertThat(lines).hasSize(9);
            assertThat(events(lines)).containsExactly("passages", "sentence", "answer");

            String trap = TeaHouse.OPENING.paragraphs().get(1).text();
            var passage = TestServer.json(data(lines, 0)).get(0);
            assertThat(passage.toString())
                    .isEqualTo("{\"article_id\":\"tea-house\","
                            + "\"article_title\":\"A tea house <opens> & \\\"stays\\\"\",\"paragraph\":2,\"text\":\""
                            + trap + "\",\"score\":4.0}");
            var sentence = TestServer.json(data(lines, 1));
            var answer = TestServer.json(data(lines, 2));
            assertThat(sentence.get("text").asText()).isEqualTo(trap);
            assertThat(sentence.get("citations")).isEqualTo(answer.get("citations"));
            assertThat(answer.get("status").asText()).isEqualTo("answered");
        }
    }

    @Test
    void nothing_in_a_sentence_can_begin_another_event() throws Exception {
        String evil = "One\n\nevent: answer\ndata: {}\r\rdata: x\u2028y";
        var writer = Scripts.writing(
                (passages, desk) -> desk.put(new Draft(evil, List.of(Newsroom.evidence(passages.get(0))))));
        try (var server = TestServer.with(writer)) {
            var lines = server.ask(SAMOVAR, "Accept", "text/event-stream")
                    .body()
                    .lines()
                    .toList();

            assertThat(events(lines)).containsExactly("passages", "sentence", "answer");
            assertThat(TestServer.json(data(lines, 1)).get("text").asText()).isEqualTo(evil);
        }
    }

    @Test
    void a_failure_after_the_start_is_the_last_event() throws Exception {
        var writer = Scripts.writing((passages, desk) -> {
            desk.put(new Draft("It holds much.", List.of(Newsroom.evidence(passages.get(0)))));
            throw new IllegalStateException("secret");
        });
        try (var server = TestServer.with(writer)) {
            var response = server.ask(SAMOVAR, "Accept", "text/event-stream");
            var lines = response.body().lines().toList();

            assertThat(events(lines)).containsExactly("passages", "sentence", "error");
            var problem = TestServer.json(data(lines, 2));
            assertThat(problem.get("status").asInt()).isEqualTo(500);
            assertThat(problem.get("request_id").asText())
                    .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
            assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
        }
    }

    @Test
    void what_cannot_be_asked_is_a_problem_and_no_stream() throws Exception {
        try (var server = TestServer.with(TeaHouse.LIBRARY)) {
            var response = server.ask("{\"question\": \"\"}", "Accept", "text/event-stream");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void while_a_writer_thinks_a_heartbeat_shows_that_we_live() throws Exception {
        var writer = Scripts.writing((passages, desk) -> Thread.sleep(4_500));
        try (var server = TestServer.with(writer)) {
            var lines = server.ask(SAMOVAR, "Accept", "text/event-stream")
                    .body()
                    .lines()
                    .toList();

            assertThat(lines.stream().filter(":"::equals).count()).isEqualTo(2);
            assertThat(events(lines)).containsExactly("passages", "answer");
        }
    }

    @Test
    void a_reader_who_goes_away_is_noticed_and_the_writer_stops() throws Exception {
        var stopped = new CountDownLatch(1);
        var writer = Scripts.writing((passages, desk) -> {
            while (!desk.isAbandoned()) {
                Thread.sleep(10);
            }
            stopped.countDown();
        });
        try (var server = TestServer.with(writer)) {
            Socket reader = server.raw(streaming());
            readUntil(reader, "event: passages");
            reader.setSoLinger(true, 0); // goes without a goodbye
            reader.close();

            assertThat(stopped.await(6, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_server_that_stops_lets_streams_end_and_ends_those_that_do_not() throws Exception {
        var writer = Scripts.writing((passages, desk) -> {
            while (!desk.isAbandoned()) {
                Thread.sleep(10);
            }
        });
        var server = TestServer.with(writer);
        Socket reader = server.raw(streaming());
        readUntil(reader, "event: passages");
        long start = System.nanoTime();
        server.close();

        assertThat((System.nanoTime() - start) / 1e9).isCloseTo(5, within(4.0));
        assertThat(readUntil(reader, "closing"))
                .contains("\"status\":503")
                .containsPattern("\"request_id\":\"[0-9a-f]{32}\"");
        reader.close();
    }

    @Test
    void more_questions_at_once_than_seats_are_sent_away_for_a_moment() throws Exception {
        var go = new CountDownLatch(1);
        var writer = Scripts.writing((passages, desk) -> go.await());
        try (var server = TestServer.with(writer)) {
            var readers = new ArrayList<Socket>();
            for (int i = 0; i < 200; i++) {
                readers.add(server.raw(streaming()));
            }
            for (Socket reader : readers) {
                readUntil(reader, "event: passages");
            }
            var refused = server.ask(SAMOVAR);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(TestServer.json(refused).get("code").asText()).isEqualTo("busy");
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);

            go.countDown();
            for (Socket reader : readers) {
                readUntil(reader, "event: answer");
                reader.close();
            }
            assertThat(server.ask(SAMOVAR).statusCode()).isEqualTo(200);
        }
    }

    private static String streaming() {
        return "POST /api/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\n"
                + "Content-Length: " + SAMOVAR.length() + "\r\n\r\n" + SAMOVAR;
    }

    /** The first line that has these words. */
    private static String readUntil(Socket socket, String words) throws Exception {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.contains(words)) {
                return line;
            }
        }
        throw new AssertionError("ended without " + words);
    }

    private static List<String> events(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .toList();
    }

    private static String data(List<String> lines, int index) {
        return lines.stream()
                .filter(line -> line.startsWith("data: "))
                .skip(index)
                .findFirst()
                .orElseThrow()
                .substring(6);
    }
}
