package pullquote.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.TestServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pullquote.TestServer;
import pullquote.answer.TestAnswerers;
import pullquote.channel.TeaHouseArticles;
import pullquote.conversation.ChatService;
import pullquote.query.ContextualRewriter;
import pullquote.query.Question;

/** Tests that answers continue during a database outage, and that operators can see the outage. */
@Tag("P02")
@Timeout(60)
class DatabaseOutageTest {
    private static final ContextualRewriter TURN_COUNTING_REWRITER =
            (asked, before) -> Question.of(asked.text() + " after " + before.size());

    /** So long that the first exchange fits into the tables as they are, and each other needs more room on the disk. */
    private static final String LONG_QUESTION = "visitors? " + "why ".repeat(480);

    @Test
    void keeps_answering_on_a_full_disk_and_saves_the_turns_once_there_is_space(@TempDir Path data) throws Exception {
        try (Database database = Database.open(FullDisk.simulate(data.resolve("pullquote.db")))) {
            assertSurvivesOutage(
                    database, () -> {}, () -> FullDisk.freeSpace(database), "the disk is full; free some space");
        }
    }

    @Test
    void keeps_answering_while_the_database_is_down_and_saves_the_turns_once_it_is_back() throws Exception {
        try (var postgres = new PostgresTestDatabase();
                var wire = new TcpProxy(postgres.hostAndPort());
                Database database = Database.open(
                        DatabaseAddress.parse(postgres.url(wire.address())).orElseThrow())) {
            assertSurvivesOutage(
                    database,
                    wire::disconnect,
                    wire::reconnect,
                    "the database server does not respond; check that it runs and that the address is correct");
        }
    }

    /** Three questions of one conversation, of which the last two are asked while nothing can be kept. */
    private static void assertSurvivesOutage(Database database, Runnable trouble, Runnable relief, String problem)
            throws Exception {
        var clock = Clock.systemUTC();
        var lasting = new SqlConversationStore(database);
        var memory = new FallbackConversationStore(lasting, clock, Duration.ZERO);
        var conversations = new ChatService(
                TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY), TURN_COUNTING_REWRITER, memory, clock);
        try (var server = TestServer.start(conversations)) {
            String id = json(server.ask("{\"question\": \"" + LONG_QUESTION + "\"}"))
                    .get("conversation_id")
                    .asText();
            assertThat(getReadiness(server).get("degraded").asBoolean()).isFalse();

            trouble.run();
            assertThat(ask(server, id).get("standalone_question").asText()).endsWith(" after 1");
            JsonNode meanwhile = ask(server, id);
            assertThat(meanwhile.get("standalone_question").asText()).endsWith(" after 2");
            assertThat(server.rate(meanwhile.get("id").asText(), "{\"rating\": \"down\"}")
                            .statusCode())
                    .isEqualTo(204);
            JsonNode ready = getReadiness(server);
            assertThat(ready.get("degraded").asBoolean()).isTrue();
            assertThat(ready.get("memory").get("state").asText()).isEqualTo("failing");
            assertThat(ready.get("memory").get("problem").asText()).isEqualTo(problem);

            relief.run();
            while (getReadiness(server).get("degraded").asBoolean()) {
                memory.deleteExpired(Instant.EPOCH); // as happens every few seconds
            }
            assertThat(lasting.loadTurns(new ConversationKey("api", id), Instant.EPOCH))
                    .hasSize(3);
            assertThat(FeedbackRows.readAll(database))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .startsWith("down")
                            .contains(meanwhile.get("standalone_question").asText()));
            assertThat(ask(server, id).get("standalone_question").asText()).endsWith(" after 3");
        }
    }

    private static JsonNode ask(TestServer server, String id) throws Exception {
        var answer = json(server.ask("{\"question\": \"" + LONG_QUESTION + "\", \"conversation_id\": \"" + id + "\"}"));
        assertThat(answer.get("status").asText()).isEqualTo("answered");
        return answer;
    }

    private static JsonNode getReadiness(TestServer server) throws Exception {
        var response = server.get("/health/ready");
        assertThat(response.statusCode()).isEqualTo(200);
        return json(response);
    }
}
