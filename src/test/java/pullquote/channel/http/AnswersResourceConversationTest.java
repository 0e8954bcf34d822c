package pullquote.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.TestServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pullquote.TestServer;
import pullquote.answer.AnswerListener;
import pullquote.answer.Answerer;
import pullquote.answer.TestAnswerers;
import pullquote.channel.TeaHouseArticles;
import pullquote.conversation.ChatService;
import pullquote.conversation.store.InMemoryConversationStore;
import pullquote.query.ContextualRewriter;
import pullquote.query.Question;
import pullquote.query.Turn;

/** What a reader may rely on who asks more than once. */
@Timeout(60)
class AnswersResourceConversationTest {
    /** Shows in the question what was remembered: “tea? (after: samovar? | visitors?)”. */
    private static final ContextualRewriter HISTORY_APPENDING_REWRITER =
            (asked, before) -> Question.of(asked.text() + " (after: "
                    + String.join(" | ", before.stream().map(Turn::question).toList()) + ")");

    private final ManualClock clock = new ManualClock();
    private final Semaphore generatorMayFinish = new Semaphore(0);
    private final Semaphore generatorStarted = new Semaphore(0);
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void releaseGenerators() {
        generatorMayFinish.release(100);
        clients.shutdown();
    }

    @Test
    void conversation_continues_under_its_id() throws Exception {
        try (var server = TestServer.start(createChatService(quotingAnswerer()))) {
            JsonNode first = json(server.ask("{\"question\": \"samovar?\"}"));
            String id = first.get("conversation_id").asText();
            JsonNode second = ask(server, "visitors?", id);
            JsonNode third = ask(server, "tea?", id);

            assertThat(first.get("standalone_question").isNull()).isTrue();
            assertThat(second.get("conversation_id").asText()).isEqualTo(id);
            assertThat(third.get("question").asText()).isEqualTo("tea?");
            assertThat(third.get("standalone_question").asText()).isEqualTo("tea? (after: samovar? | visitors?)");
        }
    }

    @Test
    void stream_includes_the_standalone_question() throws Exception {
        try (var server = TestServer.start(createChatService(quotingAnswerer()))) {
            String id = json(server.ask("{\"question\": \"samovar?\"}"))
                    .get("conversation_id")
                    .asText();
            String events = server.ask(requestBody("tea?", id), "Accept", "text/event-stream")
                    .body();

            assertThat(events).contains("\"question\":\"tea?\",\"standalone_question\":\"tea? (after: samovar?)\"");
            assertThat(ask(server, "visitors?", id).get("standalone_question").asText())
                    .isEqualTo("visitors? (after: samovar? | tea?)");
        }
    }

    @Test
    @Tag("H15")
    void unknown_id_starts_a_new_conversation() throws Exception {
        String tenKilobytes = "a".repeat(10_000);
        try (var server = TestServer.start(createChatService(quotingAnswerer()))) {
            for (String given :
                    List.of("0123456789abcdef0123456789abcdef", "", " ", "../x", "' or 1=1 --", "🫖", tenKilobytes)) {
                JsonNode first = ask(server, "samovar?", given);
                JsonNode second = ask(server, "tea?", given);

                assertThat(first.get("conversation_id").asText())
                        .matches("[0-9a-f]{32}")
                        .isNotEqualTo(given)
                        .isNotEqualTo(second.get("conversation_id").asText());
                assertThat(second.get("standalone_question").isNull()).isTrue();
            }
        }
    }

    @Test
    @Tag("H15")
    void id_from_another_channel_starts_a_new_conversation() throws Exception {
        var conversations = createChatService(quotingAnswerer());
        String elsewhere = conversations
                .ask("telegram", Optional.empty(), Question.of("samovar?"), AnswerListener.NO_OP)
                .conversationId();
        try (var server = TestServer.start(conversations)) {
            JsonNode answer = ask(server, "tea?", elsewhere);

            assertThat(answer.get("conversation_id").asText()).isNotEqualTo(elsewhere);
            assertThat(answer.get("standalone_question").isNull()).isTrue();
        }
    }

    @Test
    @Tag("H15")
    void conversation_expires_after_a_day_of_inactivity() throws Exception {
        try (var server = TestServer.start(createChatService(quotingAnswerer()))) {
            String id = json(server.ask("{\"question\": \"samovar?\"}"))
                    .get("conversation_id")
                    .asText();
            clock.advance(Duration.ofHours(24));
            assertThat(ask(server, "visitors?", id).get("conversation_id").asText())
                    .isEqualTo(id);
            clock.advance(Duration.ofHours(24).plusMillis(1));
            JsonNode late = ask(server, "tea?", id);

            assertThat(late.get("conversation_id").asText()).isNotEqualTo(id);
            assertThat(late.get("standalone_question").isNull()).isTrue();
        }
    }

    @Test
    @Tag("H16")
    void concurrent_questions_in_one_conversation_run_one_at_a_time() throws Exception {
        try (var server = TestServer.start(createChatService(ScriptedAnswerers.create((passages, desk) -> {
            generatorStarted.release();
            generatorMayFinish.acquire();
        })))) {
            String id = startConversation(server);
            Future<JsonNode> second = clients.submit(() -> ask(server, "visitors?", id));
            generatorStarted.acquire();
            Future<JsonNode> third = clients.submit(() -> ask(server, "tea?", id));
            // The third would write now, if it did not wait.
            assertThat(generatorStarted.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
            generatorMayFinish.release();
            generatorStarted.acquire();
            generatorMayFinish.release();

            assertThat(second.get().get("standalone_question").asText()).isEqualTo("visitors? (after: samovar?)");
            assertThat(third.get().get("standalone_question").asText()).isEqualTo("tea? (after: samovar? | visitors?)");
        }
    }

    @Test
    @Tag("H16")
    void too_many_concurrent_questions_in_one_conversation_get_409() throws Exception {
        try (var server = TestServer.start(createChatService(ScriptedAnswerers.create((passages, desk) -> {
            generatorStarted.release();
            generatorMayFinish.acquire();
        })))) {
            String id = startConversation(server);
            List<Callable<HttpResponse<String>>> questions = new ArrayList<>();
            for (int n = 0; n < 7; n++) {
                questions.add(() -> server.ask(requestBody("tea?", id)));
            }
            var answers = questions.stream().map(clients::submit).toList();
            // One is answered, four wait, two are sent away; which ones is chance.
            var refused = new ArrayList<HttpResponse<String>>();
            while (refused.size() < 2) {
                Thread.sleep(10);
                refused.clear();
                for (var answer : answers) {
                    if (answer.isDone()) {
                        refused.add(answer.get());
                    }
                }
            }
            generatorMayFinish.release(5);

            assertThat(refused).hasSize(2).allSatisfy(response -> {
                assertThat(response.statusCode()).isEqualTo(409);
                assertThat(json(response).get("code").asText()).isEqualTo("conversation_busy");
                assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
            });
            int answered = 0;
            for (var answer : answers) {
                answered += answer.get().statusCode() == 200 ? 1 : 0;
            }
            assertThat(answered).isEqualTo(5);
        }
    }

    @Test
    @Tag("H16")
    void different_conversations_do_not_block_each_other() throws Exception {
        try (var server = TestServer.start(createChatService(ScriptedAnswerers.create((passages, desk) -> {
            generatorStarted.release();
            generatorMayFinish.acquire();
        })))) {
            var one = clients.submit(() -> server.ask("{\"question\": \"samovar?\"}"));
            var other = clients.submit(() -> server.ask("{\"question\": \"samovar?\"}"));
            assertThat(generatorStarted.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
            generatorMayFinish.release(2);

            assertThat(one.get().statusCode()).isEqualTo(200);
            assertThat(other.get().statusCode()).isEqualTo(200);
        }
    }

    /** The id of a conversation in which “samovar?” was asked. */
    private String startConversation(TestServer server) throws Exception {
        generatorMayFinish.release();
        String id = json(server.ask("{\"question\": \"samovar?\"}"))
                .get("conversation_id")
                .asText();
        generatorStarted.acquire();
        return id;
    }

    private static JsonNode ask(TestServer server, String question, String conversation) throws Exception {
        HttpResponse<String> response = server.ask(requestBody(question, conversation));
        assertThat(response.statusCode()).isEqualTo(200);
        return json(response);
    }

    private static String requestBody(String question, String conversation) {
        return "{\"question\": \"" + question + "\", \"conversation_id\": \"" + conversation + "\"}";
    }

    private static Answerer quotingAnswerer() {
        return TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY);
    }

    private ChatService createChatService(Answerer answerer) {
        return new ChatService(answerer, HISTORY_APPENDING_REWRITER, new InMemoryConversationStore(), clock);
    }

    /** A clock that goes on when it is told to. */
    private static final class ManualClock extends Clock {
        private Instant now = Instant.parse("2022-03-05T12:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
