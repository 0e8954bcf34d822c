package pullquote.conversation;

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
import pullquote.answer.Newsroom;
import pullquote.answer.Question;
import pullquote.channel.TeaHouse;
import pullquote.conversation.database.Database;
import pullquote.conversation.database.DatabaseAddress;
import pullquote.conversation.database.Disk;
import pullquote.conversation.database.FeedbackRows;
import pullquote.conversation.database.LongMemory;
import pullquote.conversation.database.Postgres;

/** Readers don't notice when the database is full or gone; those who run the server do. */
@Tag("P02")
@Timeout(60)
class GoneDatabaseTest {
    private static final Understanding COUNTING =
            (asked, before) -> Question.of(asked.text() + " after " + before.size());

    /** So long that the first exchange fits into the tables as they are, and each other needs more room on the disk. */
    private static final String VISITORS = "visitors? " + "why ".repeat(480);

    @Test
    void a_full_disk_costs_no_answer_and_what_was_said_is_kept_when_there_is_room(@TempDir Path data) throws Exception {
        try (Database database = Database.open(Disk.withoutRoom(data.resolve("pullquote.db")))) {
            talk(database, () -> {}, () -> Disk.makeRoom(database), "the disk is full; make room");
        }
    }

    @Test
    void a_database_that_is_gone_costs_no_answer_and_what_was_said_is_kept_when_it_is_back() throws Exception {
        try (var postgres = new Postgres();
                var wire = new Wire(postgres.host());
                Database database = Database.open(
                        DatabaseAddress.of(postgres.url(wire.end())).orElseThrow())) {
            talk(
                    database,
                    wire::cut,
                    wire::mend,
                    "nobody answers there; see that it runs and that the address is right");
        }
    }

    /** Three questions of one conversation, of which the last two are asked while nothing can be kept. */
    private static void talk(Database database, Runnable trouble, Runnable relief, String problem) throws Exception {
        var clock = Clock.systemUTC();
        var lasting = new LongMemory(database);
        var memory = new SteadyMemory(lasting, clock, Duration.ZERO);
        var conversations = new Conversations(Newsroom.quoting(() -> TeaHouse.LIBRARY), COUNTING, memory, clock);
        try (var server = TestServer.with(conversations)) {
            String id = json(server.ask("{\"question\": \"" + VISITORS + "\"}"))
                    .get("conversation_id")
                    .asText();
            assertThat(ready(server).get("degraded").asBoolean()).isFalse();

            trouble.run();
            assertThat(ask(server, id).get("standalone_question").asText()).endsWith(" after 1");
            JsonNode meanwhile = ask(server, id);
            assertThat(meanwhile.get("standalone_question").asText()).endsWith(" after 2");
            assertThat(server.rate(meanwhile.get("id").asText(), "{\"rating\": \"down\"}")
                            .statusCode())
                    .isEqualTo(204);
            JsonNode ready = ready(server);
            assertThat(ready.get("degraded").asBoolean()).isTrue();
            assertThat(ready.get("memory").get("state").asText()).isEqualTo("failing");
            assertThat(ready.get("memory").get("problem").asText()).isEqualTo(problem);

            relief.run();
            while (ready(server).get("degraded").asBoolean()) {
                memory.forget(Instant.EPOCH); // as happens every few seconds
            }
            assertThat(lasting.find(new Conversation("api", id), Instant.EPOCH)).hasSize(3);
            assertThat(FeedbackRows.of(database))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .startsWith("down")
                            .contains(meanwhile.get("standalone_question").asText()));
            assertThat(ask(server, id).get("standalone_question").asText()).endsWith(" after 3");
        }
    }

    private static JsonNode ask(TestServer server, String id) throws Exception {
        var answer = json(server.ask("{\"question\": \"" + VISITORS + "\", \"conversation_id\": \"" + id + "\"}"));
        assertThat(answer.get("status").asText()).isEqualTo("answered");
        return answer;
    }

    private static JsonNode ready(TestServer server) throws Exception {
        var response = server.get("/health/ready");
        assertThat(response.statusCode()).isEqualTo(200);
        return json(response);
    }
}
